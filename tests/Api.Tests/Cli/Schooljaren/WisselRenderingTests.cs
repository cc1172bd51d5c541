using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Api.Tests.Cli.Schooljaren;

public sealed class WisselRenderingTests
{
    private static readonly SchooljaarAdvice Advice = new("", "99XY");

    [Fact]
    public void What_was_agreed_stands_beneath_what_was_found()
    {
        var shown = Show(new GetSchooljaarwisselResponse { Schooljaarwissel = WisselBuilder.Wissel(Wisselstaat.Akkoord) });

        shown.Should().ContainAll(
            "De Linde (99XY)", "begins in 61 days", "by directie", "archived from 2027-08-01", "next year = licences", "823");
        var lines = shown.Split('\n').ToList();
        var found = lines.FindIndex(line => line.Contains("leave, other years", StringComparison.Ordinal));
        lines[found].Should().EndWith("13");
        lines[found + 1].Should().Contain("agreed, at most").And.EndWith("150");
    }

    [Fact]
    public void All_fits_80_columns_with_many_vestigingen_and_everything_that_can_be_said()
    {
        var wissel = WisselBuilder.Wissel(Wisselstaat.Akkoord, "00", "01", "02", "03", "04", "05", "06");
        wissel.Vestigingen[3].Staat = Wisselstaat.Voorbereid;
        wissel.Klassentabel = WisselBuilder.Klassen();
        wissel.Punten.Add(WisselBuilder.Punt("KLASSEN_ONTBREKEN", "Van 6 leerlingen die blijven is er nog geen klas."));
        var einde = WisselBuilder.Einde();
        einde.Leerplannen[1].Groep = new string('H', 90);

        var shown = Show(new GetSchooljaarwisselResponse { Schooljaarwissel = wissel, Jaareinde = einde });

        shown.Split('\n').Where(line => !line.Contains("numo ", StringComparison.Ordinal))
            .Should().OnlyContain(line => line.Length <= 80, "only commands, which are pasted, may be longer");
        shown.Should().ContainAll("03 voorbereid", "5684", "KLASSEN_ONTBREKEN", "name stays");
    }

    [Fact]
    public void What_is_missing_is_told_with_who_acts_and_the_command_that_helps()
    {
        var wissel = WisselBuilder.Wissel(Wisselstaat.Voorbereid);
        wissel.Punten.Add(WisselBuilder.Punt("CODES_ONBEKEND", "Leg vast wat de codes van 8 leerlingen betekenen."));

        var shown = Show(new GetSchooljaarwisselResponse { Schooljaarwissel = wissel }, width: 200);

        shown.Should().ContainAll(
            "CODES_ONBEKEND", "school", "Leg vast", "numo opleiding unknown --school 99XY",
            "Next: numo schooljaar agree --school 99XY");
    }

    [Fact]
    public void A_run_that_waits_is_told_with_its_reason_and_is_the_next_step()
    {
        var wissel = WisselBuilder.Wissel(Wisselstaat.Begonnen);
        wissel.Wachtend.Add(WisselBuilder.Waiting());

        var shown = Show(new GetSchooljaarwisselResponse { Schooljaarwissel = wissel }, width: 200);

        shown.Should().ContainAll(
            RunBuilder.RunId, "BUITEN_AFSPRAAK: Er vertrekken 180", "RUN --release-brake",
            $"Next: numo import show --school 99XY {RunBuilder.RunId}");
    }

    [Fact]
    public void What_ends_is_counted_by_kind_and_names_groepen_that_become_others()
    {
        var shown = Show(new GetSchooljaarwisselResponse
        {
            Schooljaarwissel = WisselBuilder.Wissel(Wisselstaat.Voorbereid),
            Jaareinde = WisselBuilder.Einde(),
        });

        shown.Should().ContainAll("doelgroep", "go along", "H3a (00)", "2 leerlingen, 1 docent");
    }

    [Theory]
    [InlineData(Wisselstaat.Open, 61, "numo schooljaar prepare --school 99XY")]
    [InlineData(Wisselstaat.Begonnen, -5, "numo schooljaar agree --school 99XY")]
    [InlineData(Wisselstaat.Akkoord, 61, "Nothing to decide")]
    [InlineData(Wisselstaat.Klaar, -40, "Done.")]
    public void The_next_step_is_told(Wisselstaat staat, int dagen, string step)
    {
        var wissel = WisselBuilder.Wissel(staat);
        wissel.DagenTotBegin = dagen;

        Show(new GetSchooljaarwisselResponse { Schooljaarwissel = wissel }).TrimEnd().Split('\n')[^2..]
            .Should().Contain(line => line.Contains(step, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_shows_the_first_codes_that_fit_whole_and_counts_the_rest()
    {
        var wissel = WisselBuilder.Wissel(Wisselstaat.Voorbereid);
        wissel.Naam = new string('L', 60);
        wissel.Punten.Add(WisselBuilder.Punt("GEEN_AKKOORD", "x"));
        wissel.Punten.Add(WisselBuilder.Punt("LEERLINGEN_ONDUIDELIJK", "x"));
        wissel.Punten.Add(WisselBuilder.Punt("IMPORT_WACHT", "x"));
        wissel.Wachtend.Add(WisselBuilder.Waiting());

        var shown = Render(
            80, console => WisselListRendering.Write(console, [wissel, WisselBuilder.Wissel(Wisselstaat.Open)]));

        shown.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        shown.Should().ContainAll("GEEN_AKKOORD +2", "2 schools: 1 open, 1 voorbereid.", "1 run waits");
    }

    private static string Show(GetSchooljaarwisselResponse answer, int width = 80) =>
        Render(width, console => WisselRendering.Write(console, answer, Advice));

    private static string Render(int width, Action<IAnsiConsole> write)
    {
        using var writer = new StringWriter();
        var console = Terminal.Open(writer, isTerminal: false);
        console.Profile.Width = width;
        write(console);
        return writer.ToString();
    }
}
