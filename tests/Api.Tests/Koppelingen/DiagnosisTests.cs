using Grpc.Core;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>
/// Each way in which a koppeling can be broken, with the gate, owner and advice that a diagnosis names.
/// </summary>
public sealed class DiagnosisTests(EndToEnd numo) : IClassFixture<EndToEnd>
{
    [Fact]
    public async Task A_koppeling_that_works_proves_four_gates_and_activation_the_fifth()
    {
        var simulated = numo.TakeSimulated();
        var school = await TestSchool.RegisterAsync(numo.Api, simulated);
        await school.Koppelingen.CreateKoppelingAsync(school.Koppeling(simulated));

        var (controles, koppeling) = await school.TestKoppelingAsync();

        controles.Select(c => c.Soort).Should().Equal(Enum.GetValues<Controlesoort>().Skip(1));
        controles.Should().OnlyContain(c => c.Uitkomst == Controleuitkomst.Geslaagd);
        koppeling.Poorten.Where(
            p => p.Status != Poortstatus.Bevestigd).Select(p => p.Poort).Should().Equal(Poort.Activatie);
        var actief = await school.Koppelingen.ActivateKoppelingAsync(
            new ActivateKoppelingRequest { SchoolId = school.Id });
        actief.Koppeling.Staat.Should().Be(Koppelstaat.Actief);
        (await school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken);
    }

    [Theory]
    [InlineData(
        MagisterMisbehaviour.WrongPassword,
        Controlesoort.Inloggen,
        Poort.WachtwoordEnQuery,
        Actiehouder.School,
        "wachtwoord")]
    [InlineData(
        MagisterMisbehaviour.NoRight, Controlesoort.RechtOpLijst, Poort.Webservice, Actiehouder.School, "recht")]
    [InlineData(
        MagisterMisbehaviour.ListMissing, Controlesoort.RechtOpLijst, Poort.Webservice, Actiehouder.School, "lijst")]
    [InlineData(
        MagisterMisbehaviour.MissingColumn,
        Controlesoort.Kolommen,
        Poort.WachtwoordEnQuery,
        Actiehouder.School,
        "query")]
    public async Task A_broken_web_service_is_told_with_its_gate_owner_and_advice(
        MagisterMisbehaviour kind, Controlesoort soort, Poort poort, Actiehouder actiehouder, string advies)
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(kind, simulated.Brin);

        var (controles, koppeling) = await school.TestKoppelingAsync();

