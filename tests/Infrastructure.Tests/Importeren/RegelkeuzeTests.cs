using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>What is applied of a plan: by kind, by single rows, by excluded rows.</summary>
public sealed class RegelkeuzeTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3)]);
        await _school.ImportAsync();
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange([Leerling(2) with { Roepnaam = "Anders" }, Leerling(3), Leerling(4), Leerling(5)]);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task All_but_the_excluded_rows_are_applied()
    {
        var run = await _school.PreviewAsync();
        var weg = (await _school.RegelsAsync(run)).Single(r => r.Soort == RegelSoort.Archiveren);

        var applied = await _school.ApplyAsync(run, behalve: [weg.Nummer]);

        applied.Value.ToegepastePersonen.Should().Be(3);
        applied.Value.ToegepasteSoorten.Should().Equal(RegelSoort.Nieuw, RegelSoort.Bijwerken);
        (await _school.FindAsync(1)).Status.Should().Be(Accountstatus.Actief);
        (await _school.FindAsync(2)).Gegevens.Roepnaam.Should().Be("Anders");
    }

    [Fact]
    public async Task Excluded_rows_go_together_with_kinds()
    {
        var run = await _school.PreviewAsync();
        var nieuw = (await _school.RegelsAsync(run)).First(r => r.Soort == RegelSoort.Nieuw);

        var applied = await _school.ApplyAsync(run, behalve: [nieuw.Nummer], soorten: RegelSoort.Nieuw);

        applied.Value.ToegepastePersonen.Should().Be(1);
        (await _school.Database.LoadAsync(_school.Id)).Leerlingen.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(new[] { 1, 99 }, new int[0], "REGELS_ONBEKEND")]
    [InlineData(new int[0], new[] { 99 }, "REGELS_ONBEKEND")]
    [InlineData(new[] { 1 }, new[] { 2 }, "REGELKEUZE_TEGENSTRIJDIG")]
    public async Task A_wrong_choice_is_refused_by_name_and_nothing_is_applied(int[] regels, int[] behalve, string code)
    {
        var run = await _school.PreviewAsync();
        var before = await _school.Database.LoadAsync(_school.Id);

        var refused = await _school.ApplyAsync(run, regels, behalve);

        refused.Error!.Code.Should().Be(code);
        (await _school.Database.LoadAsync(_school.Id)).Should().BeEquivalentTo(before);
        (await _school.ApplyAsync(run)).Error.Should().BeNull("the run is still what it was");
    }

    [Fact]
    public async Task A_row_of_another_kind_than_the_chosen_ones_is_refused_by_name()
    {
        var run = await _school.PreviewAsync();
        var weg = (await _school.RegelsAsync(run)).Single(r => r.Soort == RegelSoort.Archiveren);

        var refused = await _school.ApplyAsync(run, regels: [weg.Nummer], soorten: RegelSoort.Nieuw);

        refused.Error!.Code.Should().Be("REGELS_NIET_IN_KEUZE");
        refused.Error.Tekst.Should().Contain($"{weg.Nummer} (Archiveren)");
    }
}
