using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>The source gives the classes of a school other keys.</summary>
public sealed class SleutelwisselTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3, klas: "1B")]);
        _school.Docenten.Add(Docent(1));
        await _school.ImportAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task The_classes_stay_with_everybody_in_them_and_only_their_keys_change()
    {
        var before = await StandAsync();
        Rekey();

        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);

        var uitkomst = run.Uitkomst!;
        (uitkomst.Leerlingen, uitkomst.Docenten).Should().Be(
            (Tellingen.Nul with { Ongewijzigd = 3 }, Tellingen.Nul with { Ongewijzigd = 1 }));
        uitkomst.Groepen.Should().Be(Tellingen.Nul with { Bijwerken = 2 });
        uitkomst.Waarschuwingen.Should().Contain(w => w.Code == "GROEP_ANDERE_SLEUTEL" && w.Tekst.Contains("1A, 1B"));
        var after = await StandAsync();
        after.Groepen.Select(g => (g.Id, g.Gegevens.Sleutel.Key)).Should().BeEquivalentTo(
            before.Groepen.Select(g => (g.Id, $"K-{g.Gegevens.Sleutel.Key}")));
        after.Leerlingen.Select(l => l.Gegevens.Stamgroep!.Value.Key).Should().BeEquivalentTo("K-1A", "K-1A", "K-1B");
        (await _school.PreviewAsync()).Uitkomst!.Groepen.Should().Be(Tellingen.Nul, "the next night nothing is new");
    }

    [Fact]
    public async Task Undoing_gives_the_old_keys_back()
    {
        var before = await StandAsync();
        Rekey();
        _school.Leerlingen.Add(Leerling(4, klas: "K-1C"));
        _school.Clock.Advance(TimeSpan.FromMinutes(1));
        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);

        await _school.SendAsync(new UndoImport(_school.Id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false));

        (await StandAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task With_one_kind_of_row_applied_the_classes_have_their_new_keys_all_the_same()
    {
        Rekey();
        _school.Leerlingen[0] = Leerling(1, klas: "K-1B");
        _school.Leerlingen.Add(Leerling(4, klas: "K-1A"));
        var run = await _school.PreviewAsync();

        await _school.ApplyAsync(run, soorten: RegelSoort.Nieuw);

        var stand = await StandAsync();
        stand.Groepen.Select(g => g.Gegevens.Sleutel.Key).Should().BeEquivalentTo("K-1A", "K-1B");
        (await _school.FindAsync(1)).Gegevens.Stamgroep!.Value.Key.Should().Be("K-1A", "the move waits");
        (await _school.FindAsync(4)).Gegevens.Stamgroep!.Value.Key.Should().Be("K-1A");
    }

    [Fact]
    public async Task A_move_shows_the_names_of_the_classes()
    {
        Rekey();
        _school.Leerlingen[0] = Leerling(1, klas: "K-1B");

        var run = await _school.PreviewAsync();

        (await _school.RegelsAsync(run)).Single().Wijzigingen.Should().Equal(
            new Veldwijziging(Veld.Stamgroep, "1A", "1B", Vergrendeld: false));
    }

    [Fact]
    public async Task A_run_of_before_shows_the_names_of_the_classes_still()
    {
        _school.Leerlingen[0] = Leerling(1, klas: "1B");
        var earlier = await _school.PreviewAsync();
        await _school.ApplyAsync(earlier);
        Rekey();
        _school.Clock.Advance(TimeSpan.FromMinutes(1));
        await _school.ImportAsync();
        _school.Klasnamen["K-1B"] = "1 bis";
        await _school.ImportAsync();

        (await _school.RegelsAsync(earlier)).Single().Wijzigingen.Should().Equal(
            new Veldwijziging(Veld.Stamgroep, "1A", "1 bis", Vergrendeld: false));
    }

    private void Rekey()
    {
        foreach (var naam in new[] { "1A", "1B", "1C" })
        {
            _school.Klasnamen[$"K-{naam}"] = naam;
        }

        for (var i = 0; i < _school.Leerlingen.Count; i++)
        {
            var stamgroep = _school.Leerlingen[i].Stamgroep!.Value;
            _school.Leerlingen[i] = _school.Leerlingen[i] with { Stamgroep = stamgroep with { Key = $"K-{stamgroep.Key}" } };
        }

        _school.Docenten[0] = Docent(1) with { Groepen = [new Groepsleutel(Vestigingsnummer.Hoofd, "K-1A")] };
    }

    private async Task<Schoolstand> StandAsync() => await _school.Database.LoadAsync(_school.Id) with { Versie = 0 };
}
