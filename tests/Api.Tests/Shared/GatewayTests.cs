using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Kurve.Numo.Gateway;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;
using Microsoft.AspNetCore.Builder;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Two replicas behind the gateway.</summary>
public sealed class GatewayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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
        using var channel = GrpcChannel.ForAddress(gateway.Grpc);
        var imports = new ImportService.ImportServiceClient(ApiSurroundings.WithToken(
            channel.CreateCallInvoker(), first.Token(TestSchool.AllScopes)));
        var request = new GetImportRunRequest { SchoolId = school.Id, ImportRunId = run.Id };
        for (var i = 0; i < 4; i++)
        {
            (await imports.GetImportRunAsync(request)).ImportRun.Id.Should().Be(run.Id, "whichever replica answers");
        }

        await first.KillAsync();

        // The gateway finds out by a call that fails or by its probe; from then on none fails.
        await UntilAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 4; i++)
            {
                await imports.GetImportRunAsync(request);
            }
        });
        using var json = new HttpClient { BaseAddress = gateway.Json };
        json.DefaultRequestHeaders.Authorization = new("Bearer", first.Token(TestSchool.AllScopes));
        await UntilAsync<HttpRequestException>(
            () => json.GetStringAsync(new Uri($"/v1/scholen/{school.Id}/imports/{run.Id}", UriKind.Relative)));
    }

    private static async Task UntilAsync<TException>(Func<Task> succeeds)
        where TException : Exception
    {
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await succeeds();
                return;
            }
            catch (TException) when (Stopwatch.GetElapsedTime(begin) < Patience)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>The gateway on free ports of this process.</summary>
    private sealed class RunningGateway : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task<int> _running;

        private RunningGateway(ApiProcess[] replicas)
        {
            (Grpc, Json) = (FreeAddress(), FreeAddress());
            string[] args =
            [
                $"--Kestrel:Endpoints:Grpc:Url={Grpc}", "--Kestrel:Endpoints:Grpc:Protocols=Http2",
                $"--Kestrel:Endpoints:Json:Url={Json}", "--Kestrel:Endpoints:Json:Protocols=Http1",
                .. replicas.SelectMany((replica, i) => new[]
                {
                    $"--Gateway:Replicas:{i}:Grpc={replica.GrpcAddress}",
                    $"--Gateway:Replicas:{i}:Json={replica.JsonAddress}",
                }),
            ];
            _running = GatewayHost.RunAsync(WebApplication.CreateBuilder(args), _stop.Token);
        }

        public Uri Grpc { get; }

        public Uri Json { get; }

        public static async Task<RunningGateway> StartAsync(params ApiProcess[] replicas)
        {
            var gateway = new RunningGateway(replicas);
            using var client = new HttpClient();
            await UntilAsync<HttpRequestException>(
                () => client.GetStringAsync(new Uri(gateway.Json, "/healthz/gateway")));
            return gateway;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            (await _running).Should().Be(0);
            _stop.Dispose();
        }

        private static Uri FreeAddress()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        }
    }
}
