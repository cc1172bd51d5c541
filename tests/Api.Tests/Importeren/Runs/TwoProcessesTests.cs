using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

/// <summary>Two API processes on one database, as two replicas are, and two administrators of one school.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private const string Scopes = "numo.read numo.import";

    private SimulatorHost _simulator = null!;
    private ApiProcess _first = null!;
    private ApiProcess _second = null!;
    private int _next = -1;

    public async Task InitializeAsync()
    {
        var options = new SimulatorOptions { Pupils = 80, Schools = 8, MagisterPort = 0, Quiet = true };
        _simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        _first = await ApiProcess.StartAsync(_simulator);
        _second = await ApiProcess.StartBesideAsync(_simulator, _first);
    }

    public async Task DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_school_has_one_run_that_fetches_whichever_process_is_asked()
    {
        var (school, simulated) = await TakeSchoolAsync();
        var elsewhere = new TestSchool(_second, school.Id);
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, simulated.Brin);

        var reasons = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => RunCalls.ReasonAsync(
            () => (n % 2 == 0 ? school : elsewhere).Import.PreviewImportAsync(
                new PreviewImportRequest { SchoolId = school.Id }).ResponseAsync)));

        reasons.Should().ContainSingle(reason => reason.Length == 0);
        reasons.Where(reason => reason.Length > 0).Should().OnlyContain(reason => reason == "IMPORT_BEZIG");
        (await elsewhere.HistoryAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Two_administrators_see_each_others_run_and_what_each_of_them_did()
    {
        var (school, simulated) = await TakeSchoolAsync();
        var anna = new ImportService.ImportServiceClient(_first.AsPerson("anna", Scopes));
        var bert = new ImportService.ImportServiceClient(_second.AsPerson("bert", Scopes));
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, simulated.Brin, times: 1);
        var started = await anna.PreviewImportAsync(new PreviewImportRequest { SchoolId = school.Id });

        var seen = (await bert.ListImportRunsAsync(new ListImportRunsRequest { SchoolId = school.Id })).ImportRuns;
        var watched = await new TestSchool(_second, school.Id).WatchAsync(started.ImportRun.Id);
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
        var (school, _) = await TakeSchoolAsync();
        var ask = new PreviewImportRequest { SchoolId = school.Id, RequestId = Guid.NewGuid().ToString() };
        var (apply, undo) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var started = await school.Import.PreviewImportAsync(ask);
        var run = await school.WatchAsync(started.ImportRun.Id);
        var applied = await school.ApplyAsync(run, apply);
        var undone = await school.UndoAsync(run, requestId: undo);

        await _first.RestartAsync();

        foreach (var process in new[] { _first, _second })
        {
            var again = new TestSchool(process, school.Id);
            (await again.Import.PreviewImportAsync(ask)).Should().Be(started);
            (await again.ApplyAsync(run, apply)).Should().Be(applied);
            (await again.UndoAsync(run, requestId: undo)).Should().Be(undone);
            (await again.HistoryAsync()).Should().ContainSingle();
        }
    }

    [Fact]
    public async Task Of_64_applies_at_once_over_two_processes_one_has_effect()
    {
        var (school, simulated) = await TakeSchoolAsync();
        var run = await school.PreviewAsync();

        var reasons = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => RunCalls.ReasonAsync(
            () => new TestSchool(n % 2 == 0 ? _first : _second, school.Id).ApplyAsync(run, Guid.NewGuid().ToString()))));

        reasons.Should().ContainSingle(reason => reason.Length == 0);
        reasons.Where(reason => reason.Length > 0).Should().OnlyContain(
            reason => reason == "STATE_ONGESCHIKT" || reason == "IMPORT_GEWIJZIGD" || reason == "STAND_GEWIJZIGD");
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils);
        Applies(await school.GetAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task The_same_apply_64_times_at_once_gives_one_answer_and_has_one_effect()
    {
        var (school, simulated) = await TakeSchoolAsync();
        var run = await school.PreviewAsync();
        var requestId = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            n => new TestSchool(n % 2 == 0 ? _first : _second, school.Id).ApplyAsync(run, requestId)));

        answers.Should().AllBeEquivalentTo(answers[0]);
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils);
        Applies(await school.GetAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task Of_many_undos_at_once_over_two_processes_one_has_effect()
    {
        var (school, _) = await TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());

        var reasons = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => RunCalls.ReasonAsync(
            () => new TestSchool(n % 2 == 0 ? _first : _second, school.Id).UndoAsync(run))));

        reasons.Should().ContainSingle(reason => reason.Length == 0);
        reasons.Where(reason => reason.Length > 0).Should().OnlyContain(
            reason => reason == "STATE_ONGESCHIKT" || reason == "IMPORT_GEWIJZIGD");
        (await school.CountLeerlingenAsync()).Should().Be(0);
    }

    private static int Applies(ImportRun run) => run.Handelingen.Count(h => h.Soort == Handelingsoort.Toegepast);

    private async Task<(TestSchool School, SimulatedSchool Simulated)> TakeSchoolAsync()
    {
        var simulated = _simulator.Scholen[Interlocked.Increment(ref _next)];
        return (await TestSchool.ConnectAsync(_first, simulated), simulated);
    }
}
