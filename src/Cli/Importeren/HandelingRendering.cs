using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Says who did what with a run.</summary>
internal static class HandelingRendering
{
    /// <summary>One thing: <c>applied by jansen, 2026-08-20 09:00 (12 persons)</c>.</summary>
    public static string Of(Handeling handeling) =>
        $"{NameOf(handeling.Soort)} by {handeling.Wie}, {Words.Of(handeling.Moment)}"
            + (handeling.Personen > 0 ? $" ({Words.Count(handeling.Personen, "person", "persons")})" : "");

    /// <summary>Who did each thing, to stand behind something else; empty when nobody is known.</summary>
    public static string ByWhom(ImportRun run) => run.Handelingen.Count == 0
        ? ""
        : " — " + string.Join(
            ", ", run.Handelingen.Select(h => $"{NameOf(h.Soort)} by {h.Wie}"));

    /// <summary>How many undoing restored and left.</summary>
    public static string Undone(ImportRun run)
    {
        var done = run.Terugdraaiing ?? new Terugdraaiing();
        return Words.Count(done.Hersteld, "person", "persons")
            + (done.NietHersteld > 0 ? $", {done.NietHersteld} left" : "");
    }

    private static string NameOf(Handelingsoort soort) => soort switch
    {
        Handelingsoort.Aangevraagd => "requested",
        Handelingsoort.Vrijgegeven => "released",
        Handelingsoort.Toegepast => "applied",
        Handelingsoort.Verworpen => "discarded",
        Handelingsoort.Teruggedraaid => "undone",
        _ => soort.ToString().ToLowerInvariant(),
    };
}
