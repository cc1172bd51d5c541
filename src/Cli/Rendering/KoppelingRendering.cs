using System.Globalization;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Shows koppelingen: their gates, and what a diagnosis saw. Readable without colours too.</summary>
internal static class KoppelingRendering
{
    private const int ShownHistory = 5;

    /// <summary>A koppeling with its gates and the next step.</summary>
    public static void Write(IAnsiConsole console, Koppeling koppeling)
    {
        Details.Write(
            console,
            ("las", koppeling.Las.ToString().ToLowerInvariant()),
            ("schooldomein", koppeling.Schooldomein),
            ("gebruiker", koppeling.WebserviceGebruiker),
            ("staat", Name(koppeling.Staat)),
            ("opgeschort", koppeling.OpgeschortReden),
            ("pakket uitgegeven", Words.Of(koppeling.PakketUitgegeven)),
            ("wachtwoord", koppeling.WachtwoordWisselt ? "a next one waits to be seen by a test" : ""),
            ("uwlr-endpoint", koppeling.UwlrEndpoint),
            ("eigen uwlr-sleutel", koppeling.EigenUwlrSleutel ? "ja" : ""));
        WriteGates(console, koppeling);
        WriteNextStep(console, koppeling);
    }

    /// <summary>The five gates, in their order.</summary>
    public static void WriteGates(IAnsiConsole console, Koppeling koppeling)
    {
        var table = new TextTable(
            new(""), new("poort"), new("status"), new("sinds"), new("door", Shrinkable: true),
            new("bewijs", Shrinkable: true));
        foreach (var poort in koppeling.Poorten)
        {
            table.Add(
                Sign(poort.Status), Name(poort.Poort), Name(poort.Status), Words.Of(poort.Sinds), poort.Door, poort.Bewijs);
        }

        table.Write(console);
    }

    /// <summary>The five signs alone, one a line with its gate.</summary>
    public static string Signs(Koppeling koppeling) => string.Concat(koppeling.Poorten.Select(p => Sign(p.Status)));

    /// <summary>Who does what next.</summary>
    public static void WriteNextStep(IAnsiConsole console, Koppeling koppeling)
    {
        var next = koppeling.Poorten.FirstOrDefault(p => p.Status != Poortstatus.Bevestigd);
        Plain.Write(console, next is null
            ? "  All gates are proved: imports may run."
            : $"  Volgende stap bij {Words.Of(next.Actiehouder)}: {next.VolgendeStap}");
    }

    /// <summary>A check of a diagnosis, on a line; what is wrong and who acts below it.</summary>
    public static void Write(IAnsiConsole console, Controle controle)
    {
        var duur = string.Create(CultureInfo.InvariantCulture, $"{controle.Duur.ToTimeSpan().TotalMilliseconds:0} ms");
        Plain.Write(console, $"  {Sign(controle.Uitkomst)} {Name(controle.Soort),-15} {duur,8}  {controle.Gezien}");
        if (controle.Advies.Length > 0)
        {
            Plain.Write(console, $"      {Words.Of(controle.Actiehouder)}: {controle.Advies} ({controle.Code})");
        }
    }

    /// <summary>The latest diagnosis and the last steps.</summary>
    public static void WriteHistory(IAnsiConsole console, GetKoppelingResponse answer)
    {
        if (answer.LaatsteProef is { } proef)
        {
            var failed = proef.Controles.Where(c => c.Uitkomst == Controleuitkomst.Mislukt).Select(c => Name(c.Soort));
            Plain.Write(
                console,
                $"  Laatste test {Words.Of(proef.Moment)} door {proef.Door}: "
                + (proef.Geslaagd ? "geslaagd" : "mislukt bij " + string.Join(", ", failed)) + ".");
        }

        foreach (var stap in answer.Geschiedenis.Take(ShownHistory))
        {
            Plain.Write(
                console,
                $"  {Words.Of(stap.Moment)}  {Name(stap.Poort)}: {Name(stap.Van)} > {Name(stap.Naar)} door {stap.Door} ({stap.Bewijs})");
        }
    }

    /// <summary>Koppelingen, one a line.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<KoppelingRegel> regels)
    {
        if (regels.Count == 0)
        {
            console.WriteLine("No koppelingen like that.");
            return;
        }

        var table = new TextTable(
            new("brin"), new("naam", Shrinkable: true), new("staat"), new("poorten"), new("stap bij"),
            new("laatste test"));
        foreach (var regel in regels)
        {
            var next = regel.Koppeling.Poorten.FirstOrDefault(p => p.Status != Poortstatus.Bevestigd);
            var test = regel.LaatsteProef is null ? "" : Words.Of(regel.LaatsteProef) + (regel.ProefGeslaagd ? "" : " mislukt");
            table.Add(
                regel.Brin, regel.Naam, Name(regel.Koppeling.Staat), Signs(regel.Koppeling),
                next is null ? "" : Words.Of(next.Actiehouder), test);
        }

        table.Write(console);
        Plain.Write(
            console,
            "  poorten: toestemming, webservice, wachtwoord en query, allowlisting, activatie; + bevestigd, ~ gemeld, "
            + "! vervallen, . open");
    }

    /// <summary>A gate, as a person calls it and types it.</summary>
    public static string Name(Poort poort) => poort switch
    {
        Poort.WachtwoordEnQuery => "wachtwoord-en-query",
        _ => poort.ToString().ToLowerInvariant(),
    };

    private static string Name(Poortstatus status) => status.ToString().ToLowerInvariant();

    private static string Name(Koppelstaat staat) =>
        staat == Koppelstaat.InOpbouw ? "in opbouw" : staat.ToString().ToLowerInvariant();

    private static string Name(Controlesoort soort) => soort switch
    {
        Controlesoort.RechtOpLijst => "recht op lijst",
        Controlesoort.UwlrToegang => "uwlr-toegang",
        _ => soort.ToString().ToLowerInvariant(),
    };

    private static string Sign(Poortstatus status) => status switch
    {
        Poortstatus.Bevestigd => "+",
        Poortstatus.Gemeld => "~",
        Poortstatus.Vervallen => "!",
        _ => ".",
    };

    private static string Sign(Controleuitkomst uitkomst) => uitkomst switch
    {
        Controleuitkomst.Geslaagd => "+",
        Controleuitkomst.Waarschuwing => "?",
        Controleuitkomst.Mislukt => "!",
        _ => ".",
    };
}
