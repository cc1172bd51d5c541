using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>Does with Numo what happens at a school, and holds what it shows against the model after each step.</summary>
internal sealed class Schooljaarloop(
    Keuzeschool school, Schoolwereld wereld, Schoolmodel model, Bronlevering levering, Func<string> seed)
{
    private static readonly DateOnly Wintertijd = new(Schoolmodel.Begin.Year, 10, 31);

    private readonly Schoolvergelijking _vergelijking = new(school, model);
    private readonly List<string> _story = [];
    private Bronbeeld _nu = null!;

    public DateOnly Dag { get; private set; }

    /// <summary>Whether this year's source says nothing.</summary>
    public bool IsLeeg { get; set; }

    /// <summary>The same of next year's.</summary>
    public bool IsStraksLeeg { get; set; }

    private Bronbeeld Straks => Bronbeeld.Straks(wereld, IsStraksLeeg);

    /// <summary>Says what happens, for who reads a failure.</summary>
    public void Tell(string what) => _story.Add($"{Dag:O} {what}");

    /// <summary>The first import of a school, by a person.</summary>
    public async Task BeginAsync(DateOnly dag)
    {
        Deliver(dag);
        SetClock(10);
        await school.ImportAsync();
        model.ApplyAll(dag, _nu);
        await CheckAsync("the first import");
    }

    /// <param name="dag">The day.</param>
    /// <param name="again">Whether sources say what they said the night before, to the letter.</param>
    /// <param name="dubbel">Whether a pupil of whom nothing changed is delivered twice.</param>
    public async Task NightAsync(DateOnly dag, bool again = false, bool dubbel = false)
    {
        Dag = dag;
        var twice = again ? null : Deliver(dag, dubbel);

        // Half past five by the Dutch clock, when every school had its turn.
        SetClock(Dag < Wintertijd ? 3.5 : 4.5);
        school.Wie.Subject = SystemCaller.Nights;
        var night = (await school.SendAsync(new SyncSchool(school.Id))).Value.Uitkomst;
        school.Wie.Subject = "test";
        night.Should().NotBeNull($"{seed()} has a night on {Dag:O}");
        model.Night(Dag, _nu, Straks);
        if (twice is not null)
        {
            model.ExpectDubbel();
        }

        Tell($"night: {night}{(twice is null ? "" : $", with {twice} twice")}");
        await CheckAsync("the night");
    }

    /// <summary>A person prepares next year.</summary>
    public async Task PrepareAsync()
    {
        SetClock(10);
        var run = await school.PreviewAsync(Schooljaar.Hydrate(TestDatabase.Jaar.Begin + 1));
        await ReleaseAndApplyAsync(run);
        model.Prepare(Straks);
        await CheckAsync("the preparation");
    }

    /// <summary>A person agrees.</summary>
    public async Task AgreeAsync(DateOnly vertrekOp, int maxVertrek, int maxNieuw)
    {
        SetClock(11);
        var grens = new Grenskeuze(Vestigingsnummer.Hoofd, maxVertrek, maxNieuw, MaxZonderKlas: null);
        var agreed = await school.SendAsync(new AgreeSchooljaar(school.Id, null, [grens], vertrekOp, null, null, false));
        agreed.Error.Should().BeNull(seed());
        model.Agree(new Modelafspraak(vertrekOp, maxVertrek, maxNieuw));
        await CheckAsync("the agreement");
    }

    /// <summary>A person applies the run that waits, by day.</summary>
    public async Task ApplyWaitingAsync()
    {
        SetClock(12);
        var waiting = (await RunsAsync()).First(r => r.State == ImportState.Wachtend);
        await ReleaseAndApplyAsync(waiting);
        model.ApplyAll(Dag, _nu);
        await CheckAsync("a person applied what waited");
    }

    /// <summary>A person previews and applies, by day.</summary>
    public async Task ApplyByHandAsync()
    {
        SetClock(12);
        await ReleaseAndApplyAsync(await school.PreviewAsync());
        model.ApplyAll(Dag, _nu);
        await CheckAsync("a person applied all");
    }

    /// <summary>The run that was applied last.</summary>
    public async Task<Guid> LastAppliedAsync() => (await RunsAsync()).First(r => r.State == ImportState.Toegepast).Id;

    /// <summary>A person undoes a run, by day.</summary>
    public async Task UndoAsync(Guid run, Modelstand before)
    {
        SetClock(13);
        var undone = await school.SendAsync(
            new UndoImport(school.Id, new ImportRunId(run), RequestId: null, ValidateOnly: false));
        undone.Error.Should().BeNull(seed());
        undone.Value.Gelaten.Should().BeEmpty(seed());
        model.Undo(before);
        _vergelijking.ForgetRemoved();
        await CheckAsync("the undo");
    }

    /// <summary>How far the change of school year is.</summary>
    public async Task<WisselView> WisselAsync() =>
        (await school.SendAsync(new GetSchooljaarwissel(school.Id, Schooljaar: null))).Value.Wissel;

    private int? Deliver(DateOnly dag, bool dubbel = false)
    {
        Dag = dag;
        _nu = Bronbeeld.Nu(wereld, IsLeeg);
        int[] unchanged = [.. _nu.Leerlingen.Where(l => model.IsUnchanged(dag, l.Key, l.Value)).Select(l => l.Key)];
        int? twice = dubbel && !IsLeeg ? unchanged[dag.DayNumber % unchanged.Length] : null;
        levering.Deliver(_nu, dag < Schoolmodel.Begin ? Straks : null, twice);
        foreach (var persoon in wereld.Personen)
        {
            persoon.Vermist = false;
        }

        foreach (var klas in wereld.Klassen)
        {
            klas.IsGewijzigd = false;
        }

        return twice;
    }

    private async Task ReleaseAndApplyAsync(ImportRunView run)
    {
        if (run.State == ImportState.Wachtend)
        {
            var released = await school.SendAsync(new ReleaseBrake(
                school.Id, new ImportRunId(run.Id), run.Uitkomst!.PlanHash, RequestId: null));
            released.Error.Should().BeNull(seed());
        }

        (await school.ApplyAsync(run)).Error.Should().BeNull($"{seed()} on {Dag:O}");
    }

    private async Task CheckAsync(string after)
    {
        var differences = (await _vergelijking.FindAsync(Dag)).ToList();
        var jaar = Schooljaar.Op(Dag).ToString();
        var waiting = (await RunsAsync()).Where(r => r.State == ImportState.Wachtend && r.Schooljaar == jaar).ToList();
        if (model.Waits is { } waits && waits != waiting.Count > 0)
        {
            var reasons = waiting.SelectMany(r => r.Uitkomst!.Remmen).Select(r => $"{r.Code} {r.Tekst}");
            differences.Add($"a run that waits: expected {waits}, found {waiting.Count}: {string.Join("; ", reasons)}");
        }

        var story = string.Join('\n', _story.TakeLast(24));
        string.Join('\n', differences.Take(12)).Should().BeEmpty(
            $"that is what is true after {after} of {Dag:O} with {seed()}; before:\n{story}\n");
    }

    private async Task<IReadOnlyList<ImportRunView>> RunsAsync() => (await school.SendAsync(
        new ListImportRuns(school.Id, new PageRequest(20, null), []))).Value.Items;

    private void SetClock(double hour) => school.Clock.SetUtcNow(
        new DateTimeOffset(Dag.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hour));
}
