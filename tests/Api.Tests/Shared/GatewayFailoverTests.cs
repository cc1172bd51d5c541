using System.Collections.Concurrent;
using System.Diagnostics;
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

/// <summary>What the gateway does with a call when a replica is not there.</summary>
public sealed class GatewayFailoverTests
{
    private const string NoReplica = "no replica of the API answers";

    private static readonly Uri Scholen = new("/v1/scholen", UriKind.Relative);

    [Fact]
    public async Task A_call_that_could_not_be_sent_goes_to_another_replica()
    {
        await using var replica = await Replica.StartAsync();
        await using var gateway = await RunningGateway.StartAsync(Gone(), replica.Addresses, Gone());
        using var client = new HttpClient { BaseAddress = gateway.Json };
        var bodies = Enumerable.Range(0, 20).Select(i => $"body {i}").ToArray();

        foreach (var body in bodies)
        {
            using var answer = await client.PostAsync(Scholen, new StringContent(body));
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        replica.Bodies.Should().Equal(bodies, "each was sent once, and whole");
    }

    [Fact]
    public async Task A_call_that_was_sent_is_not_sent_again()
    {
        await using var first = await Replica.StartAsync(breaks: true);
        await using var second = await Replica.StartAsync(breaks: true);
        await using var gateway = await RunningGateway.StartAsync(first.Addresses, second.Addresses);
        using var client = new HttpClient { BaseAddress = gateway.Json };

        using var answer = await client.PostAsync(Scholen, new StringContent("body"));

        answer.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        first.Bodies.Concat(second.Bodies).Should().Equal("body");
    }

    [Fact]
    public async Task Without_a_replica_callers_are_told_so_as_by_the_api()
    {
        await using var gateway = await RunningGateway.StartAsync(Gone(), Gone());
        using var channel = TestChannels.Open(gateway.Grpc);
        using var client = new HttpClient { BaseAddress = gateway.Json };

        var call = async () =>
            await new SchoolService.SchoolServiceClient(channel.Calls()).GetSchoolAsync(new GetSchoolRequest());
        using var answer = await client.GetAsync(Scholen);

        var refusal = (await call.Should().ThrowAsync<RpcException>()).Which;
        refusal.StatusCode.Should().Be(StatusCode.Unavailable);
        refusal.Status.Detail.Should().Be(NoReplica);
        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        error.GetProperty("code").GetInt32().Should().Be((int)StatusCode.Unavailable);
        error.GetProperty("message").GetString().Should().Be(NoReplica);
    }

    [Fact]
    public async Task A_replica_that_goes_and_comes_back_is_told_in_a_line_each()
    {
        var replica = await Replica.StartAsync();
        var address = replica.Addresses;
        await using var gateway = await RunningGateway.StartAsync(address);
        await LogsAsync(gateway, lines: 2);
        await replica.DisposeAsync();
        await LogsAsync(gateway, lines: 4);
        using var client = new HttpClient { BaseAddress = gateway.Json };
        using var refused = await client.GetAsync(Scholen);
        await using var back = await Replica.StartAsync(address);

        await LogsAsync(gateway, lines: 6);

        gateway.Log.Should().OnlyContain(line => !line.Contains("   at ", StringComparison.Ordinal));
        gateway.Log.Select(line => line.Contains("'Healthy'", StringComparison.Ordinal))
            .Should().Equal([true, true, false, false, true, true], "each replica has two addresses");
    }

    [Theory]
    [InlineData("Gateway:Replica:0:Grpc", "Gateway:Replica: there is no such setting; Gateway has Replicas, MaxConnectionsPerReplica.")]
    [InlineData(
        "Gateway:Replicas:0:Jsn", "Gateway:Replicas:0:Jsn: there is no such setting; Gateway:Replicas:0 has Grpc, Json.")]
    public void A_setting_that_is_misspelt_is_named(string key, string message)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new(key, "http://127.0.0.1:5080")])
            .Build();

        var read = () => Numo.Gateway.Replica.Read(configuration);

        read.Should().Throw<ReplicasException>().WithMessage(message);
    }

    [Fact]
    public async Task It_keeps_no_keys_and_reads_its_settings_wherever_it_is_started()
    {
        var home = Directory.CreateTempSubdirectory();
        using var port = new HeldPort();
        using var other = new HeldPort();
        var (grpc, json) = (port.Address, other.Address);
        var (goneGrpc, goneJson) = Gone();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Gateway.dll"),
                $"--Kestrel:Endpoints:Grpc:Url={grpc}",
                $"--Kestrel:Endpoints:Json:Url={json}",
                $"--Gateway:Replicas:0:Grpc={goneGrpc}",
                $"--Gateway:Replicas:0:Json={goneJson}",
            },
            WorkingDirectory = home.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = home.FullName;
        start.Environment["DOTNET_CLI_HOME"] = home.FullName;
        using var gateway = Process.Start(start)!;
        using var client = new HttpClient();
        await RunningGateway.UntilAsync<HttpRequestException>(
            () => client.GetStringAsync(new Uri(json, "/healthz/gateway")));

        gateway.Kill();

        var output = await gateway.StandardOutput.ReadToEndAsync();
        output.Should().Contain($"Content root path: {AppContext.BaseDirectory}").And.NotContain("DataProtection");
        home.EnumerateFileSystemInfos().Should().BeEmpty();
        home.Delete(recursive: true);
    }

    // Nobody listens there, until a stand-in does; the ports stay held to the end of the run.
    private static (Uri Grpc, Uri Json) Gone() => (new HeldPort().Address, new HeldPort().Address);

    private static Task LogsAsync(RunningGateway gateway, int lines) =>
        RunningGateway.UntilAsync<InvalidOperationException>(() => gateway.Log.Count >= lines
            ? Task.CompletedTask
            : throw new InvalidOperationException(string.Join('\n', gateway.Log)));

    /// <summary>Stands in for a replica: is ready, and keeps what it was sent.</summary>
    private sealed class Replica(WebApplication app, (Uri Grpc, Uri Json) addresses) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> _bodies = new();

        public (Uri Grpc, Uri Json) Addresses => addresses;

        public IEnumerable<string> Bodies => _bodies;

        public static Task<Replica> StartAsync(bool breaks = false) => StartAsync(Gone(), breaks);

        /// <param name="addresses">Where it listens.</param>
        /// <param name="breaks">It breaks a connection over which it was sent something.</param>
        public static async Task<Replica> StartAsync((Uri Grpc, Uri Json) addresses, bool breaks = false)
        {
            var app = WebApplication.CreateBuilder(
            [
                $"--Kestrel:Endpoints:Grpc:Url={addresses.Grpc}", "--Kestrel:Endpoints:Grpc:Protocols=Http2",
                $"--Kestrel:Endpoints:Json:Url={addresses.Json}",
            ]).Build();
            var replica = new Replica(app, addresses);
            app.MapGet("/healthz/ready", () => "Healthy");
            app.MapPost(Scholen.OriginalString, async (HttpContext context) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                replica._bodies.Enqueue(await reader.ReadToEndAsync());
                if (breaks)
                {
                    context.Abort();
                }
            });
            await app.StartAsync();
            return replica;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
