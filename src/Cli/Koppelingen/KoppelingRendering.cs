using Google.Protobuf.Collections;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>Shows koppelingen: their gates, who acts next, and their history.</summary>
internal static class KoppelingRendering
{
    private const int ShownEvents = 5;

    private static readonly IReadOnlyList<Poort> Poorten =
        [Poort.Toestemming, Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting, Poort.Activatie];

    /// <summary>Koppelingen, one a line.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<KoppelingRegel> regels)
    {
        var unicode = console.Profile.Capabilities.Unicode;
        var table = new TextTable(
            new("brin"), new("name", Whole: true), new("state"), new("poorten", Signs: true), new("next step by"),
            new("last proef", Shrinkable: true));
        foreach (var regel in regels)
        {
            table.Add(
                regel.Brin, regel.Naam, KoppelingWords.Of(regel.Koppeling.Staat), Signs(regel.Koppeling, unicode),
                Words.Of(KoppelingAdvice.NextActor(regel.Koppeling)), LastProef(regel));
        }

        table.Write(console);
        Plain.Write(console, $"  poorten: {string.Join(", ", Poorten.Select(KoppelingWords.Of))}");
        Plain.Write(console, $"  {KoppelingWords.Legend(unicode)}");
        Plain.Write(console, $"  {Words.Count(regels.Count, "koppeling", "koppelingen")}");
    }

    /// <summary>A koppeling with its gates, the next step, the latest diagnosis and the last of its history.</summary>
    public static void Write(IAnsiConsole console, GetKoppelingResponse answer)
    {
        Write(console, answer.Koppeling);
        WritePoorten(console, answer.Koppeling);
        var proef = answer.LaatsteProef is { } last ? KoppelingAdvice.Describe(last) : "never";
        Plain.Write(console, "  Last proef: " + proef);
        WriteHistory(console, answer.Geschiedenis);
    }

    /// <summary>A koppeling without its gates.</summary>
    public static void Write(IAnsiConsole console, Koppeling koppeling) => Details.Write(
        console,
        ("las", koppeling.Las.ToString().ToLowerInvariant()),
        ("schooldomein", koppeling.Schooldomein),
        ("user", koppeling.WebserviceGebruiker),
        ("password", koppeling.WachtwoordWisselt ? "the next one waits for a test" : ""),
        ("kit issued", Words.Of(koppeling.PakketUitgegeven)),
        ("state", koppeling.Staat == Koppelstaat.Unspecified ? "" : KoppelingWords.Of(koppeling.Staat)),
        ("UWLR address", koppeling.UwlrEndpoint),
        ("UWLR key", koppeling.EigenUwlrSleutel ? "its own" : "Kurve's"));

    /// <summary>The gates in their order, why it was stopped, and the next step in words.</summary>
    public static void WritePoorten(IAnsiConsole console, Koppeling koppeling)
    {
        var unicode = console.Profile.Capabilities.Unicode;
        var table = new TextTable(
            new("", Signs: true), new("poort"), new("status"), new("since"), new("by", Shrinkable: true));
        foreach (var stand in koppeling.Poorten)
        {
            table.AddWithNote(
                stand.Bewijs,
                KoppelingWords.Sign(stand.Status, unicode).ToString(), KoppelingWords.Of(stand.Poort),
                KoppelingWords.Of(stand.Status), Words.Of(stand.Sinds), stand.Door);
        }

        table.Write(console);
        if (koppeling.OpgeschortReden.Length > 0 || koppeling.Staat == Koppelstaat.Opgeschort)
        {
            Marked.Warn(console, $"opgeschort: {koppeling.OpgeschortReden}");
        }

        Plain.Write(console, "  " + NextStep(koppeling));
    }

    /// <summary>One check that ended, with what to do when it did not succeed.</summary>
    public static void Write(IAnsiConsole console, Controle controle)
    {
        var sign = KoppelingWords.Sign(controle.Uitkomst, console.Profile.Capabilities.Unicode);
        console.Markup($"  [{KoppelingWords.ColorOf(controle.Uitkomst)}]{sign}[/] ");
        var done = controle.Uitkomst is not Controleuitkomst.Overgeslagen;
        var duration = done ? KoppelingWords.DurationOf(controle) : "";
        var seen = done ? KoppelingWords.Seen(controle) : $"overgeslagen {KoppelingWords.Seen(controle)}";
        Wrapped.Write(
            console, $"{KoppelingWords.NameOf(controle.Soort),-14} {duration,9}  {seen}".TrimEnd(), margin: 4, begun: true);
        var advised = controle.Uitkomst is Controleuitkomst.Waarschuwing && controle.Advies.Length > 0;
        if (controle.Uitkomst is Controleuitkomst.Mislukt || advised)
        {
            Plain.Write(console, "      " + KoppelingWords.Advice(controle));
        }
    }

    private static string NextStep(Koppeling koppeling) => KoppelingAdvice.FirstOpen(koppeling) is { } stand
        ? $"Eerste open poort: {KoppelingWords.Of(stand.Poort)}. "
            + KoppelingWords.Step(stand.Actiehouder, stand.VolgendeStap)
        : "Alle poorten zijn bevestigd.";

    private static void WriteHistory(IAnsiConsole console, RepeatedField<Poortgebeurtenis> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new("when"), new("poort"), new("from"), new("to"), new("by", Shrinkable: true));
        foreach (var e in events.Take(ShownEvents))
        {
            table.AddWithNote(
                e.Bewijs,
                Words.Of(e.Moment), KoppelingWords.Of(e.Poort), KoppelingWords.Of(e.Van),
                e.Naar == e.Van ? "" : KoppelingWords.Of(e.Naar), e.Door);
        }

        table.Write(console);
        if (events.Count > ShownEvents)
        {
            var earlier = Words.Count(events.Count - ShownEvents, "earlier one", "earlier ones");
            Plain.Write(console, $"  {earlier} with --json.");
        }
    }

    private static string Signs(Koppeling koppeling, bool unicode) => string.Concat(Poorten
        .Select(poort => koppeling.Poorten.FirstOrDefault(stand => stand.Poort == poort)?.Status ?? Poortstatus.Open)
        .Select(status => KoppelingWords.Sign(status, unicode)));

    private static string LastProef(KoppelingRegel regel) => regel.LaatsteProef is null
        ? "never"
        : $"{KoppelingWords.Outcome(regel.ProefGeslaagd)} {Words.Of(regel.LaatsteProef)}";
}
