using System.Security.Cryptography;
using Grpc.Core;
using Kurve.Numo.Infrastructure.Tests.Koppelingen;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <summary>
/// One run of a real API with everything that has to do with secrets in it, all that it tells recorded, and every
/// secret that was used known.
/// </summary>
public sealed partial class SecretsWalk : IAsyncLifetime, IDisposable
{
    private const string Specials = " +&é%;'\"<€";

    private static readonly SimulatorOptions Options =
        new() { Pupils = 40, Schools = 6, Seed = 7411, Wachtwoordeinde = Specials, Quiet = true };

    private readonly Opname _opname = new();
    private readonly Geheimzoeker _zoeker = new();
    private readonly string _sleutel = Random("eigen <sleutel> & \"van\" school ");
    private SimulatorHost _simulator = null!;
    private ApiSurroundings _surroundings = null!;
    private ApiInProcess _api = null!;
    private Gesprek _gesprek = null!;
    private Opdrachtregel _numo = null!;

    /// <summary>What was found of all secrets and of the canary.</summary>
    internal IReadOnlyCollection<Vondst> Found { get; private set; } = [];

    internal Gesprek Gesprek => _gesprek;

    internal Opname Opname => _opname;

    /// <summary>The names of the secrets that were used.</summary>
    internal HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the simulator did what it was told to do wrong.</summary>
    internal int Misbehaved { get; private set; }

    /// <summary>The key files, as they lie in their folder.</summary>
    internal IReadOnlyList<string> KeyFiles { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await StartAsync();
        await ConnectByKitAsync(_simulator.Scholen[0]);
        await ConnectByHandAsync(_simulator.Scholen[1]);
        await RefuseAsync(_simulator.Scholen[1]);
        await EndSchoolAsync(_simulator.Scholen[2]);
        await ConnectByCommandAsync(_simulator.Scholen[3]);
        await ImportByCommandAsync(_simulator.Scholen[3]);
        await TypeKeyAsync(_simulator.Scholen[4]);
        KeepDatabase();
        await PlantAsync(_simulator.Scholen[5]);
        KeepDatabase();
        foreach (var token in _simulator.SessionTokens)
        {
            Use("session token", token);
        }

        KeyFiles = [.. Directory.EnumerateFiles(_surroundings.KeyFolder).Select(File.ReadAllText)];
        Found = _opname.Search(_zoeker);
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    public void Dispose()
    {
        _gesprek.Dispose();
        _surroundings.Dispose();
        _opname.Dispose();
    }

    private async Task StartAsync()
    {
        _simulator = await SimulatorHost.StartAsync(Options, CancellationToken.None);
        _surroundings = new ApiSurroundings(_simulator, hasFile: true);
        UseCertificate();
        _api = await ApiInProcess.StartAsync(_surroundings, builder => builder.Logging
            .ClearProviders().AddProvider(_opname).AddFilter<Opname>(category: null, LogLevel.Trace));
        _gesprek = new Gesprek(_opname, _surroundings);
        _numo = new Opdrachtregel(_opname, _surroundings);
        Use("Kurve's UWLR key", _simulator.Uwlr.Autorisatiesleutel);
        Use("signing key of tokens", _surroundings.SigningKey);
        Use("bearer token", _gesprek.Token!);
    }

    /// <summary>A school that gets its password with its kit, and a next one over gRPC and over JSON.</summary>
    private async Task ConnectByKitAsync(SimulatedSchool simulated)
    {
        var magister = _simulator.InrichtingOf(simulated);
        var id = await RegisterAsync(simulated);
        await _gesprek.AskAsync<CreateKoppelingResponse>(Koppeling(id, simulated));
        var kit = await _gesprek.AskAsync<IssueActivationKitResponse>(new IssueActivationKitRequest { SchoolId = id });
        Use("password of a kit", kit.Wachtwoord);
        await _gesprek.AskAsync<GetInstructiesResponse>(new GetInstructiesRequest { SchoolId = id });
        magister.Wachtwoord = Use("password of a kit", await PostAsync(id, "koppeling:issueActivationKit"));
        await TestAsync(id);
        await _gesprek.AskAsync<ActivateKoppelingResponse>(new ActivateKoppelingRequest { SchoolId = id });
        await ImportFilesAsync(id);
        await ImportAsync(id, simulated);
        var next = await _gesprek.AskAsync<RotateWachtwoordResponse>(new RotateWachtwoordRequest { SchoolId = id });
        magister.Wachtwoord = Use("rotated password", next.Wachtwoord);
        await TestAsync(id);
        Use("rotated password", await PostAsync(id, "koppeling:rotateWachtwoord"));
        await TestAsync(id);
        await MisbehaveAsync(id, simulated);
        await PostAsync(id, "koppeling:suspend", """{"reden":"fusie"}""");
        await _gesprek.TryAsync<PreviewImportResponse>(new PreviewImportRequest { SchoolId = id });
        await PostAsync(id, "imports:preview");
        await PostAsync(id, "koppeling:resume");
    }

    /// <summary>A school of which support enters the password, and that has a UWLR key of its own.</summary>
    private async Task ConnectByHandAsync(SimulatedSchool simulated)
    {
        var id = await RegisterAsync(simulated);
        var request = Koppeling(id, simulated);
        request.WebserviceWachtwoord = Use("password at create", simulated.Wachtwoord);
        request.UwlrAutorisatiesleutel = Use("school's own UWLR key", _sleutel);
        await _gesprek.AskAsync<CreateKoppelingResponse>(request);
        await _gesprek.TryAsync<CreateKoppelingResponse>(request);
        await TestAsync(id);
        var given = Use("password at update", Random("nieuw" + Specials));
        await _gesprek.AskAsync<UpdateKoppelingResponse>(new UpdateKoppelingRequest
        {
            SchoolId = id,
            WebserviceWachtwoord = given,
            UwlrAutorisatiesleutel = _sleutel,
            RequestId = Guid.NewGuid().ToString(),
        });
        _simulator.InrichtingOf(simulated).Wachtwoord = given;
        await TestAsync(id);
        await MisbehaveAsync(id, simulated);
    }

    private async Task ImportAsync(string id, SimulatedSchool simulated)
    {
        var run = await PreviewAsync(id);
        await _gesprek.AskAsync<ListImportRegelsResponse>(
            new ListImportRegelsRequest { SchoolId = id, ImportRunId = run.Id });
        await _gesprek.AskAsync<ApplyImportResponse>(
            new ApplyImportRequest { SchoolId = id, ImportRunId = run.Id, PlanHash = run.PlanHash });
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Geengegevens, simulated.Brin, times: 1);
        var braked = await PreviewAsync(id);
        await _gesprek.AskAsync<ReleaseBrakeResponse>(
            new ReleaseBrakeRequest { SchoolId = id, ImportRunId = braked.Id, PlanHash = braked.PlanHash });
        await _gesprek.AskAsync<DiscardImportResponse>(
            new DiscardImportRequest { SchoolId = id, ImportRunId = braked.Id });
        await _gesprek.AskAsync<ListImportRunsResponse>(new ListImportRunsRequest { SchoolId = id });
        await LookBackAsync(id, run.Id);
    }

