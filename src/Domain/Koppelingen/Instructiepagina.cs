using System.Net;
using System.Text.RegularExpressions;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>The instructions of a school as a page: steps to tick off on the screen or on paper.</summary>
internal static partial class Instructiepagina
{
    private const string Style = """
        @page { size: A4; margin: 16mm; }
        body { font: 11pt/1.45 system-ui, sans-serif; color: #1a1a1a; max-width: 42em; margin: 2em auto;
          padding: 0 1em; overflow-wrap: anywhere; }
        h1 { font-size: 1.5em; line-height: 1.2; border-bottom: 3px solid #0b6e6e; padding-bottom: .4em; }
        ol { list-style: none; padding: 0; }
        ol > li { margin-bottom: 1em; break-inside: avoid; }
        label { font-size: 1.05em; font-weight: 600; color: #0b6e6e; }
        input { width: 1.1em; height: 1.1em; margin: 0 .5em 0 0; vertical-align: -.15em; accent-color: #0b6e6e; }
        ul { padding-left: 2.8em; margin: .2em 0 0; }
        a { color: #0b6e6e; }
        footer { border-top: 1px solid #0b6e6e; padding-top: .6em; font-size: .92em; }
        """;

    public static string Render(
        string titel, IReadOnlyList<string> inleiding, IReadOnlyList<Instructiestap> stappen, string slot) => $"""
        <!DOCTYPE html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(titel)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <h1>{Encode(titel)}</h1>
        {string.Join('\n', inleiding.Select(alinea => $"<p>{Encode(alinea)}</p>"))}
        <ol>
        {string.Join('\n', stappen.Select((stap, index) => Step(stap, index + 1)))}
        </ol>
        <footer>{WithLinks(slot)}</footer>
        </body>
        </html>
        """.ReplaceLineEndings("\n") + "\n";

    private static string Step(Instructiestap stap, int nummer) => $"""
        <li><label><input type="checkbox">{nummer}. {Encode(stap.Titel)}</label>
        <ul>{string.Concat(stap.Regels.Select(regel => $"<li>{WithLinks(regel)}</li>"))}</ul></li>
        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string WithLinks(string text) => Address().Replace(
        Encode(text), address => $"""<a href="{address.Value}">{address.Value}</a>""");

    // What ends a sentence is no part of an address.
    [GeneratedRegex("""https://[^\s<>"]*[^\s<>".,;)]""", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
