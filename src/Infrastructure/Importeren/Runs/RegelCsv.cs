using System.Globalization;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

/// <summary>The rows of a run in Dutch, for a school's administrator.</summary>
internal static class RegelCsv
{
    public static readonly IReadOnlyList<string> Heads =
    [
        "regel", "rol", "soort", "uitkomst", "naam", "stamgroep", "doelgroep", "wijzigingen", "meldingen", "code",
        "account",
    ];

    public static IEnumerable<string?> Values(ImportRegelView regel) =>
    [
        regel.Nummer.ToString(CultureInfo.InvariantCulture),
        regel.Persoon == Persoonssoort.Leerling ? "leerling" : "docent",
        Soort(regel.Soort),
        Uitkomst(regel),
        regel.Naam,
        regel.Stamgroep,
        regel.Doelgroep,
        string.Join("; ", regel.Wijzigingen.Select(Wijziging)),
        string.Join(" ", regel.Meldingen.Select(m => m.Tekst)),
        string.Join(" ", regel.Meldingen.Select(m => m.Code)),
        (regel.AccountId ?? regel.NieuwAccountId)?.ToString(),
    ];

    /// <summary>The word for a kind; a kind without one is a bug.</summary>
    public static string Soort(RegelSoort soort) => soort switch
    {
        RegelSoort.Nieuw => "nieuw",
        RegelSoort.Bijwerken => "bijwerken",
        RegelSoort.Heractiveren => "heractiveren",
        RegelSoort.Archiveren => "archiveren",
        RegelSoort.Ongewijzigd => "ongewijzigd",
        RegelSoort.Conflict => "conflict",
        RegelSoort.Afgekeurd => "afgekeurd",
        RegelSoort.Aangehouden => "aangehouden",
        _ => throw new ArgumentOutOfRangeException(nameof(soort), soort, "No word for this kind."),
    };

    private static string Uitkomst(ImportRegelView regel) => regel.Uitkomst switch
    {
        Regeluitkomst.Toegepast => "toegepast",
        Regeluitkomst.NietGekozen => "niet gekozen",
        Regeluitkomst.Gelaten => "gelaten",
        Regeluitkomst.Teruggedraaid => "teruggedraaid",
        Regeluitkomst.NietTeruggedraaid =>
            $"niet teruggedraaid: {Herstelmeldingen.Of(regel.Beletsel ?? Herstelbeletsel.Gewijzigd).Tekst}",
        _ => "",
    };

    private static string Wijziging(Veldwijziging wijziging) =>
        $"{Veldwoorden.Of(wijziging.Veld)}: {Waarde(wijziging.Oud)} → {Waarde(wijziging.Nieuw)}"
            + (wijziging.Vergrendeld ? " (vergrendeld)" : wijziging.Aangehouden ? " (aangehouden)" : "");

    private static string Waarde(string? waarde) => string.IsNullOrEmpty(waarde) ? "(leeg)" : waarde;
}