    /// <summary>Magister repeats what it was sent, in every way that it can, and breaks off in others.</summary>
    private async Task MisbehaveAsync(string id, SimulatedSchool simulated)
    {
        var magister = Enum.GetValues<MagisterMisbehaviour>()
            .Where(kind => kind.ToString().StartsWith("Echo", StringComparison.Ordinal))
            .Append(MagisterMisbehaviour.ConnectionReset).Append(MagisterMisbehaviour.Redirect);
        foreach (var kind in magister)
        {
            await DiagnoseAsync(id, () => _simulator.Misbehaviour.Add(kind, simulated.Brin));
        }

        foreach (var after in (int[])[0, 230, 250, 270, 290])
        {
            await DiagnoseAsync(id, () => _simulator.Misbehaviour.Add(
                UwlrMisbehaviour.FaultEchoesKey, simulated.Brin, details: new() { EchoAfter = after }));
        }

        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        _simulator.Misbehaviour.Add(MagisterMisbehaviour.Slow, simulated.Brin);
        var cancelled = () => _gesprek.AskAsync<TestKoppelingResponse>(
            new TestKoppelingRequest { SchoolId = id }, impatience.Token);
        await cancelled.Should().ThrowAsync<RpcException>();
        _simulator.Misbehaviour.Reset();
        await TestAsync(id);
    }

    /// <summary>An import and a diagnosis while something is wrong, and what is stored of both.</summary>
    private async Task DiagnoseAsync(string id, Action breakDown)
    {
        breakDown();
        if (await _gesprek.TryAsync<PreviewImportResponse>(new PreviewImportRequest { SchoolId = id }) is { } started)
        {
            await WatchAsync(id, started.ImportRun.Id);
        }

        await _gesprek.AskAsync<TestKoppelingResponse>(new TestKoppelingRequest { SchoolId = id });
        await PostAsync(id, "koppeling:test");
        Misbehaved += _simulator.Misbehaviour.Applied;
        await _gesprek.AskAsync<GetKoppelingResponse>(new GetKoppelingRequest { SchoolId = id });
        await _gesprek.SendAsync(HttpMethod.Get, $"/v1/scholen/{id}/koppeling");
        await _gesprek.SendAsync(HttpMethod.Get, "/v1/koppelingen");
        await _gesprek.SendAsync(HttpMethod.Get, $"/v1/scholen/{id}/imports");
        _simulator.Misbehaviour.Reset();
        await TestAsync(id);
    }

    private void UseCertificate()
    {
        var password = Use("password of the certificate", CertificateBuilder.Password);
        _surroundings.Set(
            ("Numo:DataProtection:CertificateFile", new CertificateBuilder(_surroundings.Folder).Write("keys.p12")),
            ("Numo:DataProtection:CertificatePassword", password));
    }

    private string Use(string naam, string? geheim)
    {
        _zoeker.Add(naam, geheim!);
        Used.Add(naam);
        return geheim!;
    }

    private static string Random(string begin) => begin + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
