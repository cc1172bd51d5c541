using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>What a diagnosis proves, refutes and leaves alone; the ways to be broken are in <see cref="Storing"/>.
/// </summary>
[Collection(nameof(KoppelingenApi))]
public sealed class DiagnosisTests(EndToEnd numo)
{
    [Fact]
    public async Task A_koppeling_that_works_proves_four_gates_and_activation_the_fifth()
    {
        var simulated = numo.TakeSimulated();
        var school = await TestSchool.RegisterAsync(numo.Api, simulated);
        await school.Koppelingen.CreateKoppelingAsync(school.Koppeling(simulated));

        var (controles, koppeling) = await school.TestKoppelingAsync();

        controles.Select(c => c.Soort).Should().Equal(System.Enum.GetValues<Controlesoort>().Skip(1));
        controles.Should().OnlyContain(c => c.Uitkomst == Controleuitkomst.Geslaagd);
        koppeling.Poorten.Where(
            p => p.Status != Poortstatus.Bevestigd).Select(p => p.Poort).Should().Equal(Poort.Activatie);
        var actief = await school.Koppelingen.ActivateKoppelingAsync(
            new ActivateKoppelingRequest { SchoolId = school.Id });
        actief.Koppeling.Staat.Should().Be(Koppelstaat.Actief);
        (await school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.NoRight)]
    [InlineData(MagisterMisbehaviour.Http503)]
    public async Task A_broken_web_service_says_nothing_of_the_consent(MagisterMisbehaviour kind)
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(kind, simulated.Brin);

        var (controles, koppeling) = await school.TestKoppelingAsync();

