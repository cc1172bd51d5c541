using Kurve.Numo.Api.Tests.Leerlingen;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>
/// What users of other rostering systems complain of, and what happens here: as far as telling how far a run is, stopping
/// it, and the quality of data answer it.
/// </summary>
[Collection(nameof(ImporterenApi))]
public sealed class ComplaintsAboutProgressAndQualityTests(EndToEnd api)
{
    [Fact]
    public async Task Ids_re_issued_with_different_case_or_leading_zeros_give_no_duplicates()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.ReissuedKeys, simulated.Brin, times: 1);
        var run = await school.PreviewAsync();
        await school.ApplyAsync(run);

        var doubles = await DatakwaliteitTests.ListAsync(school, Kwaliteitssoort.LeerlingGelijkendeSleutel, 500);

        (run.Leerlingen.Nieuw, run.Leerlingen.Archiveren).Should().Be((0, 0), "the stamnummer tells who they are");
        doubles.Should().BeEmpty();
    }

    [Fact]
    public async Task Decorated_stamnummers_give_no_duplicates()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.DecoratedStamnrs, simulated.Brin, times: 1);

        var run = await school.PreviewAsync();

        (run.Leerlingen.Nieuw, run.Leerlingen.Archiveren).Should().Be((0, 0));
    }

    [Fact]
    public async Task The_sync_says_success_while_the_file_holds_only_headers()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var first = await school.PreviewAsync();
        await school.ApplyAsync(first);
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.EmptyList, simulated.Brin, times: 1);

        var run = await school.PreviewAsync();
        var unmatched = await DatakwaliteitTests.ListAsync(school, Kwaliteitssoort.LeerlingZonderRegel, 500);

        run.State.Should().Be(ImportState.Wachtend, "it is no success");
        var read = run.Fases.Single(f => f.Fase == Importfase.Opleidingen);
        (read.Gedaan, read.Verwacht).Should().Be((0, first.Koppelrapport.Regels), "the last run had that many");
        unmatched.Should().HaveCount(simulated.Pupils, "everybody whom the list should have known is named");
    }

    [Fact]
    public async Task Support_cannot_see_or_act_in_the_data_of_the_school()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, simulated.Brin, details: TwoProcesses.Slow);
        var started = await TwoProcesses.StartAsync(school);
        var support = api.Api.As(TestSchool.AllScopes);

        var watched = await new ImportService.ImportServiceClient(support).GetImportRunAsync(
            new GetImportRunRequest { SchoolId = school.Id, ImportRunId = started });
        var discarded = await new ImportService.ImportServiceClient(support).DiscardImportAsync(
            new DiscardImportRequest { SchoolId = school.Id, ImportRunId = started });
        await new LeerlingService.LeerlingServiceClient(support).GetDatakwaliteitAsync(
            new GetDatakwaliteitRequest { SchoolId = school.Id });

        watched.ImportRun.State.Should().Be(ImportState.Ophalen);
        discarded.ImportRun.State.Should().Be(ImportState.Verworpen);
        (await school.AuditAsync("test")).Should().Contain(["DiscardImport", "GetDatakwaliteit"], "the school can see that support did");
    }
}
