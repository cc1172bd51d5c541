using BenchmarkDotNet.Attributes;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// What 1,000 pupils practise, of a school with a word to say at every level: in one call, and with a call for each pupil
/// within one process, as somebody would write who has a method for one.
/// </summary>
[MemoryDiagnoser]
[GcServer(true)]
[WarmupCount(3)]
[IterationCount(10)]
public class EffectiveLeerplannenOfMany
{
    private const string Vaardigheid = "NL.LEZEN.1F.01";
    private SchoolDatabase _database = null!;
    private IReadOnlyList<AccountId> _leerlingen = [];
    private Schooljaar _schooljaar;

    [Params(1_000)]
    public int Pupils { get; set; }

    private SchoolId School => new(_database.SchoolId);

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var antwoorden = await Antwoorden.FetchAsync(Pupils);
        _schooljaar = antwoorden.Verzoek.Schooljaar;
        _database = await SchoolDatabase.CreateAsync(antwoorden);
        await _database.ImportAsync(_schooljaar);
        _leerlingen = _database.ListLeerlingen();
        foreach (var bereik in _database.ListGroepen().Select(Leerplanbereik.Of)
            .Concat(_leerlingen.Take(Pupils / 10).Select(Leerplanbereik.Of)))
        {
            await using var each = _database.CreateScope();
            var done = await each.ServiceProvider.GetRequiredService<ISender>().Send(new DeactivateVaardigheden(
                School, null, bereik, [Vaardigheid], MetAfhankelijken: true, null, null, ValidateOnly: false));
            if (!done.IsOk)
            {
                throw new InvalidOperationException(done.Error.Message);
            }
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _database.Dispose();

    [Benchmark(Baseline = true, Description = "Kurve.Numo, one call")]
    public async Task<int> OnceAsync()
    {
        await using var scope = _database.CreateScope();
        var view = await scope.ServiceProvider.GetRequiredService<ISender>().Send(
            new BatchGetEffectiveLeerplannen(School, _leerlingen, _schooljaar));
        return view.Value.Leerlingen.Count;
    }

    [Benchmark(Description = "a query per pupil")]
    public async Task<int> PerPupilAsync()
    {
        await using var scope = _database.CreateScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var count = 0;
        foreach (var leerling in _leerlingen)
        {
            count += (await sender.Send(new GetEffectiveLeerplan(School, leerling, _schooljaar))).Value.Leerlingen.Count;
        }

        return count;
    }
}
