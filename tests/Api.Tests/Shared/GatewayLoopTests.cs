using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.Gateway;
using Kurve.Numo.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>A gateway whose calls come back to it, and one that is asked more at once than a replica should get.</summary>
public sealed class GatewayLoopTests
{
    private const int Most = 2;

    private static readonly Uri Scholen = new("/v1/scholen", UriKind.Relative);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("0.0.0.0")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("127.1")]
    public async Task A_replica_that_is_the_gateway_itself_is_refused_at_start(string name)
    {
        using var own = new HeldPort();
        using var other = new HeldPort();
        using var stop = new CancellationTokenSource(Patience);

        var exit = await GatewayHost.RunAsync(
            WebApplication.CreateBuilder(
            [
                $"--Kestrel:Endpoints:Grpc:Url={other.Address}", "--Kestrel:Endpoints:Grpc:Protocols=Http2",
                $"--Kestrel:Endpoints:Json:Url={own.Address}", "--Kestrel:Endpoints:Json:Protocols=Http1",
                $"--Gateway:Replicas:0:Grpc=http://127.0.0.1:1",
                $"--Gateway:Replicas:0:Json=http://{name}:{own.Address.Port}",
            ]),
            stop.Token);

        exit.Should().Be(1);
        stop.IsCancellationRequested.Should().BeFalse("it ended by itself");
    }

    [Theory]
    [InlineData("http://*:7001", "http://localhost:7001", true)]
    [InlineData("http://[::]:7001", "http://127.0.0.1:7001", true)]
    [InlineData("http://[::1]:7001", "http://[0::1]:7001", true)]
    [InlineData("http://127.0.0.1:7001", "http://127.0.0.1:7002", false)]
    [InlineData("http://127.0.0.1:7001", "http://no-such-name.invalid:7001", false)]
    [InlineData("http://127.0.0.1:7001", "http://192.0.2.1:7001", false)]
    public async Task It_is_known_by_each_name_and_address(string listening, string replica, bool isItself)
    {
        var refuse = () => OwnAddress.RefuseAsync(
            [listening], [new Numo.Gateway.Replica(new Uri("http://192.0.2.1"), new Uri(replica))], default);

        if (isItself)
        {
            (await refuse.Should().ThrowAsync<ReplicasException>()).Which.Message.Should().StartWith(
                "Gateway:Replicas:0:Json is ").And.EndWith("which is this gateway itself; name the address of an API.");
        }
        else
        {
            await refuse.Should().NotThrowAsync();
        }
    }

    [Fact]
    public async Task Two_gateways_that_are_each_others_replica_end_a_call_with_508()
    {
        using var ports = new Ports();
        await using var first = await RunningGateway.StartAsync(ports.First, [ports.Second]);
        await using var second = await RunningGateway.StartAsync(ports.Second, [ports.First]);
        using var client = new HttpClient { BaseAddress = first.Json };
        using var channel = TestChannels.Open(first.Grpc);

        using var answer = await client.GetAsync(Scholen);
        var call = async () =>
            await new SchoolService.SchoolServiceClient(channel.Calls()).GetSchoolAsync(new GetSchoolRequest());

        answer.StatusCode.Should().Be(HttpStatusCode.LoopDetected);
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        error.GetProperty("details")[0].GetProperty("reason").GetString().Should().Be("GATEWAY_LUS");
        (await call.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task A_replica_gets_no_more_connections_than_it_is_allowed()
    {
        using var ports = new Ports();
        var release = new TaskCompletionSource();
        var (now, highest) = (0, 0);
        await using var replica = WebApplication.CreateBuilder(
        [
            $"--Kestrel:Endpoints:Json:Url={ports.Second.Json}", $"--Kestrel:Endpoints:Grpc:Url={ports.Second.Grpc}",
            "--Kestrel:Endpoints:Grpc:Protocols=Http2",
        ]).Build();
        replica.MapGet("/healthz/ready", () => "Healthy");
        replica.MapGet("/v1/scholen", async () =>
        {
            highest = Math.Max(highest, Interlocked.Increment(ref now));
            await release.Task.WaitAsync(Patience);
            Interlocked.Decrement(ref now);
        });
        await replica.StartAsync();
        await using var gateway = await RunningGateway.StartAsync(
            ports.First, [ports.Second], $"--Gateway:MaxConnectionsPerReplica={Most}");
        using var client = new HttpClient { BaseAddress = gateway.Json, Timeout = Patience };

        var calls = Enumerable.Range(0, 10).Select(_ => client.GetAsync(Scholen)).ToArray();
        await Task.Delay(TimeSpan.FromSeconds(1));
        release.SetResult();
        var answers = await Task.WhenAll(calls);

        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
        highest.Should().BeLessThanOrEqualTo(Most);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("veel")]
    [InlineData("10001")]
    public void A_bound_of_connections_that_makes_no_sense_is_refused(string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Gateway:MaxConnectionsPerReplica", value)])
            .Build();

        var read = () => GatewayLimits.ReadMaxConnections(configuration);

        read.Should().Throw<ReplicasException>().WithMessage(
            $"Gateway:MaxConnectionsPerReplica is '{value}'; expected a number from 1 to 10000.");
    }

    /// <summary>The ports of two.</summary>
    private sealed class Ports : IDisposable
    {
        private readonly HeldPort[] _held = [new(), new(), new(), new()];

        public (Uri Grpc, Uri Json) First => (_held[0].Address, _held[1].Address);

        public (Uri Grpc, Uri Json) Second => (_held[2].Address, _held[3].Address);

        public void Dispose() => Array.ForEach(_held, port => port.Dispose());
    }
}
