using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>Says who does what next with a koppeling.</summary>
internal static class KoppelingAdvice
{
    /// <summary>The first gate that is not proved, or null.</summary>
    public static Poortstand? FirstOpen(Koppeling koppeling) =>
        koppeling.Poorten.FirstOrDefault(stand => stand.Status != Poortstatus.Bevestigd);

    /// <summary>Who acts next: Kurve for a koppeling that was stopped by hand, else who has the first gate.</summary>
    public static Actiehouder NextActor(Koppeling koppeling) => koppeling.Staat == Koppelstaat.Opgeschort
        ? Actiehouder.Kurve
        : FirstOpen(koppeling)?.Actiehouder ?? Actiehouder.Niemand;

    /// <summary>The command that support gives next, to the letter.</summary>
    /// <param name="koppeling">The koppeling.</param>
    /// <param name="options">The global options to repeat, ending with a space if there are any.</param>
    /// <param name="school">The school, as the user called it.</param>
    public static string NextCommand(Koppeling koppeling, string options, string school) =>
        $"Next: numo {Verb(koppeling)} {options}--school {school}";

    private static string Verb(Koppeling koppeling) => koppeling switch
    {
        { Staat: Koppelstaat.Opgeschort } => "koppeling resume",
        { Staat: Koppelstaat.Actief } => "import preview",
        _ when koppeling.Poorten.Any(NeedsKit) => "koppeling kit",
        _ when FirstOpen(koppeling)?.Poort == Poort.Activatie => "koppeling activate",
        _ => "koppeling test",
    };

    // Kurve has this gate, without a report to check, only as long as the school has no password.
    private static bool NeedsKit(Poortstand stand) => stand is
    {
        Poort: Poort.WachtwoordEnQuery,
        Status: Poortstatus.Open or Poortstatus.Vervallen,
        Actiehouder: Actiehouder.Kurve,
    };

    /// <summary>The latest diagnosis in a line.</summary>
    public static string Describe(Proef proef)
    {
        var head = $"{Words.Of(proef.Moment)} by {proef.Door}";
        var failed = proef.Controles.FirstOrDefault(c => c.Uitkomst == Controleuitkomst.Mislukt);
        return failed is null
            ? $"{head}: {(proef.Geslaagd ? "geslaagd" : "mislukt")}, {proef.Controles.Count} controles"
            : $"{head}: mislukt bij {KoppelingWords.NameOf(failed.Soort)}: {KoppelingWords.Seen(failed)}. "
                + KoppelingWords.Advice(failed);
    }
}
