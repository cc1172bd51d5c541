using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>No night archives who is pinned, and none waits for it.</summary>
public sealed class PinnedByNightTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange(Enumerable.Range(1, 20).Select(n => Leerling(n)));
        await _school.ImportAsync();
        var pinned = await _school.SendAsync(new PinLeerling(
            _school.Id, (await _school.FindAsync(1)).Id, "Stage in het buitenland", _school.Clock.Today().AddDays(2), null, null, false));
        pinned.Error.Should().BeNull();
        _school.Leerlingen.RemoveAt(0);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_night_with_nothing_but_a_pinned_pupil_who_is_absent_has_nothing_new()
    {
        (await _school.NightAsync(1)).Should().Be(Rondeuitkomst.NietsNieuws);

        (await _school.FindAsync(1)).Status.Should().Be(Accountstatus.Actief);
    }

    [Fact]
    public async Task A_night_applies_the_rest_and_leaves_the_pinned_pupil()
    {
        await _school.ApplyAllByNightAsync();
        _school.Leerlingen.RemoveAt(0);
        _school.Leerlingen.Add(Leerling(99));

        (await _school.NightAsync(1)).Should().Be(Rondeuitkomst.Toegepast);

        (await _school.FindAsync(1)).Status.Should().Be(Accountstatus.Actief);
        (await _school.FindAsync(2)).Status.Should().Be(Accountstatus.Gearchiveerd);
        (await _school.FindAsync(99)).Status.Should().Be(Accountstatus.Actief);
    }

    [Fact]
    public async Task On_the_last_day_the_pin_holds_and_the_night_after_the_pupil_leaves()
    {
        await _school.ApplyAllByNightAsync();

        (await _school.NightAsync(2)).Should().Be(Rondeuitkomst.NietsNieuws);
        (await _school.NightAsync(1)).Should().Be(Rondeuitkomst.Toegepast);

        (await _school.FindAsync(1)).Status.Should().Be(Accountstatus.Gearchiveerd);
    }

    [Fact]
    public async Task When_the_pin_is_over_the_night_waits_for_a_person_where_the_school_wants_that()
    {
        (await _school.NightAsync(3)).Should().Be(Rondeuitkomst.Wacht);

        (await _school.FindAsync(1)).Status.Should().Be(Accountstatus.Actief);
    }
}
