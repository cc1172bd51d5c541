using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Says what to do with a run.</summary>
internal static class RunAdvice
{
    /// <summary>The command that comes after a preview, to the letter.</summary>
    /// <param name="run">The run.</param>
    /// <param name="options">The global options to repeat, ending with a space if there are any.</param>
    /// <param name="school">The school, as the user called it.</param>
    public static string NextStep(ImportRun run, string options, string school) => run.State switch
    {
        ImportState.Vergeleken or ImportState.Wachtend when HasNothingToApply(run) && Waiting(run) is { } waiting =>
            $"Nothing to apply now. {waiting}; next step by {Words.Of(run.Actiehouder)}. Each row says why: "
            + $"numo import show {options}--school {school} {run.Id} --soort conflict,afgekeurd,aangehouden",
        ImportState.Vergeleken when HasNothingToApply(run) => "Nothing to do: Numo is up to date.",
        ImportState.Vergeleken => $"Next: numo import apply {options}--school {school} {run.Id}",
        ImportState.Wachtend =>
            "The brake is on. If the school confirms that this is right: "
            + $"numo import apply {options}--school {school} {run.Id} --release-brake",
        _ => $"The run is {Words.Of(run.State)}.",
    };

    private static bool HasNothingToApply(ImportRun run) => ImportRendering.CountChanges(run) == 0
        && run.GroepenNieuw + run.GroepenBijwerken + run.GroepenArchiveren == 0;

    /// <summary>How many persons wait, by why; null when nobody does.</summary>
    private static string? Waiting(ImportRun run)
    {
        (int Aantal, string Why)[] waiting =
        [
            (ImportRendering.Count(run, t => t.Conflict), "in conflict"),
            (ImportRendering.Count(run, t => t.Afgekeurd), "rejected"),
            (ImportRendering.Count(run, t => t.Aangehouden), "held"),
        ];
        var told = waiting.Where(w => w.Aantal > 0).Select(w => $"{Words.Of(w.Aantal)} {w.Why}").ToList();
        return told.Count == 0 ? null : string.Join(", ", told);
    }

    private static string Settings(string code) => string.Equals(code, "UWLR_NIET_INGESTELD", StringComparison.Ordinal)
        ? "\nThe API needs Numo:Uwlr:Klantcode, Klantnaam and Autorisatiesleutel."
        : "";

    /// <summary>Why a run did not become a preview.</summary>
    public static string WhyNotReady(ImportRun run) => run switch
    {
        { State: ImportState.Mislukt, Fout: { } fout } =>
            $"{fout.Code}: {fout.Tekst} Volgende stap door {run.Actiehouder.ToString().ToLowerInvariant()}.{Settings(fout.Code)}",
        { State: ImportState.Verworpen } => $"Run {run.Id} was discarded, by a person or by a newer preview.",
        _ => $"Run {run.Id} ended as {Words.Of(run.State)}.",
    };
}
