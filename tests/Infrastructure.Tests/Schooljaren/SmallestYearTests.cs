using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>Years of few days, in which nothing happens by chance: each shows one promise.</summary>
public sealed class SmallestYearTests : IAsyncLifetime
{
    private readonly Schoolwereld _wereld = new(oneKey: true);
    private readonly Schoolmodel _model = new(nightsArchive: false);
    private Keuzeschool _school = null!;
    private Schooljaarloop _loop = null!;

    public async Task InitializeAsync()
    {
        _school = await Keuzeschool.CreateAsync();
        _loop = new Schooljaarloop(
            _school, _wereld, _model, new Bronlevering(_school, _wereld, new Random(1)), () => "the smallest year");
        await _loop.BeginAsync(On(6, 1));
        _wereld.PlanNextYear(new Random(1), metKlas: true);
        await _loop.NightAsync(On(6, 2));
        await _loop.PrepareAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task Who_leaves_on_a_later_day_keeps_the_class_until_then()
    {
        await _loop.AgreeAsync(On(8, 3), maxVertrek: 60, maxNieuw: 60);

        _wereld.BeginYear();
        await _loop.NightAsync(On(8, 1));
        await _loop.NightAsync(On(8, 2));
        await _loop.NightAsync(On(8, 3));
    }

    [Fact]
    public async Task Empty_lists_of_July_leave_nothing_that_waits_when_the_new_year_was_imported()
    {
        await _loop.AgreeAsync(On(8, 1), maxVertrek: 60, maxNieuw: 60);
        _loop.IsLeeg = true;
        await _loop.NightAsync(On(7, 31));

        _loop.IsLeeg = false;
        _wereld.BeginYear();
        await _loop.NightAsync(On(8, 1));
        await _loop.NightAsync(On(8, 2));

        var runs = await _school.SendAsync(new ListImportRuns(_school.Id, new PageRequest(20, null), []));
        runs.Value.Items.Where(r => r.State == ImportState.Wachtend).Select(r => r.Schooljaar).Should().BeEmpty(
            "nobody can do anything with a run of a school year that is over");
    }

    [Fact]
    public async Task Who_comes_back_in_June_has_next_years_class_the_night_after_at_the_latest()
    {
        var persoon = _wereld.Personen.First(p => p.Nu?.Leerjaar == 1);
        var (nu, straks) = (persoon.Nu, persoon.Straks);
        (persoon.Nu, persoon.Straks) = (null, null);
        await _loop.NightAsync(On(6, 7));
        await _loop.ApplyWaitingAsync();

        (persoon.Nu, persoon.Straks) = (nu, straks);
        await _loop.NightAsync(On(6, 8));
        await _loop.NightAsync(On(6, 9));
    }

    private static DateOnly On(int month, int day) => new(Schoolmodel.Begin.Year, month, day);
}
