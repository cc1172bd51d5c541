using Grpc.Core;
using Kurve.Numo.Api.Tests.Shared;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

[Collection(nameof(ImporterenApi))]
public sealed class ImportTests(EndToEnd api)
{
    [Fact]
    public async Task A_school_comes_in_from_Magister_and_a_second_preview_finds_nothing()
    {
        var (school, simulated) = await api.TakeSchoolAsync();

        var preview = await school.PreviewAsync();
        var before = await school.CountLeerlingenAsync();
        var applied = await school.ApplyAsync(preview);
        var again = await school.PreviewAsync();

        preview.State.Should().Be(ImportState.Vergeleken, preview.Fout?.Tekst);
        preview.Leerlingen.Nieuw.Should().Be(simulated.Pupils);
        preview.Koppelrapport.Kolommen.Single(k => k.Gekozen).Naam.Should().Be("ExterneId = @key");
        before.Should().Be(0, "a preview changes nothing");
        applied.State.Should().Be(ImportState.Toegepast);
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils);
        again.Leerlingen.Should().Be(new Tellingen { Ongewijzigd = simulated.Pupils });
        again.Docenten.Ongewijzigd.Should().Be(preview.Docenten.Nieuw);
        again.GroepenNieuw.Should().Be(0);
    }

    [Fact]
    public async Task A_preview_says_until_when_it_can_be_applied()
    {
        var (school, _) = await api.TakeSchoolAsync();

        var preview = await school.PreviewAsync();

        (preview.VervaltTime.ToDateTimeOffset() - preview.VergelekenTime.ToDateTimeOffset()).Should().Be(
            TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Pupils_are_read_back_with_class_and_doelgroep()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());

        var page = await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 3 });
        var one = await school.Leerlingen.GetLeerlingAsync(
            new GetLeerlingRequest { SchoolId = school.Id, LeerlingId = page.Leerlingen[1].Id });
        var batch = await school.Leerlingen.BatchGetLeerlingenAsync(new BatchGetLeerlingenRequest
        {
            SchoolId = school.Id,
            LeerlingIds = { page.Leerlingen[2].Id, Guid.Empty.ToString(), page.Leerlingen[0].Id },
        });
        var groepen = await school.Leerlingen.ListGroepenAsync(
            new ListGroepenRequest { SchoolId = school.Id, PageSize = 500 });
        var docenten = await school.Leerlingen.ListDocentenAsync(new ListDocentenRequest { SchoolId = school.Id });

        page.Leerlingen.Should().HaveCount(3);
        page.NextPageToken.Should().NotBeEmpty();
        one.Leerling.Should().Be(page.Leerlingen[1]);
        one.Leerling.Stamgroep.Naam.Should().NotBeEmpty();
        batch.Leerlingen.Should().Equal(page.Leerlingen[2], page.Leerlingen[0]);
        batch.NietGevonden.Should().Equal(Guid.Empty.ToString());
        groepen.Groepen.Where(g => g.Soort == Groepsoort.Stamgroep).Sum(g => g.AantalLeerlingen)
            .Should().BeInRange(100, 120);
        docenten.Docenten.Should().OnlyContain(d => d.Email.Contains('@'));
        (await school.Leerlingen.ListLeerlingenAsync(new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 500 }))
            .Leerlingen.Count(l => l.Doelgroep is not null).Should().BeGreaterThan(90);
    }

    [Fact]
    public async Task A_source_that_refuses_ends_the_run_with_reason_sentence_and_owner()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.FaultAutorisatieOngeldig, simulated.Brin);

        var run = await school.PreviewAsync();

        run.State.Should().Be(ImportState.Mislukt);
        run.Fout.Code.Should().NotBeEmpty();
        run.Fout.Tekst.Should().NotBeEmpty();
        run.Actiehouder.Should().NotBe(Actiehouder.Niemand);
    }

    [Theory]
    [InlineData(MagisterMisbehaviour.WrongPassword, "INLOGGEN_GEWEIGERD")]
    [InlineData(MagisterMisbehaviour.NoRight, "GEEN_RECHT_OP_LIJST")]
    [InlineData(MagisterMisbehaviour.ListMissing, "MAGISTER_MELDT_FOUT")]
    public async Task A_web_service_that_refuses_ends_the_run(MagisterMisbehaviour kind, string code)
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(kind, simulated.Brin);

        var run = await school.PreviewAsync();

        (run.State, run.Fout?.Code, run.Actiehouder).Should().Be((ImportState.Mislukt, code, Actiehouder.School));
        (await school.CountLeerlingenAsync()).Should().Be(0);
    }

    [Fact]
    public async Task No_data_brakes_and_only_this_plans_hash_releases_it_once()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Geengegevens, simulated.Brin);

        var run = await school.PreviewAsync();
        var braked = await Refused(() => school.ApplyAsync(run));
        var wrong = await Refused(() => ReleaseAsync(school, run, new string('0', 64)));
        var released = await ReleaseAsync(school, run, run.PlanHash);
        var twice = await Refused(() => ReleaseAsync(school, run, run.PlanHash));
        await school.ApplyAsync(released);

        run.State.Should().Be(ImportState.Wachtend);
        run.Remmen.Should().Contain(m => m.Code == "GEEN_GEGEVENS");
        new[] { braked, wrong, twice }.Should().AllBeEquivalentTo(StatusCode.FailedPrecondition);
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils, "no data never archives anybody");
    }

    [Fact]
    public async Task A_repeated_apply_gives_the_first_answer_and_does_nothing()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        var requestId = Guid.NewGuid().ToString();

        var first = await school.ApplyAsync(run, requestId);
        var second = await school.ApplyAsync(run, requestId);

        second.Should().Be(first);
    }

    [Fact]
    public async Task Of_many_applies_at_once_one_has_effect()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Refused(() => school.ApplyAsync(run))));

        outcomes.Count(o => o == StatusCode.OK).Should().Be(1);
        outcomes.Where(o => o != StatusCode.OK).Should().OnlyContain(
            o => o == StatusCode.FailedPrecondition || o == StatusCode.Aborted);
    }

    [Fact]
    public async Task A_plan_on_older_data_is_not_applied()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        await school.ApplyAsync(run, "", RegelSoort.Nieuw);
        var newer = await school.PreviewAsync();
        var replaced = await school.PreviewAsync();

        (await Refused(() => school.ApplyAsync(newer))).Should().Be(
            StatusCode.FailedPrecondition, "a newer preview took its place");
        (await school.ApplyAsync(replaced)).State.Should().Be(ImportState.Toegepast);
    }

    [Fact]
    public async Task A_second_preview_at_once_is_refused_and_discarding_stops_the_first()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, simulated.Brin);
        var started = await school.Import.PreviewImportAsync(new PreviewImportRequest { SchoolId = school.Id });

        var second = await Refused(
            () => school.Import.PreviewImportAsync(new PreviewImportRequest { SchoolId = school.Id }).ResponseAsync);
        var discarded = await school.DiscardAsync(started.ImportRun.Id);

        second.Should().Be(StatusCode.Aborted);
        discarded.State.Should().Be(ImportState.Verworpen);
        (await school.WatchAsync(started.ImportRun.Id)).State.Should().Be(ImportState.Verworpen);
    }

    [Fact]
    public async Task Rows_are_listed_page_by_page_and_filtered_by_kind()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        var request = new ListImportRegelsRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PageSize = 50,
            Soorten = { RegelSoort.Nieuw },
            Persoon = Persoonssoort.Leerling,
        };

        var regels = new List<ImportRegel>();
        do
        {
            var page = await school.Import.ListImportRegelsAsync(request);
            regels.AddRange(page.Regels);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        regels.Should().HaveCount(simulated.Pupils).And.OnlyHaveUniqueItems(r => r.Nummer);
        (await Refused(() => school.Import.ListImportRegelsAsync(new ListImportRegelsRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PageToken = "no token of ours",
        }).ResponseAsync)).Should().Be(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task No_secret_reaches_the_log_or_the_database()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.ExpiredSession, simulated.Brin, times: 1);
        await school.PreviewAsync();
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.ConnectionReset, simulated.Brin);
        await school.PreviewAsync();

        await using var connection = await api.Api.OpenDatabaseAsync();
        var stored = await StoredTexts.ReadAsync(connection);

        stored.Should().Contain(text => text.Contains(simulated.Brin), "what is stored is looked through");
        stored.Append(api.Api.Output).Should().OnlyContain(text =>
            !text.Contains(simulated.Wachtwoord, StringComparison.OrdinalIgnoreCase)
            && !text.Contains(api.Simulator.Uwlr.Autorisatiesleutel, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<ImportRun> ReleaseAsync(TestSchool school, ImportRun run, string hash) =>
        (await school.Import.ReleaseBrakeAsync(
            new ReleaseBrakeRequest { SchoolId = school.Id, ImportRunId = run.Id, PlanHash = hash })).ImportRun;

    private static async Task<StatusCode> Refused<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }
}
