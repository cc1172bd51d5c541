using System.Globalization;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>Says why a code was translated as it was.</summary>
public static class Vertaaluitleg
{
    /// <summary>Dutch, for the school.</summary>
    public static string Dutch(string code, Vertaling vertaling)
    {
        var (lezing, naam) = (vertaling.Lezing, vertaling.Opleiding?.Naam);
        var gelezen = (lezing.Regel, naam) switch
        {
            (Vertaalregel.School, _) => $"Uw school heeft vastgelegd dat '{code}' {naam} is.",
            (Vertaalregel.Elementcode, _) => $"'{code}' staat in de landelijke elementcodetabel als {naam}.",
            (Vertaalregel.Crebo, null) => $"'{code}' lijkt een crebo, maar het niveau is niet bekend.",
            (Vertaalregel.Crebo, _) => $"'{code}' is een crebo van {naam}.",
            (Vertaalregel.Patroon, _) =>
                $"'{code}' is geschreven zoals scholen {naam} schrijven{Parts(lezing, deel => deel.Betekenis)}.",
            (Vertaalregel.Verwant, _) =>
                $"Uw school heeft vastgelegd dat '{lezing.Verwante}' {naam} is, en '{code}' verschilt daarvan alleen in "
                + "leerjaar, profiel, stroom of klas.",
            (Vertaalregel.AndereScholen, _) => $"{lezing.Scholen} scholen hebben vastgelegd dat '{code}' {naam} is.",
            _ => $"'{code}' is niet bekend.",
        };
        var zeker = lezing.Zekerheid switch
        {
            Zekerheid.Hoog => "Dat is zeker en geldt vanzelf.",
            Zekerheid.Middel => "Dat is waarschijnlijk, maar niet zeker; leg de vertaling vast om haar te gebruiken.",
            Zekerheid.Laag => "Dat is een van de mogelijkheden; leg de vertaling vast om haar te gebruiken.",
            _ => "Kies zelf de opleiding en leg de vertaling vast.",
        };
        var leerjaar = vertaling.Leerjaaruitkomst switch
        {
            Leerjaaruitkomst.Ongeldig => $" Leerjaar {vertaling.Leerjaar} bestaat met deze code niet.",
            Leerjaaruitkomst.WijktAfVanCode =>
                $" De code zelf noemt leerjaar {lezing.Leerjaar}; leerjaar {vertaling.Leerjaar} telt.",
            _ => "",
        };
        return $"{gelezen} {zeker}{leerjaar}{Others(" Ook mogelijk: ", lezing)}";
    }

    /// <summary>English, for developers.</summary>
    public static string English(string code, Vertaling vertaling)
    {
        var lezing = vertaling.Lezing;
        var rule = lezing.Regel switch
        {
            Vertaalregel.School => "the school's own table",
            Vertaalregel.Elementcode => "the national elementcodes",
            Vertaalregel.Crebo => "the crebo's",
            Vertaalregel.Patroon => "the grammar of school codes",
            Vertaalregel.Verwant => $"what the school settled of its sibling '{lezing.Verwante}'",
            Vertaalregel.AndereScholen => $"what {lezing.Scholen} schools settled of it",
            _ => "no rule",
        };
        var meaning = vertaling.Opleiding is { } opleiding
            ? $"reads it as {opleiding.Code}, legal in leerjaar {string.Join(", ", lezing.Leerjaren)}"
            : "gives no opleiding";
        var leerjaar = vertaling.Leerjaar?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        return $"'{code}': {rule} {meaning}{Parts(lezing, deel => deel.Meaning)}; certainty {lezing.Zekerheid}, "
            + $"leerjaar {leerjaar} ({vertaling.Leerjaaruitkomst})."
            + Others(" Alternatives: ", lezing);
    }

    private static string Parts(Lezing lezing, Func<Codedeel, string> meaning) => lezing.Delen.Count == 0
        ? ""
        : $": {string.Join(", ", lezing.Delen.Select(deel => $"{deel.Tekst} = {meaning(deel)}"))}";

    private static string Others(string intro, Lezing lezing) => lezing.Alternatieven.Count == 0
        ? ""
        : $"{intro}{string.Join(", ", lezing.Alternatieven.Select(o => o.Naam))}.";
}
