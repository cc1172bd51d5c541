using Kurve.Numo.Api.Tests.Cli.Koppelingen;
using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class RenderingTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(200)]
    public void A_plan_has_one_line_per_person_at_any_width(int width)
    {
        var text = Render(width, console => RegelRendering.Write(console, [LongRow(1), LongRow(2), LongRow(3)]));

        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.Should().OnlyContain(line => line.Length <= width);
        lines.Count(line => line.Contains("Maria", StringComparison.Ordinal)).Should().Be(3);
        lines.Count(line => line.Contains("bijwerken", StringComparison.Ordinal)).Should().Be(3);
        lines.Count(line => line.Length > 0).Should().Be(3 + 2, "a heading, its line, and the rows");
    }

    [Fact]
    public void Every_kind_of_row_crosses_the_wire_and_is_called_what_it_is()
    {
        var kinds = Enum.GetValues<Domain.Importeren.RegelSoort>();

        kinds.Should().AllSatisfy(
            soort => Words.Of((RegelSoort)soort).Should().Be(soort.ToString().ToLowerInvariant()));
        Enum.GetValues<RegelSoort>().Should().HaveCount(1 + kinds.Length, "UNSPECIFIED is none of them");
    }

    [Fact]
    public void What_does_not_fit_is_cut_with_an_ellipsis()
    {
        var text = Render(80, console => RegelRendering.Write(console, [LongRow(1)]));

        text.Should().Contain("…").And.Contain("bijwerken").And.Contain("leerling");
    }

    [Fact]
    public void A_change_shows_old_and_new_and_whether_it_is_locked()
    {
        var regel = new ImportRegel
        {
            Wijzigingen =
            {
                new Veldwijziging { Veld = "achternaam", Oud = "Jansen", Nieuw = "Pieters" },
                new Veldwijziging { Veld = "roepnaam", Oud = "", Nieuw = "Noor", Vergrendeld = true },
            },
            Meldingen = { new Melding { Code = "OPLEIDING_ONBEKEND", Tekst = "Opleidingscode X9 is onbekend." } },
        };

        RegelRendering.What(regel).Should().Be(
            "achternaam: Jansen → Pieters; roepnaam: (empty) → Noor (vergrendeld); Opleidingscode X9 is onbekend.");
    }

    [Fact]
    public void A_name_is_shown_to_the_letter_and_cannot_give_orders()
    {
        var regel = new ImportRegel { Nummer = 1, Naam = "[red]Bo[/]\u001b[31m\u202e", Soort = RegelSoort.Nieuw };

        var text = Render(120, console => RegelRendering.Write(console, [regel]));

        text.Should().Contain("[red]Bo[/]").And.NotContain("\u001b").And.NotContain("\u202e");
    }

    [Fact]
    public void The_join_shows_each_column_and_which_was_used()
    {
        var rapport = new Koppelrapport
        {
            Leerlingen = 800,
            Regels = 812,
            LeerlingenZonderRegel = 4,
            RegelsZonderLeerling = 16,
            Kolommen =
            {
                new Koppelkolom { Naam = "ExterneId = @key", Treffers = 796, Aandeel = 0.995, Gekozen = true },
                new Koppelkolom { Naam = "stamnr = @key", Treffers = 3, Aandeel = 0.00375 },
            },
        };

        var text = Render(80, console => ImportRendering.WriteJoin(console, rapport));

        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Should()
            .ContainAll("ExterneId = @key", "99.5 %", "0.4 %", "4 without a row", "(16 without a leerling)");
        text.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80, "sentences break between words");
    }

    [Fact]
    public void Very_long_wide_and_broken_names_leave_a_table_readable()
    {
        var @long = new Leerling
        {
            Roepnaam = new string('L', 100),
            Achternaam = new string('M', 99),
            Stamnummer = "1",
            Stamgroep = new Groepverwijzing { Naam = "H3a" },
        };
        var wide = new Leerling { Roepnaam = "李小龍李小龍", Achternaam = "\u202Eomgekeerd\tTab", Stamnummer = "22" };
        var plain = new Leerling { Roepnaam = "Kim", Achternaam = "Boer", Stamnummer = "333" };

        var text = Render(80, console => PersoonRendering.WriteList(console, [@long, wide, plain]));

        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.Should().OnlyContain(line => SafeText.Width(line) <= 80);
        string.Concat(lines.Select(line => line.Trim())).Should().Contain(new string('M', 99), "a name that was cut follows whole");
        string[] numbers = ["1", "22", "333"];
        lines.Where(line => numbers.Any(n => line.Contains($"  {n}  ", StringComparison.Ordinal) || line.EndsWith($"  {n}", StringComparison.Ordinal)))
            .Select(line => SafeText.Width(line[..Array.FindIndex(line.ToCharArray(), char.IsAsciiDigit)]))
            .Distinct().Should().ContainSingle("columns stay under each other");
        lines.Single(line => line.Contains("Kim", StringComparison.Ordinal)).Should().NotContain("…");
        text.Should().NotContain("\t").And.NotContain("\u202E");
    }

    [Theory]
    [InlineData("Next: numo import apply --school 99XY RUN --release-brake", "numo import apply --school 99XY RUN --release-brake")]
    [InlineData("Get one with `numo token --scope numo.read --hours 1` and go on", "`numo token --scope numo.read --hours 1`")]
    public void A_sentence_breaks_between_words_and_a_command_never(string sentence, string command)
    {
        var lines = Wrapped.Lines(sentence, 20);

        lines.Should().Contain(command).And.HaveCountGreaterThan(1);
        string.Join(' ', lines).Should().Be(sentence);
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData("Ja", true)]
    [InlineData(" J ", true)]
    [InlineData("yes", true)]
    [InlineData("", false)]
    [InlineData("n", false)]
    [InlineData("nee", false)]
    public void Yes_is_understood_in_dutch_and_english(string answer, bool expected) =>
        Terminal.IsYes(answer).Should().Be(expected);

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_evidence_of_a_gate_is_wrapped_and_never_cut(int width)
    {
        var koppeling = KoppelingBuilder.Halfway();
        koppeling.Poorten[0].Bewijs = string.Join(' ', Enumerable.Range(1, 40).Select(n => $"blijk{n}"));

        var text = Render(width, console => KoppelingRendering.WritePoorten(console, koppeling));

        text.Should().ContainAll("blijk1 ", "blijk40").And.NotContain("…");
        text.Split('\n').Where(line => line.Contains("blijk", StringComparison.Ordinal))
            .Should().HaveCountGreaterThan(1).And.OnlyContain(line => line.TrimEnd().Length <= width);
    }

    [Theory]
    [InlineData(9, "9 persons: 7 nieuw, 2 archiveren")]
    [InlineData(1, "1 person, chosen from nieuw, archiveren")]
    public void What_was_applied_is_counted_per_kind_where_that_is_known(int persons, string expected)
    {
        var run = RunBuilder.Run(ImportState.Toegepast, nieuw: 7, archiveren: 2);
        run.ToegepastePersonen = persons;
        run.ToegepasteSoorten.Add([RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Archiveren]);

        Render(80, console => ImportRendering.WriteOutcome(console, run)).Should().Contain(expected);
        Render(80, console => ImportRendering.WriteHistory(console, [run])).Should().Contain("applied: " + expected);
    }

    [Fact]
    public void A_melding_of_a_row_is_whole_beneath_it()
    {
        var regel = new ImportRegel { Nummer = 1, Naam = "Sam Voorbeeld" };
        var tekst = string.Join(' ', Enumerable.Repeat("reden", 40)) + " slot";
        regel.Meldingen.Add(new Melding { Code = "X", Tekst = tekst });

        var text = Render(80, console => RegelRendering.Write(console, [regel]));

        text.Should().Contain("slot").And.NotContain("…");
        text.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Fact]
    public void What_goes_to_a_pipe_is_not_cut()
    {
        using var writer = new StringWriter();
        var naam = string.Concat(Enumerable.Repeat("Wilhelmina ", 40)) + "slot";

        RegelRendering.Write(
            Terminal.Open(writer, isTerminal: false), [new ImportRegel { Nummer = 1, Naam = naam, Doelgroep = naam }]);

        writer.ToString().Should().Contain(naam).And.NotContain("…");
    }

    [Fact]
    public void A_history_fits_on_80_columns_and_shows_why_a_run_failed()
    {
        var failed = RunBuilder.Run(ImportState.Mislukt);
        failed.Fout = new Importfout { Code = "LIJST_LEEG", Tekst = "De lijst is leeg." };

        var text = Render(80, console => ImportRendering.WriteHistory(console, [failed]));

        text.Should().Contain("LIJST_LEEG: De lijst is leeg.");
        text.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2, "2 rows")]
    public void A_number_agrees_with_its_noun(int number, string expected) =>
        Words.Count(number, "row", "rows").Should().Be(expected);

    [Fact]
    public void A_table_that_cannot_fit_at_all_breaks_no_cell()
    {
        var text = Render(20, console => RegelRendering.Write(console, [LongRow(1)]));

        text.TrimEnd().Split('\n').Where(line => line.Trim().Length > 0)
            .Should().HaveCount(3, "a heading, a line and one row: the terminal wraps, not the table");
    }

    [Theory]
    [InlineData("kort", 10, "kort")]
    [InlineData("precies", 7, "precies")]
    [InlineData("te lang", 5, "te l…")]
    [InlineData("日本語", 4, "日…")]
    public void A_text_is_cut_to_the_places_it_may_take(string text, int width, string expected) =>
        SafeText.Fit(text, width).Should().Be(expected);

    private static ImportRegel LongRow(int nummer) => new()
    {
        Nummer = nummer,
        Persoon = Persoonssoort.Leerling,
        Soort = RegelSoort.Bijwerken,
        Naam = "Maria Antoinette van den Oudenhuijzen-Wassenaar tot Sint Maartensdijk",
        Stamgroep = "1A",
        Doelgroep = "havo 4",
        Wijzigingen = { new Veldwijziging { Veld = "achternaam", Oud = "van den Oudenhuijzen", Nieuw = "Wassenaar" } },
    };

    private static string Render(int width, Action<IAnsiConsole> write)
    {
        using var writer = new StringWriter();
        var console = Terminal.Open(writer, isTerminal: false);
        console.Profile.Width = width;
        write(console);
        return writer.ToString();
    }
}
