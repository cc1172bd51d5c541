using BenchmarkDotNet.Attributes;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// A school's first import from two answers in memory into a database file: all of ours (join, translate, compare,
/// store the plan, apply it, audit), the bare load of the same rows, and what is written when nobody thinks about it.
/// </summary>
[MemoryDiagnoser]
[GcServer(true)]
[WarmupCount(5)]
[IterationCount(20)]
public class FirstImport
{
    private Antwoorden _antwoorden = null!;
    private SchoolDatabase _database = null!;

    [Params(5_000)]
    public int Pupils { get; set; }

    [GlobalSetup]
    public async Task SetupAsync() => _antwoorden = await Antwoorden.FetchAsync(Pupils);

    [IterationSetup]
    public void CreateDatabase() => _database = SchoolDatabase.CreateAsync(_antwoorden).GetAwaiter().GetResult();

    [IterationCleanup]
    public void DeleteDatabase()
    {
        var count = _database.CountLeerlingen();
        _database.Dispose();
        if (count != Pupils)
        {
            throw new InvalidOperationException($"{count} of {Pupils} pupils came in.");
        }
    }

    [Benchmark(Baseline = true, Description = "bare XmlReader, prepared bulk insert")]
    public void Bare() => BareLoad.Run(_antwoorden, _database.ConnectionString, _database.SchoolId);

    [Benchmark(Description = "Kurve.Numo, preview and apply")]
    public Task OursAsync() => _database.ImportAsync(_antwoorden.Verzoek.Schooljaar);

    [Benchmark(Description = "XmlSerializer, query and upsert per pupil")]
    public void PerPupil() => PerPupilLoad.Run(_antwoorden, _database.ConnectionString, _database.SchoolId);
}
