using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

/// <summary>Two API processes on one database, as two replicas are, and two administrators of one school.</summary>
[Collection(nameof(TweeApis))]
public sealed class TwoProcessesTests(TwoProcesses api)
{
    private const string Scopes = "numo.read numo.import";

    [Fact]
    public async Task A_school_has_one_run_that_fetches_whichever_process_is_asked()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var elsewhere = school.Through(api.Second);
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, simulated.Brin, details: TwoProcesses.Slow);

        var reasons = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => RunCalls.ReasonAsync(
            () => (n % 2 == 0 ? school : elsewhere).Import.PreviewImportAsync(
                new PreviewImportRequest { SchoolId = school.Id }).ResponseAsync)));

        reasons.Should().ContainSingle(reason => reason.Length == 0);
        reasons.Where(reason => reason.Length > 0).Should().OnlyContain(reason => reason == "IMPORT_BEZIG");
        var run = (await elsewhere.HistoryAsync()).Should().ContainSingle().Which;
        await school.DiscardAsync(run.Id);
    }

    [Fact]
    public async Task Two_administrators_see_each_others_run_and_what_each_of_them_did()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var anna = new ImportService.ImportServiceClient(api.First.AsPerson("anna", Scopes));
        var bert = new ImportService.ImportServiceClient(api.Second.AsPerson("bert", Scopes));
        api.Simulator.Misbehaviour.Add(
            UwlrMisbehaviour.Slow, simulated.Brin, details: TwoProcesses.Slow with { PieceSize = 16_384 });
        var started = await anna.PreviewImportAsync(new PreviewImportRequest { SchoolId = school.Id });

        var seen = (await bert.ListImportRunsAsync(new ListImportRunsRequest { SchoolId = school.Id })).ImportRuns;
        var watched = await school.Through(api.Second).WatchAsync(started.ImportRun.Id);
        await bert.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = watched.Id,
            PlanHash = watched.PlanHash,
        });
        var applied = (await anna.GetImportRunAsync(
            new GetImportRunRequest { SchoolId = school.Id, ImportRunId = watched.Id })).ImportRun;

        seen.Should().ContainSingle().Which.AangevraagdDoor.Should().Be("anna");
        watched.State.Should().Be(ImportState.Vergeleken);
        applied.Handelingen.Select(h => (h.Soort, h.Wie)).Should().Equal(
            (Handelingsoort.Aangevraagd, "anna"), (Handelingsoort.Toegepast, "bert"));
        applied.Handelingen[1].Personen.Should().Be(applied.ToegepastePersonen);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_after_a_restart_and_from_the_other_process()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var ask = new PreviewImportRequest { SchoolId = school.Id, RequestId = Guid.NewGuid().ToString() };
        var (apply, undo) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var started = await school.Import.PreviewImportAsync(ask);
        var run = await school.WatchAsync(started.ImportRun.Id);
        var applied = await school.ApplyAsync(run, apply);
        var undone = await school.UndoAsync(run, requestId: undo);

        await api.First.RestartAsync();

        foreach (var process in new[] { api.First, api.Second })
        {
            var again = school.Through(process);
            (await again.Import.PreviewImportAsync(ask)).Should().Be(started);
            (await again.ApplyAsync(run, apply)).Should().Be(applied);
            (await again.UndoAsync(run, requestId: undo)).Should().Be(undone);
            (await again.HistoryAsync()).Should().ContainSingle();
        }
    }

    [Fact]
    public async Task Of_64_applies_at_once_over_two_processes_one_has_effect()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();

        var reasons = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => RunCalls.ReasonAsync(
            () => school.Through(n % 2 == 0 ? api.First : api.Second).ApplyAsync(run, Guid.NewGuid().ToString()))));

        reasons.Should().ContainSingle(reason => reason.Length == 0);
        reasons.Where(reason => reason.Length > 0).Should().OnlyContain(
            reason => reason == "STATE_ONGESCHIKT" || reason == "IMPORT_GEWIJZIGD" || reason == "STAND_GEWIJZIGD");
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils);
        Applies(await school.GetAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task The_same_apply_64_times_at_once_gives_one_answer_and_has_one_effect()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        var requestId = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            n => school.Through(n % 2 == 0 ? api.First : api.Second).ApplyAsync(run, requestId)));

        answers.Should().AllBeEquivalentTo(answers[0]);
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils);
        Applies(await school.GetAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task Of_many_undos_at_once_over_two_processes_one_has_effect()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());

        var reasons = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => RunCalls.ReasonAsync(
            () => school.Through(n % 2 == 0 ? api.First : api.Second).UndoAsync(run))));

        reasons.Should().ContainSingle(reason => reason.Length == 0);
        reasons.Where(reason => reason.Length > 0).Should().OnlyContain(
            reason => reason == "STATE_ONGESCHIKT" || reason == "IMPORT_GEWIJZIGD");
        (await school.CountLeerlingenAsync()).Should().Be(0);
    }

    private static int Applies(ImportRun run) => run.Handelingen.Count(h => h.Soort == Handelingsoort.Toegepast);
}
