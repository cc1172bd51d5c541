using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class KoppelingStepsTests : IDisposable
{
    private const string Password = "Kxn4-c7ah-ddef-hjkm-nprt-wxy3";
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-kit-").FullName;

    [Fact]
    public async Task Status_draws_the_gates_and_says_who_does_what_next()
    {
        var api = new FakeApi().Answer<GetKoppelingRequest, GetKoppelingResponse>("GetKoppeling", _ => new()
        {
            Koppeling = Koppeling(),
            Geschiedenis = { new Poortgebeurtenis { Poort = Poort.Toestemming, Van = Poortstatus.Open, Naar = Poortstatus.Bevestigd, Door = "piet", Bewijs = "gezien" } },
        });

        var result = await RunAsync(api, "status");

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("toestemming").And.Contain("bevestigd").And.Contain("wachtwoord-en-query");
        result.Out.Should().Contain("Volgende stap bij school: Maak de lijst.");
        result.Out.Should().Contain("toestemming: open > bevestigd door piet (gezien)");
    }

    [Fact]
    public async Task List_shows_each_gate_as_a_sign_with_its_meaning()
    {
        var api = new FakeApi().Answer<ListKoppelingenRequest, ListKoppelingenResponse>("ListKoppelingen", _ => new()
        {
            Koppelingen = { new KoppelingRegel { Brin = "99XY", Naam = "De Linde", Koppeling = Koppeling() } },
        });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "koppeling", "list", "--poort", "wachtwoord-en-query", "--status", "vervallen", "--staat", "in_opbouw");

        result.Out.Should().Contain("99XY").And.Contain("+.~!.").And.Contain("~ gemeld");
        var request = api.Requests<ListKoppelingenRequest>().Single();
        request.Poort.Should().Be(Poort.WachtwoordEnQuery);
        request.Status.Should().Be(Poortstatus.Vervallen);
        request.Staat.Should().Be(Koppelstaat.InOpbouw);
    }

    [Fact]
    public async Task The_password_of_a_kit_goes_to_the_screen_and_into_no_file()
    {
        var result = await RunAsync(Issuing(), "kit", "--out", Path.Combine(_folder, "kit"));

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().Contain(Password);
        var files = Directory.GetFiles(Path.Combine(_folder, "kit"));
        files.Select(Path.GetFileName).Should().BeEquivalentTo("lijst.sql", "instructies.html", "instructies.txt");
        files.Select(File.ReadAllText).Should().NotContain(text => text.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kit_is_not_issued_where_its_files_would_overwrite_others()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "ander.txt"), "ander");
        var api = Issuing();

        var result = await RunAsync(api, "kit", "--out", _folder);

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("--force");
        api.Calls.Should().BeEmpty("a password that cannot be shown would be lost");
    }

    [Fact]
    public async Task A_test_shows_each_check_and_fails_when_one_fails()
    {
        var api = new FakeApi().Stream(
            "TestKoppeling",
            new TestKoppelingResponse { Controle = Controle(Controlesoort.Adres, Controleuitkomst.Geslaagd, "bestaat") },
            new TestKoppelingResponse
            {
                Controle = Controle(Controlesoort.Verbinding, Controleuitkomst.Mislukt, "refused", "Maak een ticket."),
            },
            new TestKoppelingResponse { Koppeling = Koppeling() });

        var result = await RunAsync(api, "test");

        result.ExitCode.Should().Be(1);
        result.Out.Should().Contain("+ adres").And.Contain("! verbinding").And.Contain("magister: Maak een ticket. (CODE)");
        result.Error.Should().Contain("A check failed.");
    }

    [Theory]
    [InlineData("wachtwoord_en_query", Poort.WachtwoordEnQuery)]
    [InlineData("Wachtwoord-En-Query", Poort.WachtwoordEnQuery)]
    [InlineData("allowlisting", Poort.Allowlisting)]
    public async Task A_gate_is_typed_in_any_of_its_spellings(string text, Poort poort)
    {
        var api = new FakeApi().Answer<RecordStepRequest, RecordStepResponse>(
            "RecordStep", _ => new() { Koppeling = Koppeling() });

        await RunAsync(api, "step", text, "--toelichting", "ticket 1");

        api.Requests<RecordStepRequest>().Single().Poort.Should().Be(poort);
    }

    [Fact]
    public async Task A_gate_that_does_not_exist_is_wrong_usage_with_those_that_do()
    {
        var result = await RunAsync(new FakeApi(), "step", "poortje", "--toelichting", "x");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("poortje").And.Contain("allowlisting");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<CommandLineResult> RunAsync(FakeApi api, string command, params string[] arguments) =>
        new CommandLineBuilder().With(api).RunAsync(
            ["koppeling", command, "--school", RunBuilder.SchoolId, .. arguments]);

    private static FakeApi Issuing() => new FakeApi().Answer<IssueActivationKitRequest, IssueActivationKitResponse>(
        "IssueActivationKit",
        _ => new()
        {
            Wachtwoord = Password,
            QueryBestand = "../lijst.sql",
            Query = "SELECT 1",
            InstructiesHtml = "<html>",
            InstructiesTekst = "stappen",
        });

    private static Controle Controle(
        Controlesoort soort, Controleuitkomst uitkomst, string gezien, string advies = "") => new()
        {
            Soort = soort,
            Uitkomst = uitkomst,
            Duur = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(12)),
            Gezien = gezien,
            Advies = advies,
            Actiehouder = advies.Length > 0 ? Actiehouder.Magister : Actiehouder.Niemand,
            Code = advies.Length > 0 ? "CODE" : "",
        };

    private static Koppeling Koppeling() => new()
    {
        Las = Las.Magister,
        Schooldomein = "delinde",
        Staat = Koppelstaat.InOpbouw,
        Poorten =
        {
            new Poortstand { Poort = Poort.Toestemming, Status = Poortstatus.Bevestigd },
            new Poortstand
            {
                Poort = Poort.Webservice,
                Status = Poortstatus.Open,
                Actiehouder = Actiehouder.School,
                VolgendeStap = "Maak de lijst.",
            },
            new Poortstand { Poort = Poort.WachtwoordEnQuery, Status = Poortstatus.Gemeld },
            new Poortstand { Poort = Poort.Allowlisting, Status = Poortstatus.Vervallen },
            new Poortstand { Poort = Poort.Activatie, Status = Poortstatus.Open },
        },
    };
}
