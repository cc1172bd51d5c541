using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>
/// A school from nothing to its first import, with a Magister that refuses each step until it is done.
/// </summary>
[Collection(nameof(KoppelingenApi))]
public sealed class FiveGatesTests(EndToEnd numo) : IAsyncLifetime
{
    private TestSchool _school = null!;

    private SimulatedSchool Simulated { get; } = numo.TakeSimulated();

    private Inrichting Magister => numo.Simulator.InrichtingOf(Simulated);

    public async Task InitializeAsync()
    {
        (Magister.Toestemming, Magister.Gebruiker) = (false, false);
        (Magister.Lijst, Magister.Recht, Magister.Query) = (false, false, false);
        await numo.Simulator.SetMagisterOpenAsync(open: false, CancellationToken.None);
        _school = await TestSchool.RegisterAsync(numo.Api, Simulated);
        var request = _school.Koppeling(Simulated);
        request.WebserviceWachtwoord = "";
        await _school.Koppelingen.CreateKoppelingAsync(request);
    }

    public Task DisposeAsync() => numo.Simulator.SetMagisterOpenAsync(open: true, CancellationToken.None);

    [Fact]
    public async Task A_closed_port_is_the_schools_to_ask_for_and_Magisters_once_it_was_asked()
    {
        var (before, _) = await _school.TestKoppelingAsync();
        await ReportAsync(Poort.Allowlisting);
        var (after, _) = await _school.TestKoppelingAsync();
        var (again, koppeling) = await _school.TestKoppelingAsync();

        Failure(before).Should().Be((Controlesoort.Verbinding, Poort.Allowlisting, Actiehouder.School));
        Failure(after).Should().Be((Controlesoort.Verbinding, Poort.Allowlisting, Actiehouder.Magister));
        Failure(again).Should().Be(Failure(after));
        before.Where(c => c.Soort is Controlesoort.Inloggen or Controlesoort.Kolommen or Controlesoort.Dekking)
            .Should().OnlyContain(c => c.Uitkomst == Controleuitkomst.Overgeslagen);
        Status(koppeling, Poort.Allowlisting).Should().Be(
            Poortstatus.Gemeld, "that Magister was asked stays true while the port is closed");
    }

