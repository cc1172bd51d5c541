using Kurve.Numo.Domain.Importeren.Csv;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

public sealed class KolomnamenTests
{
    public static TheoryData<Csvkolom> Profiel() => [.. Csvprofiel.Kolommen];

    [Theory]
    [MemberData(nameof(Profiel))]
    public void Every_column_of_our_own_profile_is_known_by_its_name_in_every_preset(Csvkolom kolom)
    {
        foreach (var preset in Enum.GetValues<Csvpreset>())
        {
            Kolomnamen.Find(Kolomnamen.Of(kolom), preset).Should().Be(kolom);
        }
    }

    [Theory]
    [InlineData("Leerlingnummer", Csvkolom.Stamnummer)]
    [InlineData("leerling nr.", Csvkolom.Stamnummer)]
    [InlineData("stamnr_str", Csvkolom.Stamnummer)]
    [InlineData("Student-Number", Csvkolom.Stamnummer)]
    [InlineData("Voornaam", Csvkolom.Roepnaam)]
    [InlineData("First name", Csvkolom.Roepnaam)]
    [InlineData("Tussenvoegsel(s)", Csvkolom.Voorvoegsel)]
    [InlineData("E-mailadres", Csvkolom.Email)]
    [InlineData("Leerfase.Leerjaar", Csvkolom.Leerjaar)]
    [InlineData("ÉCK iD", Csvkolom.EckId)]
    [InlineData("Klas", Csvkolom.Stamgroep)]
    [InlineData("Lesgroepen", Csvkolom.Groepen)]
    [InlineData("Studie", Csvkolom.Opleidingscode)]
    [InlineData("Leerweg", Csvkolom.Opleiding)]
    [InlineData("Vertrekdatum", Csvkolom.Einddatum)]
    public void A_name_is_recognised_in_any_way_of_writing(string kop, Csvkolom kolom) =>
        Kolomnamen.Find(kop, Csvpreset.Automatisch).Should().Be(kolom);

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("hobby")]
    [InlineData("\uD800")]
    public void Anything_else_is_not_known(string kop) =>
        Kolomnamen.Find(kop, Csvpreset.Automatisch).Should().BeNull();

    [Fact]
    public void A_preset_goes_before_what_names_mean_elsewhere()
    {
        Kolomnamen.Find("Groep", Csvpreset.Automatisch).Should().Be(Csvkolom.Groepen);
        Kolomnamen.Find("Groep", Csvpreset.Eduarte).Should().Be(Csvkolom.Stamgroep);
    }

    [Theory]
    [InlineData("BSN")]
    [InlineData("Burgerservicenummer")]
    [InlineData("onderwijs-nummer")]
    public void Numbers_of_citizens_are_never_read(string kop)
    {
        Kolomnamen.IsForbidden(kop).Should().BeTrue();
        Enum.GetValues<Csvpreset>().Should().OnlyContain(preset => Kolomnamen.Find(kop, preset) == null);
    }
}