        controles.Single(c => c.Soort == Controlesoort.Toestemming).Uitkomst.Should().Be(Controleuitkomst.Geslaagd);
        controles.Single(c => c.Soort == Controlesoort.Dekking).Uitkomst.Should().Be(Controleuitkomst.Overgeslagen);
        koppeling.Poorten.Single(p => p.Poort == Poort.Toestemming).Status.Should().Be(Poortstatus.Bevestigd);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.Http503)]
    [InlineData(MagisterMisbehaviour.EmptyTable)]
    public async Task An_outage_or_an_empty_list_moves_no_gate(MagisterMisbehaviour kind)
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(kind, simulated.Brin);

        var (_, koppeling) = await school.TestKoppelingAsync();

        koppeling.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.Http503)]
    [InlineData(MagisterMisbehaviour.TruncatedAnswer)]
    [InlineData(MagisterMisbehaviour.ConnectionReset)]
    public async Task What_passes_by_itself_is_asked_once_more(MagisterMisbehaviour kind)
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(kind, simulated.Brin, times: 1);

        var (controles, _) = await school.TestKoppelingAsync();

        controles.Should().OnlyContain(c => c.Uitkomst == Controleuitkomst.Geslaagd);
    }

    [Fact]
    public async Task A_passing_outage_of_UWLR_is_asked_once_more_as_well()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar, simulated.Brin, times: 1);

        var (controles, _) = await school.TestKoppelingAsync();

        controles.Should().OnlyContain(c => c.Uitkomst == Controleuitkomst.Geslaagd);
    }

    [Fact]
    public async Task No_changes_is_no_lack_of_pupils()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Geenwijzigingen, simulated.Brin);

        var (controles, koppeling) = await school.TestKoppelingAsync();

        var consent = controles.Single(c => c.Soort == Controlesoort.Toestemming);
        consent.Uitkomst.Should().Be(Controleuitkomst.Geslaagd);
        consent.Gezien.Should().Contain("niets is gewijzigd");
        controles.Single(c => c.Soort == Controlesoort.Dekking).Should().BeEquivalentTo(
            new { Uitkomst = Controleuitkomst.Waarschuwing, Code = "GEEN_WIJZIGINGEN", Actiehouder = Actiehouder.Niemand });
        koppeling.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Fact]
    public async Task What_a_diagnosis_saw_is_the_next_step_until_something_newer_is_said()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(UwlrMisbehaviour.OtherBrin, simulated.Brin);
        await school.TestKoppelingAsync();

        var seen = await StandAsync(school, Poort.Toestemming);
        await school.Koppelingen.RecordStepAsync(new RecordStepRequest
        {
            SchoolId = school.Id,
            Poort = Poort.Toestemming,
            Toelichting = "Magister heeft het hersteld",
        });
        var said = await StandAsync(school, Poort.Toestemming);

        seen.Actiehouder.Should().Be(Actiehouder.Magister);
        seen.VolgendeStap.Should().Contain("andere school");
        (said.Actiehouder, said.VolgendeStap).Should().Be(
            (Actiehouder.Kurve, "Test de koppeling, zodat de melding bevestigd wordt."));
    }

    [Fact]
    public async Task A_password_that_was_entered_wrongly_is_Kurves_to_mend()
    {
        var simulated = numo.TakeSimulated();
        var school = await TestSchool.RegisterAsync(numo.Api, simulated);
        var request = school.Koppeling(simulated);
        request.WebserviceWachtwoord = "verkeerd";
        await school.Koppelingen.CreateKoppelingAsync(request);

        await school.TestKoppelingAsync();

        var stand = await StandAsync(school, Poort.WachtwoordEnQuery);
        stand.Actiehouder.Should().Be(Actiehouder.Kurve);
        stand.VolgendeStap.Should().Contain("activatiepakket");
    }

    [Fact]
    public async Task A_school_goes_back_to_Kurves_own_key()
    {
        var (school, _) = await numo.TakeSchoolAsync();
        await school.Koppelingen.UpdateKoppelingAsync(
            new UpdateKoppelingRequest { SchoolId = school.Id, UwlrAutorisatiesleutel = "eigen" });

        var both = await Refused(async () => await school.Koppelingen.UpdateKoppelingAsync(new UpdateKoppelingRequest
        {
            SchoolId = school.Id,
            UwlrAutorisatiesleutel = "eigen",
            ZonderEigenUwlr = true,
        }));
        var back = await school.Koppelingen.UpdateKoppelingAsync(
            new UpdateKoppelingRequest { SchoolId = school.Id, ZonderEigenUwlr = true });
        var (_, koppeling) = await school.TestKoppelingAsync();

        both.StatusCode.Should().Be(StatusCode.InvalidArgument);
        back.Koppeling.EigenUwlrSleutel.Should().BeFalse();
        koppeling.Staat.Should().Be(Koppelstaat.Actief);
    }

    [Fact]
    public async Task The_query_and_instructions_are_given_again_and_name_the_ticket_to_make()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();

        var again = await school.Koppelingen.GetInstructiesAsync(new GetInstructiesRequest
        {
            SchoolId = school.Id,
            Aliasvorm = Aliasvorm.Klassiek,
        });

        again.Query.Should().Contain("AS idGebr").And.Contain(simulated.Brin);
        again.QueryBestand.Should().Be($"KurveLeerlingData-{simulated.Brin}.sql");
        again.InstructiesTekst.Should().Contain("'Allowlisting IP-adressen'").And.NotContain("192.0.2.7");
        again.InstructiesHtml.Should().Contain("Voor webservice");
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
        var ander = numo.TakeSimulated();
        var nooit = await TestSchool.RegisterAsync(numo.Api, ander);
        await nooit.Koppelingen.CreateKoppelingAsync(nooit.Koppeling(ander));

        (await ListAsync(new() { Staat = Koppelstaat.Actief })).Should().Contain(actief.Id).And.NotContain(kapot.Id);
        (await ListAsync(new() { Poort = Poort.WachtwoordEnQuery }))
            .Should().Contain(kapot.Id).And.NotContain(actief.Id);
        (await ListAsync(new() { Poort = Poort.WachtwoordEnQuery, Status = Poortstatus.Vervallen }))
            .Should().Contain(kapot.Id);
        (await ListAsync(new() { ProefMislukt = true })).Should().Contain(kapot.Id).And.NotContain(actief.Id);
        (await ListAsync(new() { NietBeproefdSinds = Moment(TimeSpan.FromHours(-1)) }))
            .Should().NotContain([actief.Id, kapot.Id]).And.Contain(nooit.Id);
        (await ListAsync(new() { NietBeproefdSinds = Moment(TimeSpan.FromHours(1)) }))
            .Should().Contain([actief.Id, kapot.Id]);

        static Timestamp Moment(TimeSpan fromNow) => Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow + fromNow);

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

    private static async Task<Poortstand> StandAsync(TestSchool school, Poort poort)
    {
        var answer = await school.Koppelingen.GetKoppelingAsync(new GetKoppelingRequest { SchoolId = school.Id });
        return answer.Koppeling.Poorten.Single(p => p.Poort == poort);
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
