using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>What support does with a school in `numo`, against a real API.</summary>
[Collection(nameof(KoppelingenApi))]
public sealed class SchoolCommandTests(EndToEnd api)
{
    [Fact]
    public async Task A_school_is_changed_and_closed_by_its_brin()
    {
        var simulated = api.TakeSimulated();
        await TestSchool.RegisterAsync(api.Api, simulated);

        var changed = await RunAsync("school", "update", simulated.Brin, "--naam", "De Nieuwe Linde", "--vestiging", "00", "03");
        var unasked = await RunAsync("school", "close", simulated.Brin);
        var closed = await RunAsync("school", "close", simulated.Brin, "--yes");
        var after = await RunAsync("school", "show", simulated.Brin);

        changed.Out.Should().ContainAll("De Nieuwe Linde", "00, 03");
        unasked.ExitCode.Should().Be(2, "nobody can be asked here");
        closed.Out.Should().ContainAll("Closed", "closed");
        after.Error.Should().Contain($"No open school with BRIN {simulated.Brin}");
    }

    [Fact]
    public async Task Groepen_are_listed_with_their_people()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var leerling = (await school.LeerlingenAsync()).First(l => l.Stamgroep is not null);

        var all = await RunAsync("groep", "list", "--school", simulated.Brin);
        var wrong = await RunAsync("groep", "list", "--school", simulated.Brin, "--soort", "stamgroepen");

        all.Out.Should().Contain(leerling.Stamgroep.Naam).And.Contain("groepen.");
        all.Out.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        wrong.Error.ReplaceLineEndings(" ").Should().Contain("Did you mean 'stamgroep'?");
    }

    [Fact]
    public async Task A_token_is_bound_to_a_school_by_its_brin()
    {
        var simulated = api.TakeSimulated();
        var school = await TestSchool.RegisterAsync(api.Api, simulated);
        var made = await new CommandLineBuilder().OverNetwork()
            .WithVariable("NUMO_API", api.Api.GrpcAddress.ToString())
            .RunAsync("token", "--key", api.Api.KeyFile, "--scope", "numo.read", "--school", simulated.Brin);

        var listed = await new CommandLineBuilder().OverNetwork()
            .WithVariable("NUMO_API", api.Api.GrpcAddress.ToString())
            .WithVariable("NUMO_TOKEN", made.Out.Trim())
            .RunAsync("school", "list", "--json");

        ListScholenResponse.Parser.ParseJson(listed.Out).Scholen.Select(s => s.Id).Should().Equal(school.Id);
    }

    [Fact]
    public async Task A_missing_an_expired_and_a_foreign_token_are_told_apart()
    {
        var old = new StoppedClock(TimeProvider.System.GetUtcNow().AddDays(-2));
        var expired = await new CommandLineBuilder().At(old).RunAsync(
            "token", "--key", api.Api.KeyFile, "--scope", "numo.read", "--hours", "1");
        var file = Path.GetTempFileName();
        File.Delete(file);
        var foreign = await new CommandLineBuilder().RunAsync("token", "--key", file, "--scope", "numo.read");
        File.Delete(file);

        (await ListAsync("")).Should().StartWith("numo: TOKEN_ONTBREEKT").And.Contain("No token was given");
        (await ListAsync(expired.Out.Trim())).Should().StartWith("numo: TOKEN_VERLOPEN").And.Contain("too old by now");
        (await ListAsync(foreign.Out.Trim())).Should().StartWith("numo: TOKEN_ONGELDIG").And.Contain("another key");
    }

    [Fact]
    public async Task A_wrong_password_gives_one_next_step()
    {
        var simulated = api.TakeSimulated();
        var school = await TestSchool.RegisterAsync(api.Api, simulated);
        var koppeling = school.Koppeling(simulated);
        koppeling.WebserviceWachtwoord = "niet-dit-wachtwoord";
        koppeling.Schooldomein = $"https://{simulated.Domein}.magister.net/magister/#/vandaag";
        await school.Koppelingen.CreateKoppelingAsync(koppeling);

        var result = await RunAsync("koppeling", "test", "--school", simulated.Brin);

        result.ExitCode.Should().Be(1);
        result.Error.Should().EndWith(
            $"numo koppeling update --school {simulated.Brin} --ask-password\n", "that is the one next step");
        (result.Out + result.Error).Split("Next").Should().HaveCount(2);
    }

    [Fact]
    public async Task Consent_that_was_taken_back_is_told_apart_from_a_brin_that_may_be_wrong()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var stranger = api.TakeSimulated();
        var wrong = await TestSchool.RegisterAsync(api.Api, stranger with { Brin = "99ZY" });
        await wrong.Koppelingen.CreateKoppelingAsync(wrong.Koppeling(stranger));
        api.Simulator.InrichtingOf(simulated).Toestemming = false;

        var withdrawn = await school.TestKoppelingAsync();
        var unknown = await wrong.TestKoppelingAsync();

        Advice(withdrawn.Controles).Should().StartWith($"BRIN {simulated.Brin} klopt");
        Advice(unknown.Controles).Should().StartWith("Magister zegt niet of BRIN 99ZY onjuist is");
    }

    private static string Advice(IEnumerable<Controle> controles) =>
        controles.Single(c => c.Soort == Controlesoort.Toestemming).Advies;

    private async Task<string> ListAsync(string token) => (await new CommandLineBuilder().OverNetwork()
        .WithVariable("NUMO_API", api.Api.GrpcAddress.ToString())
        .WithVariable("NUMO_TOKEN", token)
        .RunAsync("school", "list")).Error;

    private Task<CommandLineResult> RunAsync(params string[] args) =>
        new CommandLineBuilder().Calling(api.Api).OfWidth(80).RunAsync(args);
}