        CheckFailure(controles, soort, poort, actiehouder, advies);
        koppeling.Poorten.Where(p => p.Status == Poortstatus.Vervallen).Select(p => p.Poort).Should().Equal(poort);
        controles.Single(c => c.Soort == Controlesoort.Toestemming).Uitkomst.Should().Be(
            Controleuitkomst.Geslaagd, "the web service says nothing of the consent");
        controles.Single(c => c.Soort == Controlesoort.Dekking).Uitkomst.Should().Be(Controleuitkomst.Overgeslagen);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.FaultAutorisatieOngeldig, Actiehouder.School, "toestemming")]
    [InlineData(UwlrMisbehaviour.OtherBrin, Actiehouder.Magister, "andere school")]
    public async Task A_school_that_is_not_delivered_is_told_as_its_consent(
        UwlrMisbehaviour kind, Actiehouder actiehouder, string advies)
    {
        // Another school works with the same key, so it is not the key.
        await numo.TakeSchoolAsync();
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(kind, simulated.Brin);

        var (controles, koppeling) = await school.TestKoppelingAsync();

        CheckFailure(controles, Controlesoort.Toestemming, Poort.Toestemming, actiehouder, advies);
        controles.Single(c => c.Soort == Controlesoort.UwlrToegang).Uitkomst.Should().Be(Controleuitkomst.Geslaagd);
        koppeling.Staat.Should().Be(Koppelstaat.InOpbouw);
    }

    [Fact]
    public async Task A_wrong_key_of_the_schools_own_is_told_as_what_it_may_be()
    {
        var simulated = numo.TakeSimulated();
        var school = await TestSchool.RegisterAsync(numo.Api, simulated);
        var request = school.Koppeling(simulated);
        request.UwlrAutorisatiesleutel = "een-andere-sleutel";
        await school.Koppelingen.CreateKoppelingAsync(request);

        var (controles, _) = await school.TestKoppelingAsync();

        var toegang = controles.Single(c => c.Soort == Controlesoort.UwlrToegang);
        toegang.Uitkomst.Should().Be(Controleuitkomst.Waarschuwing);
        toegang.Actiehouder.Should().Be(Actiehouder.Kurve);
        toegang.Advies.Should().Contain("sleutel");
        CheckFailure(controles, Controlesoort.Toestemming, Poort.Toestemming, Actiehouder.School, "toestemming");
    }

    [Fact]
    public async Task An_unknown_customer_is_Kurves_to_mend_and_moves_no_gate()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(UwlrMisbehaviour.FaultOngeldigeKlantIdentificatie, simulated.Brin);

        var (controles, koppeling) = await school.TestKoppelingAsync();

        CheckFailure(controles, Controlesoort.UwlrToegang, Poort.Unspecified, Actiehouder.Kurve, "Kurve");
        koppeling.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Fact]
    public async Task An_outage_is_told_and_moves_no_gate()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(MagisterMisbehaviour.Http503, simulated.Brin);

        var (controles, koppeling) = await school.TestKoppelingAsync();

        CheckFailure(controles, Controlesoort.Inloggen, Poort.Unspecified, Actiehouder.Magister, "storing");
        koppeling.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Fact]
    public async Task An_empty_list_warns_and_moves_no_gate()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(MagisterMisbehaviour.EmptyTable, simulated.Brin);

        var (controles, koppeling) = await school.TestKoppelingAsync();

        var kolommen = controles.Single(c => c.Soort == Controlesoort.Kolommen);
        kolommen.Uitkomst.Should().Be(Controleuitkomst.Waarschuwing);
        kolommen.Code.Should().Be("LIJST_LEEG");
        kolommen.Actiehouder.Should().Be(Actiehouder.School);
        koppeling.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Fact]
    public async Task Without_all_gates_preview_and_apply_are_refused_with_each_open_gate_and_its_owner()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        numo.Simulator.Misbehaviour.Add(MagisterMisbehaviour.NoRight, simulated.Brin);
        await school.TestKoppelingAsync();

        var preview = await Refused(() => school.PreviewAsync());
        var apply = await Refused(() => school.ApplyAsync(run));

        foreach (var refused in new[] { preview, apply })
        {
            refused.StatusCode.Should().Be(StatusCode.FailedPrecondition);
            var open = refused.GetRpcStatus()!.GetDetail<Google.Rpc.PreconditionFailure>()!.Violations;
            open.Should().ContainSingle().Which.Subject.Should().Be("Webservice");
            open[0].Description.Should().Contain("School must act");
        }
    }

    [Fact]
    public async Task Of_two_workers_at_one_koppeling_one_is_told_to_look_again_and_nothing_is_lost()
    {
        var simulated = numo.TakeSimulated();
        var school = await TestSchool.RegisterAsync(numo.Api, simulated);
        var created = await school.Koppelingen.CreateKoppelingAsync(school.Koppeling(simulated));
        var etag = created.Koppeling.Etag;

        var outcomes = await Task.WhenAll(
            new[] { Poort.Toestemming, Poort.Webservice }.Select(poort => OutcomeAsync(school, poort, etag)));

        outcomes.Should().BeEquivalentTo([StatusCode.OK, StatusCode.Aborted]);
        var after = await school.Koppelingen.GetKoppelingAsync(new GetKoppelingRequest { SchoolId = school.Id });
        after.Koppeling.Poorten.Should().ContainSingle(p => p.Status == Poortstatus.Gemeld);
        after.Geschiedenis.Should().ContainSingle().Which.Bewijs.Should().Be("gedaan");
    }

    [Fact]
    public async Task What_was_entered_wrongly_is_mended_and_what_was_proved_with_it_lapses()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        var wrong = await school.Koppelingen.UpdateKoppelingAsync(
            new UpdateKoppelingRequest { SchoolId = school.Id, WebserviceWachtwoord = "verkeerd" });
        var (controles, _) = await school.TestKoppelingAsync();
        await school.Koppelingen.UpdateKoppelingAsync(
            new UpdateKoppelingRequest { SchoolId = school.Id, WebserviceWachtwoord = simulated.Wachtwoord });
        var (_, mended) = await school.TestKoppelingAsync();

        wrong.Koppeling.Poorten.Where(p => p.Status == Poortstatus.Vervallen).Select(p => p.Poort)
            .Should().Equal(Poort.Webservice, Poort.WachtwoordEnQuery);
        controles.Should().Contain(c => c.Soort == Controlesoort.Inloggen && c.Uitkomst == Controleuitkomst.Mislukt);
        mended.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Fact]
    public async Task A_suspended_school_imports_nothing_until_it_is_resumed()
    {
        var (school, _) = await numo.TakeSchoolAsync();
        await school.Koppelingen.SuspendKoppelingAsync(
            new SuspendKoppelingRequest { SchoolId = school.Id, Reden = "overstap naar Somtoday" });

        var refused = await Refused(() => school.PreviewAsync());

        refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason.Should().Be("KOPPELING_OPGESCHORT");
        await school.Koppelingen.ResumeKoppelingAsync(new ResumeKoppelingRequest { SchoolId = school.Id });
        (await school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken);
    }

    [Fact]
    public async Task Support_finds_koppelingen_by_state_gate_and_diagnosis()
    {
        var (actief, _) = await numo.TakeSchoolAsync();
        var (kapot, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(MagisterMisbehaviour.WrongPassword, simulated.Brin);
        await kapot.TestKoppelingAsync();

        (await ListAsync(new() { Staat = Koppelstaat.Actief })).Should().Contain(actief.Id).And.NotContain(kapot.Id);
        (await ListAsync(new() { Poort = Poort.WachtwoordEnQuery })).Should().Contain(kapot.Id).And.NotContain(actief.Id);
        (await ListAsync(new() { Poort = Poort.WachtwoordEnQuery, Status = Poortstatus.Vervallen })).Should().Contain(kapot.Id);
        (await ListAsync(new() { ProefMislukt = true })).Should().Contain(kapot.Id).And.NotContain(actief.Id);

        async Task<List<string>> ListAsync(ListKoppelingenRequest request)
        {
            var ids = new List<string>();
            request.PageSize = 2;
            do
            {
                var page = await kapot.Koppelingen.ListKoppelingenAsync(request);
                ids.AddRange(page.Koppelingen.Select(k => k.Koppeling.SchoolId));
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);

            return ids;
        }
    }

    private static void CheckFailure(
        List<Controle> controles, Controlesoort soort, Poort poort, Actiehouder actiehouder, string advies)
    {
        var failed = controles.Where(c => c.Uitkomst == Controleuitkomst.Mislukt).Should().ContainSingle().Subject;
        failed.Soort.Should().Be(soort);
        failed.Poort.Should().Be(poort);
        failed.Actiehouder.Should().Be(actiehouder);
        failed.Advies.Should().ContainEquivalentOf(advies);
    }

    private static async Task<StatusCode> OutcomeAsync(TestSchool school, Poort poort, string etag)
    {
        try
        {
            await school.Koppelingen.RecordStepAsync(new RecordStepRequest
            {
                SchoolId = school.Id,
                Poort = poort,
                Toelichting = "gedaan",
                Etag = etag,
            });
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    private static async Task<RpcException> Refused(Func<Task> call) =>
        (await call.Should().ThrowAsync<RpcException>()).Which;
}
