using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>The nights around the change of school years.</summary>
public sealed class AugustByNightTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange(Enumerable.Range(1, 20).Select(n => Leerling(n)));
        await _school.ImportAsync();
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 31, 12, 0, 0, TimeSpan.Zero));
        await _school.ApplyAllByNightAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_night_that_leaves_nothing_out_makes_the_new_year_the_one_that_is_shown()
    {
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));
        DeliverNextYear();
        _school.Leerlingen[0] = _school.Leerlingen[0] with { Stamgroep = null };
        await _school.ApplyAsync(await _school.PreviewAsync(), soorten: [RegelSoort.Bijwerken, RegelSoort.Nieuw]);
        var before = await ShowAsync(2);

        var uitkomst = await _school.NightAsync();

        uitkomst.Should().Be(Rondeuitkomst.Toegepast, "somebody left");
        (before.Stamgroep!.Naam, before.GroepenSchooljaar).Should().Be(("1A", "2026-2027"));
        (await ShowAsync(2)).Stamgroep.Should().BeNull("the year was imported, and the pupil has no class in it");
        (await ShowAsync(3)).Stamgroep!.Naam.Should().Be("2A");
    }

    [Fact]
    public async Task A_run_of_August_can_be_undone_over_a_night_but_for_whom_the_night_touched()
    {
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));
        DeliverNextYear();
        var august = await _school.PreviewAsync();
        (await _school.ApplyAsync(august)).Error.Should().BeNull();
        _school.Leerlingen[1] = _school.Leerlingen[1] with { Roepnaam = "Robin" };
        (await _school.NightAsync()).Should().Be(Rondeuitkomst.Toegepast);

        var undone = await UndoAsync(august);

        undone.Value.Gelaten.Should().ContainSingle(g => g.Soort == Herstelsoort.Leerling)
            .Which.Beletsel.Should().Be(Herstelbeletsel.Gewijzigd);
        (await ShowAsync(1)).Status.Should().Be(Accountstatus.Actief);
        (await ShowAsync(2)).Stamgroep!.Naam.Should().Be("1A");
        (await ShowAsync(3)).Roepnaam.Should().Be("Robin");
    }

    [Fact]
    public async Task A_class_that_a_night_emptied_stays_when_the_run_that_made_it_is_undone()
    {
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));
        DeliverNextYear();
        _school.Leerlingen[0] = _school.Leerlingen[0] with { Stamgroep = Leerling(2, klas: "2B").Stamgroep };
        var august = await _school.PreviewAsync();
        await _school.ApplyAsync(august);
        _school.Leerlingen[0] = _school.Leerlingen[0] with { Stamgroep = Leerling(2, klas: "2A").Stamgroep };
        (await _school.NightAsync()).Should().Be(Rondeuitkomst.Toegepast);

        var undone = await UndoAsync(august);
        var night = (await RunsAsync()).First(r => r.AangevraagdDoor == SystemCaller.Nights);
        var further = await UndoAsync(night);

        undone.Value.Gelaten.Should().Contain(g => g.Soort == Herstelsoort.Groep && g.Naam == "2B");
        further.Error.Should().BeNull();
        (await ShowAsync(2)).Stamgroep!.Naam.Should().Be("2B", "that is what was before the night");
    }

    [Fact]
    public async Task A_run_of_a_night_that_a_person_applied_stands_in_the_way_of_an_undo()
    {
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));
        DeliverNextYear();
        var august = await _school.PreviewAsync();
        await _school.ApplyAsync(august);
        _school.Leerlingen.RemoveRange(0, 12);
        (await _school.NightAsync()).Should().Be(Rondeuitkomst.Wacht);
        var waiting = (await RunsAsync())[0];
        await _school.SendAsync(new ReleaseBrake(
            _school.Id, new ImportRunId(waiting.Id), waiting.Uitkomst!.PlanHash, RequestId: null));
        (await _school.ApplyAsync(waiting)).Error.Should().BeNull();

        (await UndoAsync(august)).Error!.Code.Should().Be("NIET_LAATSTE_TOEGEPAST");
    }

    [Fact]
    public async Task A_source_that_is_not_ready_for_the_new_year_is_told_once()
    {
        _school.Leerlingen.Clear();
        _school.Leeg = BronInhoud.GeenGegevens;

        var nights = (await _school.NightAsync(), await _school.NightAsync(), await _school.NightAsync());

        (await RunsAsync()).SelectMany(r => r.Uitkomst!.Remmen).Select(r => r.Code).Distinct()
            .Should().BeEquivalentTo("NOG_NIET_KLAAR", "LIJST_LEEG");
        nights.Should().Be((Rondeuitkomst.Wacht, Rondeuitkomst.NietsNieuws, Rondeuitkomst.NietsNieuws));
        (await ShowAsync(1)).Stamgroep!.Naam.Should().Be("1A");
    }

    // 1 leaves, the others go up, and 99 comes.
    private void DeliverNextYear()
    {
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange(
            Enumerable.Range(2, 19).Append(99).Select(n => Leerling(n, klas: "2A") with { Leerjaar = 2 }));
    }

    private Task<Result<TerugdraaiingView>> UndoAsync(ImportRunView run) => _school.SendAsync(
        new UndoImport(_school.Id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false));

    private async Task<IReadOnlyList<ImportRunView>> RunsAsync() => (await _school.SendAsync(
        new ListImportRuns(_school.Id, new PageRequest(50, null), []))).Value.Items;

    private async Task<LeerlingView> ShowAsync(int nummer) =>
        (await _school.SendAsync(new GetLeerling(_school.Id, (await _school.FindAsync(nummer)).Id))).Value;
}
