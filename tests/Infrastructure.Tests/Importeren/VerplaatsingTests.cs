using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>A school with two vestigingen of which pupils move.</summary>
public sealed class VerplaatsingTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync("00", "01");
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3, "01"), Leerling(4, "01")]);
        await _school.ImportAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Theory]
    [InlineData("the same key", false, true)]
    [InlineData("another key, the same ECK iD", true, true)]
    [InlineData("another key, the same stamnummer", true, false)]
    public async Task Who_moves_to_another_vestiging_keeps_the_account(string because, bool otherKey, bool eckId)
    {
        var before = await _school.FindAsync(1);
        _school.Leerlingen[0] = Leerling(1, "01") with { UwlrKey = otherKey ? "77001" : Leerling(1).UwlrKey };
        _school.Stamnummers[_school.Leerlingen[0].UwlrKey!] = Leerling(1).UwlrKey!;
        if (!eckId)
        {
            _school.Leerlingen[0] = _school.Leerlingen[0] with { EckId = null };
        }

        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);

        run.Uitkomst!.Leerlingen.Should().Be(
            Tellingen.Nul with { Bijwerken = 1, Ongewijzigd = 3, NaarAndereGroep = 1, NaarAndereVestiging = 1 }, because);
        var after = (await _school.Database.LoadAsync(_school.Id)).Leerlingen.Single(l => l.Id == before.Id);
        (after.Status, after.Gegevens.Vestiging.Value, after.Gegevens.Stamgroep).Should().Be(
            (Accountstatus.Actief, "01", Leerling(1, "01").Stamgroep));
    }

    [Fact]
    public async Task Who_is_at_both_vestigingen_for_a_while_is_one_person()
    {
        _school.Leerlingen.Add(Leerling(1, "01") with { UwlrKey = "77001", EckId = null });
        _school.Stamnummers["77001"] = Leerling(1).UwlrKey!;

        var run = await _school.PreviewAsync();

        run.Uitkomst!.Leerlingen.Should().Be(Tellingen.Nul with { Ongewijzigd = 4 });
        (await _school.RegelsAsync(run)).Single().Meldingen.Should().Contain(Meldingen.OpMeerVestigingen);
    }

    [Fact]
    public async Task Rows_are_filtered_by_how_people_move()
    {
        _school.Leerlingen[0] = Leerling(1, klas: "1B");
        _school.Leerlingen[2] = Leerling(3);
        var run = await _school.PreviewAsync();

        var vestiging = await _school.RegelsAsync(run, r => r with { Verplaatsingen = Verplaatsingsoort.Vestiging });
        var groep = await _school.RegelsAsync(run, r => r with { Verplaatsingen = Verplaatsingsoort.Groep });

        vestiging.Should().ContainSingle().Which.Naam.Should().Be("Sam Achternaam3");
        groep.Select(r => r.Naam).Should().Equal("Sam Achternaam1", "Sam Achternaam3");
        groep[0].Verplaatsing.Should().Be(Verplaatsingsoort.Groep);
    }

    [Fact]
    public async Task Who_was_archived_at_one_vestiging_comes_back_at_the_other_with_the_same_account()
    {
        var before = await _school.FindAsync(1);
        _school.Leerlingen.RemoveAt(0);
        await _school.ImportAsync();
        _school.Leerlingen.Add(Leerling(1, "01") with { UwlrKey = "77001" });

        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);

        run.Uitkomst!.Leerlingen.Should().Be(
            Tellingen.Nul with { Heractiveren = 1, Ongewijzigd = 3, NaarAndereGroep = 1, NaarAndereVestiging = 1 });
        (await _school.FindAsync(1)).Id.Should().Be(before.Id);
    }
}
