using Grpc.Core;
using Kurve.Numo.Api.Tests.Synchronisatie;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

public sealed class TelemetryExportTests
{
    private static readonly (string, string)[] Impatient =
    [
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
    ];

    private static readonly string[] Signals = ["traces", "metrics", "logs"];

    [Fact]
    public async Task A_collector_is_told_of_the_work_and_of_nobody()
    {
        await using var collector = await Collector.StartAsync();
        var options = new SimulatorOptions { Pupils = 40, Schools = 1, MagisterPort = 0, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(
            simulator,
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
                ("Numo:Sync:Actief", "true"),
                ("Numo:Sync:Bijwerken", "00:00:00.200"),
                .. Impatient,
            ]);
        var simulated = simulator.Scholen[0];
        var school = await TestSchool.ConnectAsync(api, simulated);
        await school.ApplyAsync(await school.PreviewAsync());
        await school.SyncAsync();
        var leerlingen = await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 500 });
        var leerling = leerlingen.Leerlingen[0];
        using var json = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(api.JsonAddress, $"/v1/scholen/{school.Id}/leerlingen/{leerling.Id}?secret=zzz"));
        request.Headers.Authorization = new("Bearer", api.Token(TestSchool.AllScopes));
        using var answer = await json.SendAsync(request);

        answer.IsSuccessStatusCode.Should().BeTrue();
        (await collector.SeesAsync("traces", "request GetLeerling")).Should().BeTrue();
        (await collector.SeesAsync("traces", "source UWLR")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.request.duration")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.source.attempt.duration")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.store.lock.duration")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.school.asking")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.import.phase.duration")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.sync.duration")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.sync.due")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "numo.sync.place.asked")).Should().BeTrue();
        (await collector.SeesAsync("logs", "Application started")).Should().BeTrue();
        foreach (var told in Signals.Select(collector.Of))
        {
            told.Should().NotContain(leerling.Id, "the account that was asked for is the pupil's");
            told.Should().NotContain(leerling.Achternaam).And.NotContain(leerling.EckId);
            told.Should().NotContain(simulated.Wachtwoord).And.NotContain(simulator.Uwlr.Autorisatiesleutel);
            told.Should().NotContain("secret=zzz");
        }
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_reason()
    {
        await using var collector = await Collector.StartAsync();
        var options = new SimulatorOptions { Pupils = 1, Schools = 1, MagisterPort = 0, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(
            simulator, [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), .. Impatient]);
        var school = await TestSchool.RegisterAsync(api, simulator.Scholen[0]);

        var preview = () => school.PreviewAsync();

        await preview.Should().ThrowAsync<RpcException>();
        (await collector.SeesAsync("traces", "KOPPELING_ONBEKEND")).Should().BeTrue();
        (await collector.SeesAsync("metrics", "KOPPELING_ONBEKEND")).Should().BeTrue();
    }

    [Theory]
    [InlineData("OTEL_SERVICE_NAME", "", "kurve-numo-api")]
    [InlineData("OTEL_SERVICE_NAME", "numo-oost", "numo-oost")]
    [InlineData("OTEL_RESOURCE_ATTRIBUTES", "service.name=numo-oost", "numo-oost")]
    public async Task The_service_is_called_what_the_environment_calls_it(string variable, string value, string expected)
    {
        await using var collector = await Collector.StartAsync();
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Pupils = 1, Schools = 1, MagisterPort = 0, Quiet = true }, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(
            simulator, [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), (variable, value), .. Impatient]);

        (await collector.SeesAsync("metrics", "service.instance.id")).Should().BeTrue("replicas have one name");
        (await collector.SeesAsync("logs", expected)).Should().BeTrue();
        string[] names = ["kurve-numo-api", "numo-oost"];
        names.Where(collector.Of("metrics").Contains).Should().Equal(expected);
    }
}
