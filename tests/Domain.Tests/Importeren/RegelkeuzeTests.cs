using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class RegelkeuzeTests
{
    private static readonly Dictionary<int, RegelSoort> Regels = new()
    {
        [1] = RegelSoort.Nieuw,
        [2] = RegelSoort.Bijwerken,
        [3] = RegelSoort.Archiveren,
        [4] = RegelSoort.Conflict,
    };

    [Theory]
    [InlineData(new RegelSoort[0], new int[0], new int[0], new[] { 1, 2, 3 })]
    [InlineData(new[] { RegelSoort.Nieuw }, new int[0], new int[0], new[] { 1 })]
    [InlineData(new RegelSoort[0], new[] { 2, 2, 3 }, new int[0], new[] { 2, 3 })]
    [InlineData(new RegelSoort[0], new int[0], new[] { 2 }, new[] { 1, 3 })]
    [InlineData(new[] { RegelSoort.Nieuw, RegelSoort.Archiveren }, new int[0], new[] { 3 }, new[] { 1 })]
    public void Rows_are_chosen_by_kind_by_number_and_by_exclusion(
        RegelSoort[] soorten, int[] regels, int[] uitgezonderd, int[] expected)
    {
        var keuze = Regelkeuze.Create(soorten, regels, uitgezonderd).Value;

        keuze.Check(Regels).IsOk.Should().BeTrue();
        Regels.Where(r => keuze.Chooses(r.Key, r.Value)).Select(r => r.Key).Should().Equal(expected);
    }

    [Fact]
    public void Rows_are_not_chosen_and_excluded_at_once() => Regelkeuze.Create([], [1], [2]).Error
        .Should().BeOfType<RegelkeuzeTegenstrijdig>().Which.Field.Should().Be("uitgezonderde_regels");

    [Theory]
    [InlineData(RegelSoort.Conflict)]
    [InlineData(RegelSoort.Afgekeurd)]
    [InlineData(RegelSoort.Ongewijzigd)]
    public void A_kind_that_changes_nobody_is_not_applied(RegelSoort soort) =>
        Regelkeuze.Create([soort], [], []).Error.Should().BeOfType<SoortNietToepasbaar>();

    [Theory]
    [InlineData(new[] { 1, 9, 7 }, new int[0], "regels")]
    [InlineData(new int[0], new[] { 9, 7 }, "uitgezonderde_regels")]
    public void Unknown_numbers_are_named(int[] regels, int[] uitgezonderd, string field)
    {
        var error = Regelkeuze.Create([], regels, uitgezonderd).Value.Check(Regels).Error;

        error.Should().BeOfType<RegelsOnbekend>().Which.Regels.Should().Be("7, 9");
        error!.Field.Should().Be(field);
    }

    [Theory]
    [InlineData(new RegelSoort[0], 4, "4 (Conflict)")]
    [InlineData(new[] { RegelSoort.Nieuw }, 3, "3 (Archiveren)")]
    public void Rows_of_a_kind_that_is_not_chosen_are_named(RegelSoort[] soorten, int regel, string expected)
    {
        Regelkeuze.Create(soorten, [regel], []).Value.Check(Regels).Error
            .Should().BeOfType<RegelsNietInKeuze>().Which.Regels.Should().Be(expected);
        Regelkeuze.Create(soorten, [], [regel]).Value.Check(Regels).Error
            .Should().BeOfType<RegelsNietInKeuze>().Which.Regels.Should().Be(expected);
    }

    [Fact]
    public void Of_very_many_wrong_numbers_some_are_named() =>
        Regelkeuze.Create([], Enumerable.Range(100, 5000), []).Value.Check(Regels).Error!.Message
            .Should().Contain("119, …").And.NotContain("120");
}
