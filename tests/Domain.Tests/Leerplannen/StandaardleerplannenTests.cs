using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Leerplannen.Gegevens;

namespace Kurve.Numo.Domain.Tests.Leerplannen;

public sealed class StandaardleerplannenTests
{
    private static readonly Standaardleerplannen Standaarden = Standaardleerplannen.Create(Standaardrijen).Value;

    public static TheoryData<string, int> Doelgroepen()
    {
        var data = new TheoryData<string, int>();
        foreach (var opleiding in Catalogus.Default.All)
        {
            foreach (var leerjaar in opleiding.Leerjaren)
            {
                data.Add(opleiding.Code, leerjaar);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Doelgroepen))]
    public void Every_doelgroep_has_a_leerplan_in_which_nothing_lacks_its_voorwaarden(string opleiding, int leerjaar)
    {
        var leerplan = Catalogus2026.Resolve([Catalogus2026.LaagOf(Doelgroep(opleiding, leerjaar))]);

        leerplan.Vaardigheden.Where(v => v.Actief).Select(v => v.Vaardigheid.Vak).Distinct()
            .Should().BeEquivalentTo(Enum.GetValues<Vak>());
        leerplan.Vaardigheden.Should().OnlyContain(v => v.InactieveVoorwaarden.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Doelgroepen))]
    public void The_level_to_reach_is_that_of_the_law(string opleiding, int leerjaar)
    {
        var doelgroep = Doelgroep(opleiding, leerjaar);
        var standaard = Standaarden.Of(doelgroep);

        ((int?)standaard[Vak.Nederlands].Streefniveau).Should().Be((int?)doelgroep.Opleiding.Taal);
        ((int?)standaard[Vak.Rekenen].Streefniveau).Should().Be((int?)doelgroep.Opleiding.Rekenen);
    }

    [Fact]
    public void No_row_is_about_a_doelgroep_that_does_not_exist() => Standaardrijen
        .Where(rij => rij.Leerjaren.Any(cijfer => !Catalogus.Default.Find(rij.Opleiding)!.Leerjaren.Contains(cijfer - '0')))
        .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Doelgroepen))]
    public void Vaardigheden_up_to_the_niveau_of_the_row_are_active_and_no_others(string opleiding, int leerjaar)
    {
        var doelgroep = Doelgroep(opleiding, leerjaar);
        var standaard = Standaarden.Of(doelgroep);

        var laag = Catalogus2026.LaagOf(doelgroep);

        laag.Keuzes.Where(k => k.Value).Select(k => k.Key).Should().BeEquivalentTo(
            Catalogus2026.Vaardigheden.All.Where(v => v.Niveau <= standaard[v.Vak].ActiefTot).Select(v => v.Code));
    }

    [Fact]
    public void To_an_opleiding_that_the_table_does_not_know_Kurve_says_nothing()
    {
        var leeg = new Leerplancatalogus(1, Keten, Standaardleerplannen.Create([]).Value);

        leeg.LaagOf(Doelgroep("HAVO", 3)).Keuzes.Values.Should().OnlyContain(actief => !actief);
        leeg.LaagOf(Doelgroep("HAVO", 3)).Streefniveaus.Should().BeEmpty();
    }

    [Theory]
    [InlineData("HAVO", "12", "Frans", "2F", "3F", "vak")]
    [InlineData("HAVO", "12", "rekenen", "B1", "3F", "niveau 'B1'")]
    [InlineData("HAVO", "12", "Engels", "A1", "3F", "niveau '3F'")]
    [InlineData("HAVO", "17", "rekenen", "2F", "3F", "leerjaren")]
    [InlineData("HAVO", "11", "rekenen", "2F", "3F", "another row")]
    public void A_row_that_is_wrong_is_named(
        string opleiding, string leerjaren, string vak, string actiefTot, string streefniveau, string reden) =>
        Standaardleerplannen.Create([new Standaardrij(opleiding, leerjaren, vak, actiefTot, streefniveau)]).Error
            .Should().BeOfType<StandaardOngeldig>().Which.Message.Should().Contain(reden);
}
