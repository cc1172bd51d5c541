using System.Security.Cryptography;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <content>The single steps, what is refused, and the command line.</content>
public sealed partial class SecretsWalk
{
    /// <summary>Everything that is refused: without a token, with a wrong one, with a wrong request.</summary>
    private async Task RefuseAsync(SimulatedSchool simulated)
    {
        var id = await FindAsync(simulated);
        await RefuseSecretsAsync(id, simulated);
        var good = _gesprek.Token;
        foreach (var token in WrongTokens().Prepend(good))
        {
            _gesprek.Token = token;
            foreach (var method in Gesprek.Methods)
            {
                await _gesprek.CallEmptyAsync(method);
            }

            await PostAsync(id, "koppeling:rotateWachtwoord", "geen json");
        }

        _gesprek.Token = good;
    }

    /// <summary>Requests with a secret in them that are refused for the secret itself, or for something else.</summary>
    private async Task RefuseSecretsAsync(string id, SimulatedSchool simulated)
    {
        var geheim = Use("refused password", Random("geweigerd" + Specials));

        // Random from begin to end: exceptions of tests beside this one are searched as well.
        var lang = Use(
            "password that is too long", Random(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(100))));
        var request = Koppeling(id, simulated);
        (request.WebserviceWachtwoord, request.UwlrEndpoint) = (geheim, "http://elders.example/uwlr");
        await _gesprek.TryAsync<CreateKoppelingResponse>(request);
        await _gesprek.TryAsync<UpdateKoppelingResponse>(
            new UpdateKoppelingRequest { SchoolId = id, WebserviceWachtwoord = lang });
        await _gesprek.TryAsync<UpdateKoppelingResponse>(
            new UpdateKoppelingRequest { SchoolId = id, WebserviceWachtwoord = geheim, Etag = "een ander" });
        var json = System.Text.Json.JsonEncodedText.Encode(geheim);
        var path = $"/v1/scholen/{id}/koppeling";
        await _gesprek.SendAsync(HttpMethod.Patch, path, $$"""{"webserviceWachtwoord":"{{json}}","etag":"x"}""");
        await _gesprek.SendAsync(HttpMethod.Patch, path, $$"""{"webserviceWachtwoord":"{{json}}""");
        await _gesprek.SendAsync(HttpMethod.Patch, path, $$"""{"webserviceWachtwoord":["{{json}}"]}""");
        await _gesprek.SendAsync(HttpMethod.Post, path, $$"""{"las":7,"uwlrAutorisatiesleutel":"{{json}}"}""");
    }

    private IEnumerable<string?> WrongTokens()
    {
        var key = Convert.FromBase64String(_surroundings.SigningKey);
        yield return null;
        yield return Use("token of others", Random("geen-token-"));
        var (past, future) = (DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1));
        yield return Use("expired token", ApiSurroundings.SignToken(key, past, "numo.read"));
        yield return Use("forged token", ApiSurroundings.SignToken(new byte[32], future, "numo.read"));
        yield return Use("token without scope", ApiSurroundings.SignToken(key, future, "geen"));
    }

    private async Task EndSchoolAsync(SimulatedSchool simulated)
    {
        var id = await RegisterAsync(simulated);
        await _gesprek.AskAsync<UpdateSchoolResponse>(new UpdateSchoolRequest
        {
            School = new School { Id = id, Naam = "Voorbeeldlyceum" },
            UpdateMask = new() { Paths = { "naam" } },
        });
        await _gesprek.AskAsync<GetSchoolResponse>(new GetSchoolRequest { SchoolId = id });
        await _gesprek.AskAsync<CreateKoppelingResponse>(Koppeling(id, simulated));
        await _gesprek.AskAsync<RecordStepResponse>(
            new RecordStepRequest { SchoolId = id, Poort = Poort.Toestemming, Toelichting = "ticket 1234" });
        await _gesprek.AskAsync<SuspendKoppelingResponse>(new SuspendKoppelingRequest { SchoolId = id, Reden = "x" });
        await _gesprek.AskAsync<ResumeKoppelingResponse>(new ResumeKoppelingRequest { SchoolId = id });
        await _gesprek.AskAsync<ListKoppelingenResponse>(new ListKoppelingenRequest());
        await _gesprek.AskAsync<CloseSchoolResponse>(new CloseSchoolRequest { SchoolId = id });
    }

    /// <summary>Support connects a school with `numo`, each command as text and as JSON.</summary>
    private async Task ConnectByCommandAsync(SimulatedSchool simulated)
    {
        var brin = simulated.Brin;
        Use("token of numo", await _numo.TakeTokenAsync());
        await RunBothAsync([], "school", "register", "--naam", "Voorbeeldmavo", "--brin", brin);
        await RunBothAsync(
            [Use("password typed at create", Random("getypt" + Specials))],
            "koppeling", "create", "--school", brin, "--domein", simulated.Domein);
        var folder = Path.Combine(_surroundings.Folder, "kit");
        string[] kit = ["koppeling", "kit", "--school", brin];
        Use("password of a kit", await _numo.RunAsync(kit));
        Use("password of a kit", await _numo.RunAsync([.. kit, "--out", folder]));
        _simulator.InrichtingOf(simulated).Wachtwoord = Use(
            "password of a kit", await _numo.RunAsync([.. kit, "--out", folder, "--force", "--json", "--show-password"]));
        KeepKit(folder);
        await RunBothAsync([], "koppeling", "step", "--school", brin, "toestemming", "--toelichting", "ticket");
        await RunBothAsync([], "koppeling", "test", "--school", brin);
        await RunBothAsync([], "koppeling", "activate", "--school", brin);
        Use("rotated password", await _numo.RunAsync(["koppeling", "rotate", "--school", brin]));
        Use("rotated password", await _numo.RunAsync(
            ["koppeling", "rotate", "--school", brin, "--opnieuw", "--json", "--show-password"]));
    }

    private async Task ImportByCommandAsync(SimulatedSchool simulated)
    {
        var brin = simulated.Brin;
        await RunBothAsync([], "import", "preview", "--school", brin);
        var id = await FindAsync(simulated);
        var run = (await _gesprek.AskAsync<ListImportRunsResponse>(
            new ListImportRunsRequest { SchoolId = id })).ImportRuns[0].Id;
        await RunBothAsync([], "import", "show", "--school", brin, run);
        await RunBothAsync([], "import", "apply", "--school", brin, run, "--yes");
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.EchoInRefusal, brin);
        await RunBothAsync([], "import", "preview", "--school", brin);
        await RunBothAsync([], "koppeling", "test", "--school", brin);
        await RunBothAsync([], "koppeling", "status", "--school", brin);
        await RunBothAsync([], "koppeling", "kit", "--school", "99ZZ");
        _simulator.Misbehaviour.Reset();
        var given = Use("password typed at update", Random("hersteld" + Specials));
        await RunBothAsync([given], "koppeling", "update", "--school", brin, "--ask-password");
        await RunBothAsync([], "koppeling", "list");
        await RunBothAsync([], "import", "history", "--school", brin);
    }

    /// <summary>A school with a typed UWLR key of its own, which UWLR repeats.</summary>
    private async Task TypeKeyAsync(SimulatedSchool simulated)
    {
        var brin = simulated.Brin;
        var sleutel = Use("UWLR key typed at create", Random("getypte sleutel" + Specials));
        await _numo.RunAsync(["school", "register", "--naam", "Voorbeeldhavo", "--brin", brin]);
        await _numo.RunAsync(
            ["koppeling", "create", "--school", brin, "--domein", simulated.Domein, "--ask-uwlr-sleutel"],
            simulated.Wachtwoord,
            sleutel);
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.FaultEchoesKey, brin);
        await RunBothAsync([], "koppeling", "test", "--school", brin);
        await RunBothAsync([], "koppeling", "status", "--school", brin);
        _simulator.Misbehaviour.Reset();
    }

    private async Task RunBothAsync(string[] input, params string[] command)
    {
        await _numo.RunAsync(command, input);
        await _numo.RunAsync([.. command, "--json"], input);
    }

    private async Task<string> RegisterAsync(SimulatedSchool simulated) =>
        (await _gesprek.AskAsync<RegisterSchoolResponse>(
            new RegisterSchoolRequest { Naam = "Voorbeeldcollege", Brin = simulated.Brin })).School.Id;

    private async Task<string> FindAsync(SimulatedSchool simulated) =>
        (await _gesprek.AskAsync<ListScholenResponse>(
            new ListScholenRequest { Brin = simulated.Brin })).Scholen.Single().Id;

    private static CreateKoppelingRequest Koppeling(string id, SimulatedSchool simulated) => new()
    {
        SchoolId = id,
        Las = Las.Magister,
        Schooldomein = simulated.Domein,
        RequestId = Guid.NewGuid().ToString(),
    };

    private Task<string?> PostAsync(string id, string what, string body = "{}") =>
        _gesprek.SendAsync(HttpMethod.Post, $"/v1/scholen/{id}/{what}", body);

    private Task<TestKoppelingResponse> TestAsync(string id) =>
        _gesprek.AskAsync<TestKoppelingResponse>(new TestKoppelingRequest { SchoolId = id });

    private async Task<ImportRun> PreviewAsync(string id) => await WatchAsync(
        id,
        (await _gesprek.AskAsync<PreviewImportResponse>(new PreviewImportRequest { SchoolId = id })).ImportRun.Id);

    private async Task<ImportRun> WatchAsync(string id, string run)
    {
        await _gesprek.AskAsync<WatchImportRunResponse>(new WatchImportRunRequest { SchoolId = id, ImportRunId = run });
        return (await _gesprek.AskAsync<GetImportRunResponse>(
            new GetImportRunRequest { SchoolId = id, ImportRunId = run })).ImportRun;
    }
}
