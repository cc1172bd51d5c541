using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Synchronisatie;

/// <summary>Shows the nightly sync: schools, rondes, and what a school wants.</summary>
internal static class SyncRendering
{
    /// <summary>An outcome: <c>niets-nieuws</c>.</summary>
    public static string NameOf(Rondeuitkomst uitkomst) => uitkomst switch
    {
        Rondeuitkomst.NietsNieuws => "niets-nieuws",
        _ => uitkomst.ToString().ToLowerInvariant(),
    };

    /// <summary>Schools, one a line.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Sync> syncs)
    {
        var table = new TextTable(
            new("brin"), new("name", Shrinkable: true), new("next"), new("last"), new("uitkomst"),
            new("next step by"));
        foreach (var sync in syncs)
        {
            table.AddWithNote(
                sync.Pauze is { } pauze ? $"Paused by {pauze.Door}: {pauze.Reden}" : ReasonOf(sync.Laatste),
                sync.Brin,
                sync.Naam,
                Words.Of(sync.VolgendeTime),
                Words.Of(sync.Laatste?.StartTime),
                sync.Laatste is { } last ? NameOf(last.Uitkomst) : "",
                sync.Laatste is { } ronde ? Words.Of(ronde.Actiehouder) : "");
        }

        table.Write(console);
        Plain.Write(console, $"  {Words.Count(syncs.Count, "school", "schools")}. {Words.Zone}");
    }

    /// <summary>Rondes, one a line.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="rondes">The rondes.</param>
    /// <param name="waiting">The import that waits of one of them, if that is known.</param>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Ronde> rondes, ImportRun? waiting = null)
    {
        if (rondes.Count == 0)
        {
            Plain.Write(console, "  No rondes yet.");
            return;
        }

        var table = new TextTable(
            new("nacht"), new("by", Shrinkable: true), new("begun"), new("ended", Optional: true),
            new("tries", Right: true, Optional: true), new("uitkomst"), new("next step by"), new("import"));
        foreach (var ronde in rondes)
        {
            table.AddWithNote(
                string.Equals(ronde.ImportRunId, waiting?.Id, StringComparison.Ordinal)
                    ? ReasonOf(waiting!)
                    : ReasonOf(ronde),
                ronde.Volgnummer == 0 ? ronde.Nacht : $"{ronde.Nacht} +{Words.Of(ronde.Volgnummer)}",
                ronde.GevraagdDoor,
                Words.Of(ronde.StartTime),
                Words.Of(ronde.EndTime),
                Words.Of(ronde.Pogingen),
                NameOf(ronde.Uitkomst),
                Words.Of(ronde.Actiehouder),
                Words.ShortId(ronde.ImportRunId));
        }

        table.Write(console);
        var legend = rondes.Any(ronde => ronde.Volgnummer > 0)
            ? "+1, +2: the first and second that were asked for that day. "
            : "";
        Plain.Write(console, $"  {legend}{Words.Zone}");
    }

    /// <summary>When it is a school's turn next, or why it has none.</summary>
    /// <param name="sync">The school among those that are synced; null when it is not among them.</param>
    public static string NextOf(Sync? sync) => sync switch
    {
        null => "none: it has no koppeling",
        { VolgendeTime: { } moment } => Words.Of(moment),
        { Pauze: not null } => "none: it is paused",
        _ => "none: its koppeling was never activated, or is suspended",
    };

    /// <summary>What a school wants.</summary>
    public static void Write(IAnsiConsole console, Syncbeleid beleid, string next = "") => Details.Write(
        console,
        ("next", next),
        ("past toe", beleid.Soorten.Count == 0 ? "niets" : string.Join(", ", beleid.Soorten.Select(Words.Of))),
        ("pauze", beleid.Pauze is { } pauze ? $"{pauze.Reden} ({pauze.Door}, {Words.Of(pauze.CreateTime)})" : "geen"),
        ("door", beleid.Door),
        ("gewijzigd", Words.Of(beleid.UpdateTime)));

    private static string ReasonOf(ImportRun run) => run.State == ImportState.Wachtend
        ? string.Join(" ", run.Remmen.Select(rem => $"{rem.Code}: {rem.Tekst}"))
        : $"The import is {Words.Of(run.State)} by now.";

    private static string ReasonOf(Ronde? ronde)
    {
        var fout = ronde?.Fout is { } reason ? $"{reason.Code}: {reason.Tekst}" : "";
        return ronde switch
        {
            { Uitkomst: Rondeuitkomst.Open, NietVoorTime: { } moment } =>
                $"{fout} Het wordt om {Words.Of(moment)} opnieuw geprobeerd.".TrimStart(),
            { Uitkomst: Rondeuitkomst.Open, StartTime: null } =>
                "Not begun yet. It begins within seconds, unless many schools wait or no process schedules "
                    + "(Numo:Sync:Actief).",
            _ => fout,
        };
    }
}
