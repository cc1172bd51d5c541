using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>A source that stopped delivering something takes nothing away from many people by night.</summary>
public sealed class LossByNightTests : IAsyncLifetime
{
    private const int Leerlingen = 60;

    /// <summary>At the end of any window, by the Dutch clock half past five.</summary>
    private static readonly DateTimeOffset Nacht = new(2026, 9, 2, 3, 30, 0, TimeSpan.Zero);

    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange(Enumerable.Range(1, Leerlingen).Select(n => Leerling(n)));
        await _school.ImportAsync();
        _school.Clock.SetUtcNow(Nacht);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Theory]
    [InlineData]
    [InlineData(RegelSoort.Nieuw)]
    [InlineData(RegelSoort.Bijwerken)]
    [InlineData(RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren)]
    public async Task When_many_lose_their_class_nothing_is_applied_by_night_whatever_the_school_lets_be_applied(
        params RegelSoort[] soorten)
    {
        await WantAsync(soorten);
        Lose(12);
        _school.Leerlingen.Add(Leerling(Leerlingen + 1));

        var night = await _school.SendAsync(new SyncSchool(_school.Id));

        night.Value.Uitkomst.Should().Be(Rondeuitkomst.Wacht);
        var stand = await _school.Database.LoadAsync(_school.Id);
        stand.Leerlingen.Should().HaveCount(Leerlingen).And.NotContain(l => l.Gegevens.Stamgroep == null);
        var run = (await _school.SendAsync(new ListImportRuns(_school.Id, new PageRequest(1, null), []))).Value.Items[0];
        run.State.Should().Be(ImportState.Wachtend);
        run.Uitkomst!.Remmen.Select(r => r.Code).Should().Contain("TE_VEEL_VERLIES");
    }

    [Fact]
    public async Task When_few_do_so_it_is_applied()
    {
        Lose(10);

        var night = await _school.SendAsync(new SyncSchool(_school.Id));

        night.Value.Uitkomst.Should().Be(Rondeuitkomst.Toegepast);
        (await _school.Database.LoadAsync(_school.Id)).Leerlingen.Count(l => l.Gegevens.Stamgroep is null).Should().Be(10);
    }

    [Fact]
    public async Task A_number_that_was_given_to_somebody_else_waits_by_night_and_the_account_stays_as_it_is()
    {
        var before = await _school.FindAsync(1);
        _school.Leerlingen[0] = Leerling(1) with { EckId = null, Roepnaam = "Karim", Achternaam = "Verzonnen" };

        var night = await _school.SendAsync(new SyncSchool(_school.Id));

        night.Value.Uitkomst.Should().Be(Rondeuitkomst.Wacht);
        (await _school.FindAsync(1)).Should().BeEquivalentTo(before);
        var run = (await _school.SendAsync(new ListImportRuns(_school.Id, new PageRequest(1, null), []))).Value.Items[0];
        (run.State, run.Uitkomst!.Leerlingen.Conflict).Should().Be((ImportState.Wachtend, 1));
    }

    private void Lose(int aantal)
    {
        for (var i = 0; i < aantal; i++)
        {
            _school.Leerlingen[i] = _school.Leerlingen[i] with { Stamgroep = null };
        }
    }

    private async Task WantAsync(RegelSoort[] soorten)
    {
        if (soorten.Length > 0)
        {
            var wanted = new UpdateSyncbeleid(_school.Id, soorten, null, null, null);
            (await _school.SendAsync(wanted)).Error.Should().BeNull();
        }
    }
}
