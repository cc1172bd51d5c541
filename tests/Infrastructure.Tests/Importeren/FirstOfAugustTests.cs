using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>The night in which one school year becomes the next, on a clock that is set.</summary>
public sealed class FirstOfAugustTests : IAsyncLifetime
{
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(2027);

    /// <summary>31 July, a second before midnight in the Netherlands, which is two hours ahead in summer.</summary>
    private static readonly DateTimeOffset Ervoor = new(2027, 7, 31, 21, 59, 59, TimeSpan.Zero);

    private static readonly DateTimeOffset Middernacht = Ervoor.AddSeconds(1);

    private Keuzeschool _school = null!;

    /// <summary>A school of this year: 1 leaves, 2 goes up a class, 3 stays down, and then 4 comes.</summary>
    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3)]);
        await _school.ImportAsync();
        _school.Clock.SetUtcNow(Ervoor);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task An_import_that_names_no_school_year_is_of_the_year_that_it_is_in_the_Netherlands()
    {
        var before = await _school.PreviewAsync();
        _school.Clock.SetUtcNow(Middernacht);
        var after = await _school.PreviewAsync();

        (before.Schooljaar, after.Schooljaar).Should().Be(("2026-2027", "2027-2028"));
    }

    [Fact]
    public async Task A_second_before_nobody_leaves_and_goes_up_and_at_midnight_they_do()
    {
        DeliverNextYear();
        var early = await _school.PreviewAsync(Volgend);
        await _school.ApplyAsync(early);
        var (leaver, riser) = (await ShowAsync(1), await ShowAsync(2));
        _school.Clock.SetUtcNow(Middernacht);

        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);

        early.Uitkomst!.Leerlingen.Should().BeEquivalentTo(new { Nieuw = 1, Archiveren = 0, Aangehouden = 1 });
        (leaver.Status, riser.Leerjaar, riser.Stamgroep!.Naam).Should().Be((Accountstatus.Actief, 1, "1A"));
        run.Uitkomst!.Leerlingen.Should().BeEquivalentTo(new { Nieuw = 0, Archiveren = 1, Aangehouden = 0 });
        (await ShowAsync(1)).Status.Should().Be(Accountstatus.Gearchiveerd);
        var after = await ShowAsync(2);
        (after.Leerjaar, after.Stamgroep!.Naam).Should().Be((2, "2A"));
    }

    [Fact]
    public async Task The_classes_that_are_shown_change_at_midnight_without_an_import()
    {
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend));

        var before = (await ShowAsync(2), await YearsShownAsync());
        _school.Clock.SetUtcNow(Middernacht);
        var after = (await ShowAsync(2), await YearsShownAsync());

        (before.Item1.Stamgroep!.Naam, after.Item1.Stamgroep!.Naam).Should().Be(("1A", "2A"));
        before.Item2.Should().Equal(2026);
        after.Item2.Should().Equal(2027);
    }

    [Fact]
    public async Task A_lock_on_the_class_of_the_old_year_ends_at_midnight()
    {
        var account = (await _school.FindAsync(2)).Id;
        var sloten = Veld.Stamgroep | Veld.Roepnaam;
        await _school.SendAsync(new UpdateLeerling(
            _school.Id,
            account,
            new Bewerking<LeerlingGegevens>(new(), Veld.Geen, sloten, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend));

        var before = await ShowAsync(2);
        _school.Clock.SetUtcNow(Middernacht);
        var after = await ShowAsync(2);

        (before.Vergrendeld, after.Vergrendeld).Should().Be((sloten, Veld.Roepnaam));
    }

    private void DeliverNextYear()
    {
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange([Leerling(2, klas: "2A") with { Leerjaar = 2 }, Leerling(3), Leerling(4)]);
    }

    private async Task<LeerlingView> ShowAsync(int nummer) =>
        (await _school.SendAsync(new GetLeerling(_school.Id, (await _school.FindAsync(nummer)).Id))).Value;

    private async Task<IEnumerable<int>> YearsShownAsync() =>
        (await _school.SendAsync(new ListGroepen(
            _school.Id, new PageRequest(500, null), null, null, ShowGearchiveerd: true))).Value.Items
            .Select(g => g.Schooljaar).Distinct();
}
