using Google.Protobuf.Collections;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>Shows the change of school year at one school.</summary>
internal static class WisselRendering
{
    /// <summary>As many vestigingen as have room beside each other on 80 places.</summary>
    private const int MostBeside = 5;

    /// <summary>All of it, with what ends by it and the next step.</summary>
    public static void Write(IAnsiConsole console, GetSchooljaarwisselResponse answer, SchooljaarAdvice advice)
    {
        var wissel = answer.Schooljaarwissel;
        WriteState(console, wissel);
        BeleidRendering.Write(console, wissel.Klassentabel);
        WritePunten(console, wissel, advice);
        WriteWaiting(console, wissel, advice);
        JaareindeRendering.Write(console, answer.Jaareinde ?? new Jaareinde(), wissel, advice);
        Plain.Write(console, advice.NextStep(wissel));
    }

    /// <summary>How far it is, and what was agreed beside what was found.</summary>
    public static void WriteState(IAnsiConsole console, Schooljaarwissel wissel)
    {
        Details.Write(
            console,
            ("school", $"{wissel.Naam} ({wissel.Brin})"),
            ("schooljaar", $"{wissel.Schooljaar}, {SchooljaarWords.Begin(wissel.DagenTotBegin)}"),
            ("state", SchooljaarWords.NameOf(wissel.Staat)),
            ("vestigingen", StatenOf(wissel)),
            ("prepared", SchooljaarWords.Of(wissel.Voorbereid, "no")),
            ("agreed", SchooljaarWords.Of(wissel.Akkoord, "no")),
            ("leavers", $"archived from {wissel.VertrekOp} on"),
            ("newest run", wissel.ImportRunId));
        WriteCijfers(console, wissel.Vestigingen);
    }

    private static string StatenOf(Schooljaarwissel wissel) => wissel.Vestigingen.All(v => v.Staat == wissel.Staat)
        ? ""
        : string.Join(", ", wissel.Vestigingen.Select(v => $"{v.Vestiging} {SchooljaarWords.NameOf(v.Staat)}"));

    private static void WriteCijfers(IAnsiConsole console, RepeatedField<Vestigingwissel> vestigingen)
    {
        var maten = Wisselmaat.KnownOf(vestigingen);
        if (maten.Count == 0)
        {
            Plain.Write(console, "  Nothing was found yet.");
            return;
        }

        foreach (var beside in vestigingen.Chunk(MostBeside))
        {
            var isLast = vestigingen.Count > 1 && beside[^1].Equals(vestigingen[^1]);
            var table = new TextTable(
            [
                new("vestiging"),
                .. beside.Select(vestiging => new TextColumn(vestiging.Vestiging, Right: true)),
                .. isLast ? [new TextColumn("all", Right: true)] : Array.Empty<TextColumn>(),
            ]);
            foreach (var maat in maten)
            {
                table.Add(
                [
                    maat.IsAfspraak ? "  " + maat.Naam : maat.Naam,
                    .. beside.Select(vestiging => maat.Van(vestiging) is { } aantal ? Words.Of(aantal) : "-"),
                    .. isLast ? [Words.Of(maat.Sum(vestigingen))] : Array.Empty<string>(),
                ]);
            }

            table.Write(console);
        }
    }

    private static void WritePunten(IAnsiConsole console, Schooljaarwissel wissel, SchooljaarAdvice advice)
    {
        if (wissel.Punten.Count == 0)
        {
            return;
        }

        var table = new TextTable(new("missing, or waits"), new("next step by"));
        foreach (var punt in wissel.Punten)
        {
            table.AddWithNote(punt.Tekst, punt.Code, Words.Of(punt.Actiehouder));
        }

        table.Write(console);
        // A note is wrapped; a command must stay a line.
        var next = advice.NextStep(wissel);
        foreach (var command in wissel.Punten.Select(punt => advice.CommandFor(punt.Code)).OfType<string>())
        {
            if (!next.Contains(command, StringComparison.Ordinal))
            {
                Plain.Write(console, $"  Helps: {command}");
            }
        }
    }

    private static void WriteWaiting(IAnsiConsole console, Schooljaarwissel wissel, SchooljaarAdvice advice)
    {
        if (wissel.Wachtend.Count == 0)
        {
            return;
        }

        var table = new TextTable(new("run that waits"), new("plan"));
        foreach (var run in wissel.Wachtend)
        {
            table.AddWithNote(
                string.Join(" ", run.Remmen.Select(rem => $"{rem.Code}: {rem.Tekst}")),
                run.ImportRunId,
                Words.ShortHash(run.PlanHash));
        }

        table.Write(console);
        Plain.Write(
            console, $"If the school confirms that it is right: {advice.For("import apply")} RUN --release-brake");
    }
}
