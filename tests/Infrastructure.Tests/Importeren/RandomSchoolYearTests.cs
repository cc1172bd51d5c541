using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Kurve.Numo.Infrastructure.Tests.Shared;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>
/// A school year of the simulator's random days, imported day by day: people come, leave, come back, move between
/// groepen and vestigingen, and change names, opleidingen and keys.
/// </summary>
public sealed class RandomSchoolYearTests
{
    [Fact]
    public Task Twenty_days_end_at_the_source_lose_nobody_and_can_be_undone() => ImportAsync(days: 20, seed: 1);

    /// <summary><c>NUMO_TEST_LANG=1 dotnet test tests/Infrastructure.Tests --filter Duur=lang</c>.</summary>
    [LangFact]
    [Trait("Duur", "lang")]
    public async Task School_years_of_two_hundred_days_end_at_the_source_lose_nobody_and_can_be_undone()
    {
        for (var seed = 2; seed <= 6; seed++)
        {
            await ImportAsync(days: 200, seed);
        }
    }

    private static async Task ImportAsync(int days, int seed)
    {
        var options = new SimulatorOptions
        {
            Pupils = 90,
            Vestigingen = 2,
            Seed = seed,
            Turbulent = true,
            Schooljaar = $"{TestDatabase.Jaar.Begin}-{TestDatabase.Jaar.Begin + 1}",
            Quiet = true,
        };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var school = await Simulatorschool.RegisterAsync(simulator);
        var year = new Schooljaarproef(school, new Bronpersonen(options), seed);
        await year.BeginAsync();
        for (var day = 1; day <= days; day++)
        {
            await year.ImportAsync(day);
        }

        await year.EndAsync(simulator);
        year.Undone.Should().BeGreaterThan(days / 5, "undoing is half of what is tried, with seed {0}", seed);
    }
}

/// <summary>Imports one day after the other, and holds what Numo has against who is at the school.</summary>
internal sealed class Schooljaarproef(Simulatorschool school, Bronpersonen bron, int seed)
{
    private static readonly RegelSoort[] Soorten =
        [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];

    private readonly Random _random = new(seed);
    private readonly Dictionary<int, AccountId> _leerlingen = [];
    private readonly Dictionary<int, AccountId> _docenten = [];

    /// <summary>How many days were undone and applied again.</summary>
    public int Undone { get; private set; }

    public async Task BeginAsync()
    {
        school.GoTo(0);
        await school.ApplyAsync(await school.PreviewAsync());
        await CheckAsync(0);
    }

    public async Task ImportAsync(int day)
    {
        var changes = school.GoTo(day);
        if (_random.Next(3) == 0)
        {
            await ApplyAndUndoAsync(day, Soorten);
            var enkele = Soorten.Where(_ => _random.Next(2) == 0).DefaultIfEmpty(RegelSoort.Bijwerken);
            await ApplyAndUndoAsync(day, [.. enkele]);
            Undone++;
        }

        var run = await school.PreviewAsync();
        run.Uitkomst!.Leerlingen.Should().Be(
            Tellingen.Nul with
            {
                Nieuw = changes.Joiners,
                Archiveren = changes.Leavers,
                Heractiveren = changes.Returners,
                Bijwerken = changes.Changed,
                Ongewijzigd = changes.Unchanged,
                NaarAndereGroep = changes.Movers,
                NaarAndereVestiging = run.Uitkomst.Leerlingen.NaarAndereVestiging,
            },
            "that is what changed on day {0} with seed {1}", day, seed);
        await school.ApplyAsync(run);
        await CheckAsync(day);
    }

    /// <summary>
    /// The export, read back as a file, has nothing new; and a school that knows nothing yet has the same doelgroepen
    /// after one import of the last day.
    /// </summary>
    public async Task EndAsync(SimulatorHost simulator)
    {
        var uitkomst = (await school.UploadAsync(await school.ExportCsvAsync())).Uitkomst!;
        (uitkomst.Leerlingen.Wijzigingen, uitkomst.Docenten.Wijzigingen).Should().Be((0, 0), "seed {0}", seed);
        (uitkomst.Leerlingen.Ongewijzigd, uitkomst.Docenten.Ongewijzigd).Should().Be(
            await CountAsync(), "seed {0}", seed);
        uitkomst.Groepen.Should().Be(Tellingen.Nul, "seed {0}", seed);

        await using var fresh = await Simulatorschool.RegisterAsync(simulator);
        await fresh.ApplyAsync(await fresh.PreviewAsync());

        (await DoelgroepenAsync(school)).Should().BeEquivalentTo(await DoelgroepenAsync(fresh), "seed {0}", seed);
    }

    private async Task ApplyAndUndoAsync(int day, RegelSoort[] soorten)
    {
        var before = await school.ExportAsync();
        var run = await school.PreviewAsync();
        await school.ApplyAsync(run, soorten);

        var undone = await school.UndoAsync(run);

        undone.Gelaten.Should().BeEmpty("day {0} with seed {1}", day, seed);
        (await school.ExportAsync()).Should().Be(before, "day {0} with seed {1}", day, seed);
    }

    private async Task CheckAsync(int day)
    {
        var stand = await school.LoadAsync();
        Check(day, stand.Leerlingen, bron.LeerlingenOf(day), _leerlingen);
        Check(day, stand.Docenten, bron.DocentenOf(day), _docenten);
    }

    // By its number, a person keeps the account that it got on its first day.
    private void Check<T>(
        int day,
        IReadOnlyList<Account<T>> accounts,
        Dictionary<int, T> present,
        Dictionary<int, AccountId> ever)
        where T : Persoonsgegevens<T>
    {
        var because = $"day {day} with seed {seed}";
        var byId = accounts.ToDictionary(a => a.Id);
        var byKey = accounts.ToDictionary(a => a.Gegevens.UwlrKey!, StringComparer.Ordinal);
        foreach (var (nummer, gegevens) in present.Where(p => !ever.ContainsKey(p.Key)))
        {
            ever.Add(nummer, byKey[gegevens.UwlrKey!].Id);
        }

        byId.Keys.ToHashSet().SetEquals(ever.Values).Should().BeTrue("nobody is lost or comes twice on {0}", because);
        foreach (var (nummer, id) in ever)
        {
            var account = byId[id];
            var isPresent = present.TryGetValue(nummer, out var gegevens);
            account.Status.Should().Be(isPresent ? Accountstatus.Actief : Accountstatus.Gearchiveerd, because);
            if (isPresent)
            {
                (account.Gegevens.DifferenceTo(gegevens!) & ~Veld.Doelgroep).Should().Be(Veld.Geen, because);
            }
        }
    }

    private async Task<(int Leerlingen, int Docenten)> CountAsync()
    {
        var stand = await school.LoadAsync();
        return (
            stand.Leerlingen.Count(l => l.Status == Accountstatus.Actief),
            stand.Docenten.Count(d => d.Status == Accountstatus.Actief));
    }

    private static async Task<Dictionary<string, string?>> DoelgroepenAsync(Simulatorschool school) =>
        (await school.LoadAsync()).Leerlingen
            .Where(l => l.Status == Accountstatus.Actief)
            .ToDictionary(l => l.Gegevens.UwlrKey!, l => l.Gegevens.Show(Veld.Doelgroep), StringComparer.Ordinal);
}
