using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Two replicas behind the gateway.</summary>
public sealed class GatewayTests
{
    [Fact]
    public async Task When_a_replica_dies_the_other_one_answers()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Pupils = 40, Quiet = true }, CancellationToken.None);
        await using var first = await ApiProcess.StartAsync(simulator);
        await using var second = await first.StartBesideAsync(simulator);
        var school = await TestSchool.ConnectAsync(first, simulator.Scholen[0]);
        var run = await school.PreviewAsync();
        await using var gateway = await RunningGateway.StartAsync(first, second);
        using var channel = TestChannels.Open(gateway.Grpc);
        var imports = new ImportService.ImportServiceClient(ApiSurroundings.WithToken(
            channel.Calls(), first.Token(TestSchool.AllScopes)));
        var request = new GetImportRunRequest { SchoolId = school.Id, ImportRunId = run.Id };
        for (var i = 0; i < 4; i++)
        {
            (await imports.GetImportRunAsync(request)).ImportRun.Id.Should().Be(run.Id, "whichever replica answers");
        }

        await first.KillAsync();

        // A call may still be sent over a connection that is breaking; from then on none fails.
        await RunningGateway.UntilAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 4; i++)
            {
                await imports.GetImportRunAsync(request);
            }
        });
        using var json = new HttpClient { BaseAddress = gateway.Json };
        json.DefaultRequestHeaders.Authorization = new("Bearer", first.Token(TestSchool.AllScopes));
        await RunningGateway.UntilAsync<HttpRequestException>(
            () => json.GetStringAsync(new Uri($"/v1/scholen/{school.Id}/imports/{run.Id}", UriKind.Relative)));
    }
}
