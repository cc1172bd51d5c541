using System.Net;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>What callers and probes see of a database that cannot do its work.</summary>
public sealed class BrokenDatabaseTests
{
    [Fact]
    public async Task A_damaged_database_is_unavailable_and_the_probe_says_so()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Pupils = 40, Quiet = true }, CancellationToken.None);
        using var surroundings = new ApiSurroundings(simulator, hasFile: true);
        await using var api = await ApiProcess.StartAsync(new ApiSurroundings(simulator, shared: surroundings));
        await SpoilAsync(surroundings.Database);
        await SpoilAsync($"{surroundings.Database}-wal");
        var register = async () => await new SchoolService.SchoolServiceClient(api.As(TestSchool.AllScopes))
            .RegisterSchoolAsync(new RegisterSchoolRequest { Naam = "Voorbeeld", Brin = "99AB" });

        var refusal = (await register.Should().ThrowAsync<RpcException>()).Which;

        refusal.StatusCode.Should().Be(StatusCode.Unavailable);
        refusal.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.Should().Be("DATABASE_BESCHADIGD");
        using var client = new HttpClient();
        using var ready = await client.GetAsync(new Uri(api.JsonAddress, "/healthz/ready"));
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should().Be("Unhealthy: DATABASE_BESCHADIGD");
    }

    private static async Task SpoilAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        await stream.WriteAsync(Enumerable.Repeat((byte)'x', (int)stream.Length).ToArray());
    }
}
