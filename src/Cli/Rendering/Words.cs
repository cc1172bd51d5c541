using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Values of the API as the words of the domain.</summary>
internal static class Words
{
    /// <summary>A state, as the API writes it without its prefix: <c>VERGELEKEN</c>.</summary>
    public static string Of(ImportState state) => state.ToString().ToUpperInvariant();

    /// <summary>A kind: <c>nieuw</c>.</summary>
    public static string Of(RegelSoort soort) => soort.ToString().ToLowerInvariant();

    /// <summary>Leerling or docent.</summary>
    public static string Of(Persoonssoort persoon) => persoon.ToString().ToLowerInvariant();

    /// <summary>Active or archived.</summary>
    public static string Of(Status status) => status.ToString().ToLowerInvariant();

    /// <summary>Active or archived; of who comes later, from which day.</summary>
    public static string StatusOf(Leerling leerling) => StatusOf(leerling.Status, leerling.Vanaf);

    /// <summary>The same of a docent.</summary>
    public static string StatusOf(Docent docent) => StatusOf(docent.Status, docent.Vanaf);

    private static string StatusOf(Status status, string vanaf) =>
        status == Status.Actief && vanaf.Length > 0 ? $"from {vanaf}" : Of(status);

    /// <summary>What became of a row, as a word of Dutch.</summary>
    public static string Of(Regeluitkomst uitkomst) => uitkomst switch
    {
        Regeluitkomst.NietGekozen => "niet-gekozen",
        Regeluitkomst.NietTeruggedraaid => "niet-teruggedraaid",
        _ => uitkomst.ToString().ToLowerInvariant(),
    };

    /// <summary>A way of moving: <c>vestiging</c>.</summary>
    public static string Of(Verplaatsing verplaatsing) => verplaatsing.ToString().ToLowerInvariant();

    /// <summary>Who does the next step.</summary>
    public static string Of(Actiehouder wie) =>
        wie == Actiehouder.Niemand ? "nobody" : wie.ToString().ToLowerInvariant();

    /// <summary>A number, for people.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of things: <c>1 koppeling</c>, <c>2 koppelingen</c>.</summary>
    public static string Count(int number, string one, string many) => $"{Of(number)} {(number == 1 ? one : many)}";

    /// <summary>A value of which it shows when it is empty.</summary>
    public static string OrEmpty(string value) => value.Length == 0 ? "(empty)" : value;

    /// <summary>A moment in the time of this machine; empty when absent.</summary>
    public static string Of(Timestamp? moment) =>
        moment?.ToDateTimeOffset().ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>By which clock moments are shown, for where that may be mistaken.</summary>
    public static string Zone => $"Times in {TimeZoneInfo.Local.Id}.";

    /// <summary>A doelgroep: <c>havo 4</c>; empty when unknown.</summary>
    public static string Of(Doelgroep? doelgroep) => doelgroep is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{doelgroep.OpleidingNaam} {doelgroep.Leerjaar}");

    /// <summary>A name in reading order.</summary>
    public static string NameOf(Leerling leerling) =>
        NameOf(leerling.Roepnaam, leerling.Voorvoegsel, leerling.Achternaam);

    /// <summary>A name in reading order.</summary>
    public static string NameOf(Docent docent) => NameOf(docent.Roepnaam, docent.Voorvoegsel, docent.Achternaam);

    /// <summary>A plan hash in the few characters that tell two plans apart.</summary>
    public static string ShortHash(string hash) => hash.Length > 12 ? hash[..12] : hash;

    /// <summary>The first characters of a run's id: the moment at which it was made, so that one school has no two.</summary>
    public static string ShortId(string id) => id.Length > 13 ? id[..13] : id;

    private static string NameOf(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
