using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

public sealed class LostKeysTests
{
    [Fact]
    public async Task Without_the_keys_nothing_is_imported_and_a_new_kit_is_the_way_back()
    {
        var options = new SimulatorOptions { Pupils = 60, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator);
        var school = await TestSchool.ConnectAsync(api, simulator.Scholen[0]);
        await api.KillAsync();
        api.LoseKeys();
        await api.StartAsync();
        school = school.Reconnect();

        var preview = await Refused(() => school.PreviewAsync());
        var (controles, koppeling) = await school.TestKoppelingAsync();
        var kit = await school.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = school.Id });

        Reason(preview).Should().Be("GEHEIM_ONLEESBAAR");
        preview.Status.Detail.Should().Contain("Numo:DataProtection:KeyFolder");
        var inloggen = controles.Single(c => c.Soort == Controlesoort.Inloggen);
        inloggen.Code.Should().Be("GEHEIM_ONLEESBAAR");
        inloggen.Actiehouder.Should().Be(Actiehouder.Kurve);
        koppeling.Poorten.Single(p => p.Poort == Poort.WachtwoordEnQuery).Status.Should().Be(Poortstatus.Vervallen);
        kit.Wachtwoord.Should().HaveLength(29);
    }

    private static string Reason(RpcException refused) =>
        refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;

    private static async Task<RpcException> Refused(Func<Task> call) =>
        (await call.Should().ThrowAsync<RpcException>()).Which;
}
