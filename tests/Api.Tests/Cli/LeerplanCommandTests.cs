using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class LeerplanCommandTests
{
    private const string SchoolId = RunBuilder.SchoolId;
    private const string LeerlingId = "0198f000-0000-7000-8000-0000000000bb";
    private const string GroepId = "0198f000-0000-7000-8000-0000000000cc";

    private static readonly Vaardigheid[] Vaardigheden =
    [
        Vaardigheid("NL.LEZEN.2F.01", Vak.Nederlands), Vaardigheid("NL.LEZEN.3F.01", Vak.Nederlands),
        Vaardigheid("RK.GETALLEN.2F.01", Vak.Rekenen),
    ];

    [Fact]
    public async Task The_matrix_has_a_letter_for_each_doelgroep_and_a_sign_for_who_said_what()
    {
        var havo = Leerplan("havo 3", ["NL.LEZEN.2F.01", "RK.GETALLEN.2F.01"], ("RK.GETALLEN.2F.01", true));
        var vwo = Leerplan("vwo 3", ["NL.LEZEN.2F.01"], ("NL.LEZEN.3F.01", false));
        var api = Api().Answer("ListLeerplannen", (ListLeerplannenRequest request) => request.PageToken.Length == 0
            ? new ListLeerplannenResponse { Leerplannen = { havo }, NextPageToken = "2" }
            : new ListLeerplannenResponse { Leerplannen = { vwo } });

        var result = await RunAsync(api, "show", "--school", SchoolId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().MatchRegex(@"a\s+havo 3\s+7\s+2\s+3F").And.MatchRegex(@"b\s+vwo 3\s+7\s+1\s+3F");
        LineWith(result.Out, "NL.LEZEN.2F.01").Should().Contain("● ●");
        LineWith(result.Out, "NL.LEZEN.3F.01").Should().Contain("· -");
        LineWith(result.Out, "RK.GETALLEN.2F.01").Should().Contain("+ ·");
        api.Requests<ListLeerplannenRequest>().Should().OnlyContain(r => r.Soorten.Single() == Leerplansoort.Doelgroep);
    }

    [Theory]
    [InlineData(true, "--schooljaar", "2025-2026")]
    [InlineData(false)]
    public async Task A_matrix_of_another_year_says_by_what_pupils_are_counted(bool says, params string[] options)
    {
        var havo = Leerplan("havo 3", ["NL.LEZEN.2F.01"]);
        var api = Api().Answer("ListLeerplannen", new ListLeerplannenResponse { Leerplannen = { havo } });

        var result = await RunAsync(api, ["show", "--school", SchoolId, .. options]);

        result.Out.Contains("the doelgroep that they have now", StringComparison.Ordinal).Should().Be(says);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_matrix_of_many_doelgroepen_stays_within_the_width(int width)
    {
        var doelgroepen = Enumerable.Range(1, 40).Select(n => Leerplan($"vmbo-kb/gl/tl/havo {n}", ["NL.LEZEN.2F.01"]));

        var lines = Render(width, console => LeerplanMatrix.Write(console, [.. doelgroepen], Vaardigheden)).Split('\n');

        lines.Should().OnlyContain(line => line.TrimEnd().Length <= width);
        lines.Count(line => line.Contains("NL.LEZEN.2F.01")).Should().BeGreaterThan(1, "not all fit in one matrix");
        lines.Count(line => line.Contains("havo")).Should().Be(40);
    }

    [Fact]
    public async Task A_pupil_is_shown_with_who_decided_and_what_that_outweighs()
    {
        var answer = new GetEffectiveLeerplanResponse
        {
            Schooljaar = "2026-2027",
            Leerling = new Leerlingleerplan
            {
                LeerlingId = LeerlingId,
                Doelgroep = new Doelgroep { Opleiding = "HAVO", OpleidingNaam = "havo", Leerjaar = 3 },
                Belemmeringen = { new Startbelemmering { Code = "X", Tekst = "Het account is gearchiveerd." } },
            },
            Leerplan = new EffectiefLeerplan
            {
                Vaardigheden =
                {
                    new EffectieveVaardigheid
                    {
                        Vaardigheid = "NL.LEZEN.2F.01",
                        Actief = true,
                        Uitspraken = { Zegt(Laagsoort.Kurve, "havo 3", false), Zegt(Laagsoort.Stamgroep, "3H2", true) },
                        InactieveVoorwaarden = { "NL.LEZEN.1F.01" },
                    },
                },
            },
        };
        var api = Api().Answer("GetEffectiveLeerplan", (GetEffectiveLeerplanRequest _) => answer);

        var result = await RunAsync(api, "show", "--school", SchoolId, "--leerling", LeerlingId);

        result.Out.Should().ContainAll("havo 3", "nee: Het account is gearchiveerd.");
        LineWith(result.Out, "NL.LEZEN.2F.01").Should().ContainAll("✓", "groep 3H2 aan; Kurve havo 3 uit");
        HerkomstRendering.Who(answer.Leerplan.Vaardigheden[0]).Should().EndWith("misses NL.LEZEN.1F.01");
        result.Out.Should().NotContain("RK.GETALLEN.2F.01", "it is not in the answer");
    }

    [Fact]
    public async Task Activating_sends_what_was_asked_and_tells_how_many_pupils_notice()
    {
        var api = Api().Answer("ActivateVaardigheden", (ActivateVaardighedenRequest _) => new ActivateVaardighedenResponse
        {
            Leerplan = Leerplan("havo 3", [], ("NL.LEZEN.3F.01", true)),
            Effect = new Leerplaneffect { Vaardigheden = { "NL.LEZEN.3F.01" }, AantalLeerlingen = 52, AantalGewijzigd = 50 },
        });

        var result = await RunAsync(
            api, "activate", "--school", SchoolId, "--doelgroep", "Havo 3", "--vaardigheid", "nl.lezen.3f.01,NL.LEZEN.2F.01",
            "--met-voorwaarden", "--validate-only");

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll(
            "nothing was changed", "NL.LEZEN.3F.01 aan", "havo 3", "52 leerlingen, of whom 50 get another leerplan");
        var request = api.Requests<ActivateVaardighedenRequest>().Single();
        request.Bereik.Doelgroep.Should().Be(new Doelgroep { Opleiding = "HAVO", OpleidingNaam = "havo", Leerjaar = 3 });
        request.Vaardigheden.Should().Equal("NL.LEZEN.3F.01", "NL.LEZEN.2F.01");
        (request.MetVoorwaarden, request.ValidateOnly).Should().Be((true, true));
        Guid.TryParse(request.RequestId, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Deactivating_finds_a_groep_by_its_name()
    {
        var api = Api().Answer("DeactivateVaardigheden", (DeactivateVaardighedenRequest _) => new DeactivateVaardighedenResponse
        {
            Leerplan = Leerplan("3H2", []),
            Effect = new Leerplaneffect(),
        });

        var result = await RunAsync(
            api, "deactivate", "--school", SchoolId, "--groep", "3h2", "--vaardigheid", "NL.LEZEN.3F.01", "--met-afhankelijken");

        result.Out.Should().Contain("Nothing changes");
        var request = api.Requests<DeactivateVaardighedenRequest>().Single();
        (request.Bereik.GroepId, request.MetAfhankelijken, request.ValidateOnly).Should().Be((GroepId, true, false));
    }

    [Theory]
    [InlineData(2, "Give one of")]
    [InlineData(2, "Give one of", "--groep", "3H2", "--doelgroep", "havo 3")]
    [InlineData(2, "no doelgroep", "--doelgroep", "havo")]
    [InlineData(2, "no opleiding 'lyceum'", "--doelgroep", "lyceum 3")]
    [InlineData(1, "no groep '9Z'", "--groep", "9Z")]
    [InlineData(1, "more than one groep", "--groep", "dubbel")]
    public async Task For_whom_must_be_said_once_and_be_known(int exitCode, string message, params string[] bereik)
    {
        string[] args = ["activate", "--school", SchoolId, "--vaardigheid", "NL.LEZEN.3F.01", .. bereik];

        var result = await RunAsync(Api(), args);

        (result.ExitCode, result.Error).Should().Match<(int Code, string Error)>(
            r => r.Code == exitCode && r.Error.Contains(message));
    }

    [Fact]
    public async Task A_file_of_vaardigheden_is_sent_as_it_is_and_what_changes_is_told_line_by_line()
    {
        var api = Api().Answer("ImportVaardigheden", (ImportVaardighedenRequest _) => new ImportVaardighedenResponse
        {
            Nieuw = { Vaardigheden[0] },
            Gewijzigd = { Vaardigheden[1] },
            Vervallen = { Vaardigheden[2] },
            Ongewijzigd = 9,
        });
        var file = Path.GetTempFileName();
        try
        {
            byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'x', 0xFF];
            await File.WriteAllBytesAsync(file, bytes);

            var result = await RunAsync(api, "import", "--csv", file, "--validate-only");

            result.Out.Should().ContainAll(
                "+ nieuw: NL.LEZEN.2F.01", "~ gewijzigd: NL.LEZEN.3F.01", "! vervallen (in use): RK.GETALLEN.2F.01",
                "1 nieuw, 1 gewijzigd, 1 vervallen, 0 verwijderd, 9 ongewijzigd.", "nothing was replaced");
            api.Requests<ImportVaardighedenRequest>().Single().Csv.ToByteArray().Should().Equal(bytes);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_carry_over_tells_what_was_taken_over_and_what_was_left()
    {
        var api = Api().Answer("CarryOverLeerplannen", (CarryOverLeerplannenRequest _) => new CarryOverLeerplannenResponse
        {
            VanSchooljaar = "2026-2027",
            NaarSchooljaar = "2027-2028",
            Overnames = { new Overname { Soort = Leerplansoort.Groep, Overgenomen = 5, ZonderTegenhanger = 3 } },
        });

        var result = await RunAsync(
            api, "carry-over", "--school", SchoolId, "--soort", "groep,leerling", "--van", "2026-2027");

        LineWith(result.Out, "groep").Should().MatchRegex(@"groep\s+5\s+0\s+3");
        api.Requests<CarryOverLeerplannenRequest>().Single().Soorten
            .Should().Equal(Leerplansoort.Groep, Leerplansoort.Leerling);
    }

    [Fact]
    public void A_preview_tells_what_each_change_of_doelgroep_does_to_the_leerplan()
    {
        var regel = new ImportRegel
        {
            Naam = "Noor",
            Soort = RegelSoort.Bijwerken,
            Leerplanwijziging = new Leerplanwijziging
            {
                Van = "havo 2",
                Naar = "havo 3",
                AantalActief = 12,
                AantalInactief = 1,
                Streefniveaus =
                {
                    new Streefniveauwijziging { Vak = Vak.Rekenen, Oud = Niveau._2F, Nieuw = Niveau._3F },
                    new Streefniveauwijziging { Vak = Vak.Engels, Nieuw = Niveau.B1 },
                },
            },
        };

        var text = Render(80, console => RegelRendering.Write(console, [regel, regel, new ImportRegel { Naam = "Bo" }]));

        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Should().EndWith(
            "leerplan havo 2 → havo 3, 2 leerlingen: 12 vaardigheden erbij, 1 eraf, rekenen 2F → 3F, Engels – → B1");
    }

    private static string Render(int width, Action<IAnsiConsole> write)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = width;
        write(console);
        return text.ToString();
    }

    private static FakeApi Api() => new FakeApi()
        .Answer("ListVaardigheden", (ListVaardighedenRequest _) => new ListVaardighedenResponse
        {
            Vaardigheden = { Vaardigheden },
        })
        .Answer("ListOpleidingen", (ListOpleidingenRequest _) => new ListOpleidingenResponse
        {
            Opleidingen = { new Opleiding { Code = "HAVO", Naam = "havo" } },
        })
        .Answer("ListGroepen", (ListGroepenRequest _) => new ListGroepenResponse
        {
            Groepen =
            {
                new Groep { Id = GroepId, Naam = "3H2" },
                new Groep { Id = LeerlingId, Naam = "dubbel" },
                new Groep { Id = SchoolId, Naam = "Dubbel" },
            },
        });

    private static Vaardigheid Vaardigheid(string code, Vak vak) =>
        new() { Code = code, Vak = vak, Naam = "Iets kunnen wat lang genoeg heet om niet overal te passen" };

    private static Leerplan Leerplan(string naam, string[] actief, params (string Code, bool Actief)[] keuzes) => new()
    {
        Naam = naam,
        Schooljaar = "2026-2027",
        Bereik = new Leerplanbereik { Doelgroep = new Doelgroep() },
        AantalLeerlingen = 7,
        ActieveVaardigheden = { actief },
        Keuzes = { keuzes.Select(k => new Keuze { Vaardigheid = k.Code, Actief = k.Actief }) },
        EffectieveStreefniveaus = { new Streefniveau { Vak = Vak.Nederlands, Niveau = Niveau._3F } },
    };

    private static Uitspraak Zegt(Laagsoort soort, string naam, bool actief) =>
        new() { Herkomst = new Herkomst { Soort = soort, Naam = naam }, Actief = actief };

    private static string LineWith(string text, string part) => text.Split('\n').First(line => line.Contains(part));

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync(["leerplan", .. args]);
}
