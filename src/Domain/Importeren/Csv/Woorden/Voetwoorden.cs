using System.Text.RegularExpressions;

namespace Kurve.Numo.Domain.Importeren.Csv.Woorden;

/// <summary>What reports print below a list: totals, and when and by whom it was printed. No line of it is a
/// person.</summary>
internal static class Voetwoorden
{
    private const int Longest = 200;

    private static readonly Regex Voet = new(
        @"^\W*("
        + @"((eind|sub|groeps)?tota(al|len)|grand total|sub-?total|totals?|aantal|som|count|number of [a-z ]+)\b.*"
        + @"|(afgedrukt|geprint|uitgeprint|gegenereerd|geexporteerd|geëxporteerd|aangemaakt|gemaakt|opgemaakt|bijgewerkt|uitgedraaid"
        + @"|printed|generated|exported|created|produced|last updated|laatst bijgewerkt)\b.*"
        + @"|(print|export|afdruk|rapport|peil|report)[ -]?(datum|date|tijd|moment)\b.*|(peil)?datum *[:=].*|date *[:=].*"
        + @"|(bron|source|gebruiker|user|filter|selectie|selection|school|opmerkingen?|toelichting|let op|note) *[:=].*"
        + @"|(pagina|page|blad|blz\.?|pag\.?) *[0-9]+( *(van|of|/) *[0-9]+)?\W*"
        + @"|(einde?|end)( (van|of))?( (de|het|the))? (lijst|rapport|overzicht|bestand|export|report|file|list)\b.*|einde?\W*|eof\W*"
        + @"|\(?[0-9]+ (leerlingen|leerling|docenten|docent|personen|deelnemers|studenten|records?|regels?|rijen|rij|rows?|students"
        + @"|pupils|teachers|users|gebruikers|items|resultaten|results)\b.*"
        + @"|(©|\(c\)|copyright)\b?.*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase | RegexOptions.Singleline);

    /// <summary>Whether a line begins as the foot of a report does.</summary>
    public static bool IsVoet(string waarde) =>
        waarde.Length is > 1 and <= Longest && Voet.IsMatch(waarde);
}