    [Fact]
    public async Task Each_step_proves_its_own_gate_and_the_last_one_is_Kurves()
    {
        var kit = await _school.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = _school.Id });

        Magister.Toestemming = true;
        await ExpectAsync(Poort.Toestemming);
        await numo.Simulator.SetMagisterOpenAsync(open: true, CancellationToken.None);
        await ExpectAsync(Poort.Toestemming, Poort.Allowlisting);
        (Magister.Gebruiker, Magister.Wachtwoord) = (true, kit.Wachtwoord);
        await ExpectAsync(Poort.Toestemming, Poort.Allowlisting);
        (Magister.Lijst, Magister.Recht) = (true, true);
        await ExpectAsync(Poort.Toestemming, Poort.Webservice, Poort.Allowlisting);
        (Magister.Query, Magister.Aliassen) = (true, true);
        await ExpectAsync(Poort.Toestemming, Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting);
        var actief = await _school.Koppelingen.ActivateKoppelingAsync(
            new ActivateKoppelingRequest { SchoolId = _school.Id });

        actief.Koppeling.Actief.Should().BeTrue();
        (await _school.PreviewAsync()).Leerlingen.Nieuw.Should().Be(Simulated.Pupils);
        kit.Query.Should().Contain("KurveExterneId").And.NotContain("#");
    }

    [Fact]
    public async Task The_old_password_works_until_a_test_has_seen_the_new_one()
    {
        var kit = await SetUpAsync();
        var next = await RotateAsync(opnieuw: false);

        var (_, before) = await _school.TestKoppelingAsync();
        (await _school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken, "the school has not set it yet");
        Magister.Wachtwoord = next.Wachtwoord;
        var (_, after) = await _school.TestKoppelingAsync();
        (await _school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken, "the new one is the password now");

        next.Wachtwoord.Should().NotBe(kit.Wachtwoord);
        before.WachtwoordWisselt.Should().BeTrue();
        after.WachtwoordWisselt.Should().BeFalse();
        after.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Fact]
    public async Task A_next_password_that_nobody_saw_is_replaced_only_when_asked()
    {
        await SetUpAsync();
        var first = await RotateAsync(opnieuw: false);

        var again = async () => await RotateAsync(opnieuw: false);
        (await again.Should().ThrowAsync<RpcException>()).Which.GetRpcStatus()!
            .GetDetail<Google.Rpc.ErrorInfo>()!.Reason.Should().Be("WACHTWOORD_WISSELT");
        var second = await RotateAsync(opnieuw: true);

        var stand = second.Koppeling.Poorten.Single(p => p.Poort == Poort.WachtwoordEnQuery);
        second.Wachtwoord.Should().NotBe(first.Wachtwoord);
        stand.Status.Should().Be(Poortstatus.Bevestigd);
        stand.Actiehouder.Should().Be(Actiehouder.School, "the school has to set the new password");
    }

    [Fact]
    public async Task All_that_happened_is_in_the_history_of_the_gates()
    {
        await SetUpAsync();
        var next = await RotateAsync(opnieuw: false);
        Magister.Wachtwoord = next.Wachtwoord;
        await _school.TestKoppelingAsync();
        await _school.Koppelingen.SuspendKoppelingAsync(
            new SuspendKoppelingRequest { SchoolId = _school.Id, Reden = "zomervakantie" });
        await _school.Koppelingen.ResumeKoppelingAsync(new ResumeKoppelingRequest { SchoolId = _school.Id });

        var status = await _school.Koppelingen.GetKoppelingAsync(new GetKoppelingRequest { SchoolId = _school.Id });

        status.Geschiedenis.Select(g => g.Bewijs).Where(b => !b.Contains("UWLR") && !b.Contains("Poort"))
            .Should().StartWith([
                "Hervat",
                "Stilgezet: zomervakantie",
                "Nieuw wachtwoord gezien",
                "Nieuw wachtwoord uitgegeven",
                "Aangezet door Kurve",
            ])
            .And.EndWith("Activatiepakket uitgegeven");
    }

    [Fact]
    public async Task An_outage_does_not_replace_the_old_password()
    {
        await SetUpAsync();
        await RotateAsync(opnieuw: false);
        numo.Simulator.Misbehaviour.Add(MagisterMisbehaviour.Http503, Simulated.Brin, times: 2);

        var (controles, during) = await _school.TestKoppelingAsync();
        var (_, after) = await _school.TestKoppelingAsync();

        controles.Single(c => c.Uitkomst == Controleuitkomst.Mislukt).Soort.Should().Be(Controlesoort.Inloggen);
        during.WachtwoordWisselt.Should().BeTrue("nobody has seen the new one");
        after.Staat.Should().Be(Koppelstaat.Actief);
        (await _school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken);
    }

    [Fact]
    public async Task A_password_that_works_is_not_replaced_by_a_kit()
    {
        await SetUpAsync();

        var issue = async () => await _school.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = _school.Id });

        (await issue.Should().ThrowAsync<RpcException>()).Which.Status.Detail
            .Should().Contain("RotateWachtwoord");
    }

    private async Task<RotateWachtwoordResponse> RotateAsync(bool opnieuw) =>
        await _school.Koppelingen.RotateWachtwoordAsync(
            new RotateWachtwoordRequest { SchoolId = _school.Id, Opnieuw = opnieuw });

    private async Task<IssueActivationKitResponse> SetUpAsync()
    {
        var kit = await _school.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = _school.Id });
        (Magister.Toestemming, Magister.Gebruiker, Magister.Wachtwoord) = (true, true, kit.Wachtwoord);
        (Magister.Lijst, Magister.Recht, Magister.Query, Magister.Aliassen) = (true, true, true, true);
        await numo.Simulator.SetMagisterOpenAsync(open: true, CancellationToken.None);
        await _school.TestKoppelingAsync();
        await _school.Koppelingen.ActivateKoppelingAsync(new ActivateKoppelingRequest { SchoolId = _school.Id });
        return kit;
    }

    private async Task ExpectAsync(params Poort[] bevestigd)
    {
        var (_, koppeling) = await _school.TestKoppelingAsync();
        koppeling.Poorten.Where(p => p.Status == Poortstatus.Bevestigd).Select(p => p.Poort).Should().Equal(bevestigd);
    }

    private async Task ReportAsync(Poort poort) => await _school.Koppelingen.RecordStepAsync(
        new RecordStepRequest { SchoolId = _school.Id, Poort = poort, Toelichting = "ticket 1234" });

    private static (Controlesoort, Poort, Actiehouder) Failure(List<Controle> controles)
    {
        var failed = controles.First(c => c.Uitkomst == Controleuitkomst.Mislukt);
        return (failed.Soort, failed.Poort, failed.Actiehouder);
    }

    private static Poortstatus Status(Koppeling koppeling, Poort poort) =>
        koppeling.Poorten.Single(p => p.Poort == poort).Status;
}
