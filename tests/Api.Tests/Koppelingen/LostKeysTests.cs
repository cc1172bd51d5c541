using Grpc.Core;
using Kurve.Numo.Infrastructure.Tests.Koppelingen;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

public sealed class LostKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-certificate-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task Without_the_keys_nothing_is_imported_and_a_new_kit_is_the_way_back() =>
        CheckTheWayBackAsync(api => api.LoseKeys());

    [Fact]
    public Task With_another_certificate_and_without_the_earlier_one_the_keys_are_lost_as_well() =>
        CheckTheWayBackAsync(api => api.Set(Certificate("later.p12")), Certificate("earlier.p12"));

    [Fact]
    public async Task A_certificate_that_cannot_be_used_is_told_in_a_line_before_anything_starts()
    {
        var options = new SimulatorOptions { Pupils = 60, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        var start = () => ApiProcess.StartAsync(
            simulator, [.. Certificate("current.p12"), ("Numo:DataProtection:CertificatePassword", "een ander")]);

        (await start.Should().ThrowAsync<InvalidOperationException>()).Which.Message
            .Should().Contain("Kurve.Numo.Api: Numo:DataProtection:CertificateFile").And.NotContain("   at ");
    }

    private static async Task CheckTheWayBackAsync(
        Action<ApiProcess> lose, params (string Name, string Value)[] settings)
    {
        var options = new SimulatorOptions { Pupils = 60, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator, settings);
        var school = await TestSchool.ConnectAsync(api, simulator.Scholen[0]);
        await api.KillAsync();
        lose(api);
        await api.StartAsync();
        school = school.Reconnect();

        var preview = await Refused(() => school.PreviewAsync());
        var (controles, koppeling) = await school.TestKoppelingAsync();
        var kit = await school.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = school.Id });
        simulator.InrichtingOf(simulator.Scholen[0]).Wachtwoord = kit.Wachtwoord;
        var (_, mended) = await school.TestKoppelingAsync();

        Reason(preview).Should().Be("GEHEIM_ONLEESBAAR");
        preview.Status.Detail.Should().Contain("Numo:DataProtection:KeyFolder");
        var inloggen = controles.Single(c => c.Soort == Controlesoort.Inloggen);
        inloggen.Code.Should().Be("GEHEIM_ONLEESBAAR");
        inloggen.Actiehouder.Should().Be(Actiehouder.Kurve);
        koppeling.Poorten.Single(p => p.Poort == Poort.WachtwoordEnQuery).Status.Should().Be(Poortstatus.Vervallen);
        mended.Staat.Should().Be(Koppelstaat.Actief);
        (await school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken);
    }

    private (string Name, string Value)[] Certificate(string name) =>
    [
        ("Numo:DataProtection:CertificateFile", new CertificateBuilder(_folder).Write(name)),
        ("Numo:DataProtection:CertificatePassword", CertificateBuilder.Password),
    ];

    private static string Reason(RpcException refused) =>
        refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;

    private static async Task<RpcException> Refused(Func<Task> call) =>
        (await call.Should().ThrowAsync<RpcException>()).Which;
}
