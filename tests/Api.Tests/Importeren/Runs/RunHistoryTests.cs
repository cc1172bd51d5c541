using Grpc.Core;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

[Collection(nameof(ImporterenApi))]
public sealed class RunHistoryTests(EndToEnd api)
{
    [Fact]
    public async Task History_is_paged_over_all_states_and_filtered_by_state_and_time()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var applied = await school.ApplyAsync(await school.PreviewAsync());
        var replaced = await school.PreviewAsync();
        var discarded = await school.PreviewAsync();
        await school.Import.DiscardImportAsync(
            new DiscardImportRequest { SchoolId = school.Id, ImportRunId = discarded.Id });
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.FaultAutorisatieOngeldig, simulated.Brin, times: 1);
        var failed = await school.PreviewAsync();

        var paged = await ReadPagesAsync(school, size: 2);
        var old = await school.Import.ListImportRunsAsync(new ListImportRunsRequest
        {
            SchoolId = school.Id,
            Tot = failed.CreateTime,
            Vanaf = replaced.CreateTime,
            Bron = Bron.Magister,
        });

        paged.Select(r => (r.Id, r.State)).Should().Equal(
            (failed.Id, ImportState.Mislukt),
            (discarded.Id, ImportState.Verworpen),
            (replaced.Id, ImportState.Verworpen),
            (applied.Id, ImportState.Toegepast));
        paged[0].Actiehouder.Should().NotBe(Actiehouder.Niemand);
        paged[1].Handelingen[^1].Soort.Should().Be(Handelingsoort.Verworpen);
        paged[2].Verwerping.Code.Should().Be("VOORBEELD_VERVANGEN");
        (await school.HistoryAsync(ImportState.Toegepast, ImportState.Mislukt)).Select(r => r.Id).Should().Equal(
            failed.Id, applied.Id);
        old.ImportRuns.Select(r => r.Id).Should().Equal(discarded.Id, replaced.Id);
    }

    [Fact]
    public async Task A_run_tells_who_did_what_and_how_many_of_each_kind_it_changed()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var preview = await school.PreviewAsync();
        var chosen = (await school.RegelsAsync(preview)).Take(3).Select(r => r.Nummer);

        var applied = (await school.Import.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = preview.Id,
            PlanHash = preview.PlanHash,
            Regels = { chosen },
        })).ImportRun;

        applied.AangevraagdDoor.Should().Be("test");
        applied.Handelingen.Select(h => (h.Soort, h.Wie, h.Personen)).Should().Equal(
            (Handelingsoort.Aangevraagd, "test", 0), (Handelingsoort.Toegepast, "test", 3));
        applied.Toepassing.Should().Be(new Toepassing
        {
            Leerlingen = new Tellingen { Nieuw = 3 },
            Docenten = new Tellingen(),
            GekozenRegels = 3,
        });
    }

    [Fact]
    public async Task Each_row_tells_what_became_of_it()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var preview = await school.PreviewAsync();
        var before = await school.RegelsAsync(preview);
        var chosen = before[1].Nummer;

        await school.Import.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = preview.Id,
            PlanHash = preview.PlanHash,
            Regels = { chosen },
        });
        var after = await school.RegelsAsync(preview);

        before.Should().OnlyContain(r => r.Uitkomst == Regeluitkomst.Unspecified);
        (await RunCalls.NummersByUitkomstAsync(school, preview)).Should().BeEquivalentTo(
            RunCalls.NummersByUitkomst(after));
        after.Single(r => r.Uitkomst == Regeluitkomst.Toegepast).Nummer.Should().Be(chosen);
        after.Where(r => r.Soort == RegelSoort.Nieuw && r.Nummer != chosen).Should().OnlyContain(
            r => r.Uitkomst == Regeluitkomst.NietGekozen);
        var made = after.Single(r => r.Nummer == chosen);
        (await school.Leerlingen.ListLeerlingenAsync(new ListLeerlingenRequest { SchoolId = school.Id })).Leerlingen
            .Should().ContainSingle().Which.Id.Should().Be(made.NieuwAccountId);
    }

    [Fact]
    public async Task A_run_is_compared_with_the_one_before_it()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var first = await school.PreviewAsync();
        var gone = (await school.RegelsAsync(first)).First(r => r.Soort == RegelSoort.Nieuw);
        var alone = await RunCalls.ReasonAsync(() => CompareAsync(school, first));
        await school.Import.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = first.Id,
            PlanHash = first.PlanHash,
            Regels = { gone.Nummer },
        });
        var second = await school.PreviewAsync();

        var answer = await CompareAsync(school, second);

        alone.Should().Be("VORIGE_IMPORT_ONTBREEKT");
        answer.VorigeImportRun.Id.Should().Be(first.Id);
        (answer.AantalErbij, answer.AantalEraf).Should().Be((0, 1));
        answer.AantalGelijk.Should().BeGreaterThan(100);
        var verschil = answer.Verschillen.Should().ContainSingle().Which;
        (verschil.Soort, verschil.VorigeRegel.Naam).Should().Be((Verschilsoort.Eraf, gone.Naam));
        verschil.Regel.Should().BeNull();
        verschil.VorigeRegel.Uitkomst.Should().Be(Regeluitkomst.Toegepast);
    }

    [Fact]
    public async Task Another_schools_runs_and_people_do_not_exist()
    {
        var (mine, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var run = await other.ApplyAsync(await other.PreviewAsync());
        var bound = api.Api.As(TestSchool.AllScopes, mine.Id);
        var import = new ImportService.ImportServiceClient(bound);
        var leerlingen = new LeerlingService.LeerlingServiceClient(bound);
        using var regels = import.ExportImportRegels(
            new ExportImportRegelsRequest { SchoolId = other.Id, ImportRunId = run.Id });
        using var mensen = leerlingen.ExportLeerlingen(new ExportLeerlingenRequest { SchoolId = other.Id });

        var refusals = new[]
        {
            await StatusAsync(() => import.UndoImportAsync(
                new UndoImportRequest { SchoolId = other.Id, ImportRunId = run.Id }).ResponseAsync),
            await StatusAsync(() => import.CompareImportRunsAsync(
                new CompareImportRunsRequest { SchoolId = other.Id, ImportRunId = run.Id }).ResponseAsync),
            await StatusAsync(() => import.UndoImportAsync(
                new UndoImportRequest { SchoolId = mine.Id, ImportRunId = run.Id }).ResponseAsync),
            await StatusAsync(() => regels.ResponseStream.MoveNext(CancellationToken.None)),
            await StatusAsync(() => mensen.ResponseStream.MoveNext(CancellationToken.None)),
        };

        refusals.Should().OnlyContain(status => status == StatusCode.NotFound);
        (await other.StateOfAsync(run)).Should().Be(ImportState.Toegepast);
    }

    private static Task<CompareImportRunsResponse> CompareAsync(TestSchool school, ImportRun run) =>
        school.Import.CompareImportRunsAsync(
            new CompareImportRunsRequest { SchoolId = school.Id, ImportRunId = run.Id }).ResponseAsync;

    private static async Task<List<ImportRun>> ReadPagesAsync(TestSchool school, int size)
    {
        var request = new ListImportRunsRequest { SchoolId = school.Id, PageSize = size };
        var runs = new List<ImportRun>();
        do
        {
            var page = await school.Import.ListImportRunsAsync(request);
            page.ImportRuns.Should().HaveCountLessThanOrEqualTo(size);
            runs.AddRange(page.ImportRuns);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return runs;
    }

    private static async Task<StatusCode> StatusAsync<T>(Func<Task<T>> call)
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
