using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>What a school gets in writing: its query and its instructions.</summary>
/// <param name="QueryBestand">The API's name for the file of the query.</param>
/// <param name="QueryVersie">The version of its template.</param>
/// <param name="Query">The Decibel query.</param>
/// <param name="Tekst">The instructions as text.</param>
/// <param name="Html">The instructions as a page.</param>
internal sealed record KitFiles(string QueryBestand, string QueryVersie, string Query, string Tekst, string Html)
{
    /// <summary>Those of a new kit.</summary>
    public static KitFiles Of(IssueActivationKitResponse kit) => new(
        kit.QueryBestand, kit.QueryVersie, kit.Query, kit.InstructiesTekst, kit.InstructiesHtml);

    /// <summary>Those of a kit that was given before.</summary>
    public static KitFiles Of(GetInstructiesResponse kit) => new(
        kit.QueryBestand, kit.QueryVersie, kit.Query, kit.InstructiesTekst, kit.InstructiesHtml);

    /// <summary>Whether a password is among them.</summary>
    /// <param name="wachtwoord">The password; empty when none was made.</param>
    public bool Hold(string wachtwoord) => wachtwoord.Length > 0 && Array.Exists(
        [QueryBestand, Query, Tekst, Html], text => text.Contains(wachtwoord, StringComparison.Ordinal));
}
