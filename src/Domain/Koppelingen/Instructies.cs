using System.Net;
using System.Text;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>
/// What a school does to connect itself, step by step in Dutch (steps of Kurve's manual), as text and as a page that
/// prints on paper. It never holds the password, which goes to the school by another way.
/// </summary>
public sealed class Instructies
{
    private const string Services = "Data.GetData, Data.GetLastError en Data.GetLastErrorMessage";

    private readonly string _titel;
    private readonly IReadOnlyList<Stap> _stappen;

    private Instructies(string titel, IReadOnlyList<Stap> stappen) => (_titel, _stappen) = (titel, stappen);

    /// <summary>The instructions for one school.</summary>
    /// <param name="school">The school.</param>
    /// <param name="koppeling">Its koppeling.</param>
    /// <param name="bestand">The name of the file with the query.</param>
    /// <param name="adressen">What Magister has to let through.</param>
    public static Instructies For(School school, Koppeling koppeling, string bestand, Kurveadressen adressen)
    {
        var gebruiker = koppeling.WebserviceGebruiker;
        return new Instructies(
            $"Numo koppelen aan Magister: {school.Naam} ({school.Brin})",
            [
                new("Toestemming geven", [
                    "Ga als superbeheerder naar accounts.magister.net/admin, onderdeel 'Toegang verlenen tot derden'.",
                    "Geef toestemming voor 'Numo UWLR smalle set'.",
                ]),
                new("Lijst plaatsen in Decibel", [
                    "Maak in Magister bij Beheer > Webservices > lijsten de lijst KurveLeerlingData.",
                    $"Plak daarin de hele tekst van het bestand {bestand} en voer hem eenmaal uit met F9.",
                    "U ziet vier kolommen en een regel voor elke leerling.",
                ]),
                new("Gebruiker, services en lijst controleren", [
                    $"Maak bij Beheer > Webservices > gebruikers de gebruiker {gebruiker}.",
                    $"Vink bij die gebruiker de services {Services} aan.",
                    "Vink bij die gebruiker de lijst KurveLeerlingData aan.",
                ]),
                new("Wachtwoord zetten", [
                    $"Geef gebruiker {gebruiker} het wachtwoord dat u apart van Kurve krijgt. Typ het tweemaal; de "
                    + "streepjes horen erbij.",
                    "Bewaar het wachtwoord niet op dit blad.",
                ]),
                new("IP-adres laten toelaten", [
                    "Maak een ticket bij Magister Service: 'Whitelisting IP-adressen'.",
                    $"Vraag om {adressen} toe te laten tot {koppeling.Schooldomein.Host}, poort "
                    + $"{koppeling.Webservicepoort}.",
                    "Meld in Numo dat het is aangevraagd; Kurve ziet vanzelf wanneer het werkt.",
                ]),
            ]);
    }

    /// <summary>As plain text.</summary>
    public string ToText()
    {
        var text = new StringBuilder(_titel).Append("\n\n");
        foreach (var (stap, nummer) in _stappen.Select((stap, index) => (stap, index + 1)))
        {
            text.Append(nummer).Append(". ").Append(stap.Titel).Append('\n');
            foreach (var regel in stap.Regels)
            {
                text.Append("   - ").Append(regel).Append('\n');
            }

            text.Append('\n');
        }

        text.Append("Klaar? Vink af:\n");
        foreach (var stap in _stappen)
        {
            text.Append("   [ ] ").Append(stap.Titel).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>As one HTML page that needs nothing else and prints on A4.</summary>
    public string ToHtml()
    {
        var stappen = string.Join('\n', _stappen.Select(stap => $"""
            <li><h2>{Encode(stap.Titel)}</h2><ul>{List(stap.Regels)}</ul></li>
            """));
        var lijst = string.Join('\n', _stappen.Select(stap => $"""
            <li><span class="vak"></span>{Encode(stap.Titel)}</li>
            """));
        return $$"""
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Encode(_titel)}}</title>
            <style>
            @page { size: A4; margin: 18mm; }
            body { font: 11pt/1.45 system-ui, sans-serif; color: #1a1a1a; max-width: 42em; margin: 2em auto;
              padding: 0 1em; overflow-wrap: anywhere; }
            h1 { font-size: 1.5em; line-height: 1.2; border-bottom: 3px solid #0b6e6e; padding-bottom: .4em; }
            h2 { font-size: 1.05em; margin: 0 0 .2em; color: #0b6e6e; }
            ol.stappen > li { margin-bottom: .9em; break-inside: avoid; }
            ul { padding-left: 1.1em; margin: 0; }
            .lijst { border: 1px solid #0b6e6e; border-radius: 6px; padding: .8em 1em; break-inside: avoid; }
            .lijst ul { list-style: none; padding: 0; }
            .vak { display: inline-block; width: .8em; height: .8em; border: 1.5px solid #1a1a1a; margin-right: .6em; }
            </style>
            </head>
            <body>
            <h1>{{Encode(_titel)}}</h1>
            <ol class="stappen">
            {{stappen}}
            </ol>
            <section class="lijst">
            <h2>Klaar? Vink af</h2>
            <ul>
            {{lijst}}
            </ul>
            </section>
            </body>
            </html>
            """.ReplaceLineEndings("\n") + "\n";
    }

    private static string List(IEnumerable<string> regels) =>
        string.Concat(regels.Select(regel => $"<li>{Encode(regel)}</li>"));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private sealed record Stap(string Titel, IReadOnlyList<string> Regels);
}
