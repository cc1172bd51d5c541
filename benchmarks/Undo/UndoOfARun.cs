using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Kurve.Numo.Application.Importeren;

namespace Kurve.Numo.Benchmarks.Undo;

/// <summary>
/// Undoing a run of many people, beside applying the same run: undo may cost twice its apply. Also its dry run, which
/// only reads.
/// </summary>
[GcServer(true)]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class UndoOfARun
{
    private LargeSchool _school = null!;
    private ImportRunView _run = null!;

    [Params(5_417)]
    public int People { get; set; }

    /// <summary>Ten groepen each: of a few hundred that many share, and of as many as there could be.</summary>
    [Params(200, 48_753)]
    public int Lesgroepen { get; set; }

    [IterationSetup(Target = nameof(ApplyAsync))]
    public void Preview()
    {
        _school = LargeSchool.CreateAsync().GetAwaiter().GetResult();
        _run = _school.PreviewAsync(People, groepen: 10, Lesgroepen).GetAwaiter().GetResult();
    }

    [IterationSetup(Targets = [nameof(UndoAsync), nameof(DryRunAsync)])]
    public void PreviewAndApply()
    {
        Preview();
        _school.ApplyAsync(_run).GetAwaiter().GetResult();
    }

    [IterationCleanup]
    public void Delete() => _school.Dispose();

    [Benchmark(Baseline = true, Description = "apply")]
    public Task ApplyAsync() => _school.ApplyAsync(_run);

    [Benchmark(Description = "undo")]
    public Task UndoAsync() => _school.UndoAsync(_run);

    [Benchmark(Description = "undo, dry run")]
    public Task DryRunAsync() => _school.UndoAsync(_run, validateOnly: true);
}
