using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>Undoing a run neither makes nor takes away pins.</summary>
public sealed class VastzettingUndoTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2)]);
        _school.Docenten.AddRange([Docent(1), Docent(2)]);
        await _school.ImportAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task Undoing_a_run_leaves_who_was_pinned_after_it_and_says_so()
    {
        _school.Leerlingen.Add(Leerling(3));
        _school.Leerlingen[0] = Leerling(1) with { Achternaam = "Getrouwd" };
        var run = await ApplyNextAsync();
        await _school.PinAsync(3);
        await _school.PinAsync(1);

        var undone = await UndoAsync(run);

        undone.Gelaten.Select(g => g.Beletsel).Should().Equal(Herstelbeletsel.Gewijzigd, Herstelbeletsel.Gewijzigd);
        (await _school.FindAsync(3)).Vastzetting.Should().NotBeNull("a new account that somebody pinned is not taken away");
        var one = await _school.FindAsync(1);
        (one.Gegevens.Achternaam, one.Vastzetting is null).Should().Be(("Getrouwd", false));
    }

    [Fact]
    public async Task Undoing_a_run_neither_takes_nor_gives_back_a_pin_of_before()
    {
        var pinned = await _school.PinAsync(1);
        await _school.PinDocentAsync(1);
        _school.Leerlingen[0] = Leerling(1) with { Achternaam = "Getrouwd" };
        _school.Docenten[0] = Docent(1) with { Email = "nieuw@school.invalid" };
        var run = await ApplyNextAsync();

        var undone = await UndoAsync(run);

        undone.Gelaten.Should().BeEmpty();
        var after = await _school.FindAsync(1);
        (after.Gegevens.Achternaam, after.Vastzetting).Should().Be(("Achternaam1", pinned.Value.Vastzetting));
        (await _school.FindDocentAsync(1)).Vastzetting.Should().Be(pinned.Value.Vastzetting);
    }

    [Fact]
    public async Task Undoing_a_run_gives_back_no_pin_that_was_taken_away_since()
    {
        await _school.PinAsync(1);
        _school.Leerlingen[0] = Leerling(1) with { Achternaam = "Getrouwd" };
        var run = await ApplyNextAsync();
        await _school.UnpinAsync(1);

        var undone = await UndoAsync(run);

        undone.Gelaten.Should().ContainSingle();
        (await _school.FindAsync(1)).Vastzetting.Should().BeNull();
    }

    private async Task<ImportRunId> ApplyNextAsync()
    {
        // Runs of one moment have no order, and only the last one can be undone.
        _school.Clock.Advance(TimeSpan.FromMinutes(1));
        var run = await _school.PreviewAsync();
        (await _school.ApplyAsync(run)).Error.Should().BeNull();
        return new ImportRunId(run.Id);
    }

    private async Task<TerugdraaiingView> UndoAsync(ImportRunId run) =>
        (await _school.SendAsync(new UndoImport(_school.Id, run, RequestId: null, ValidateOnly: false))).Value;
}
