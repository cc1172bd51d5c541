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
    [InlineData("Datum uitschrijving")]
    [InlineData("Einddatum plaatsing")]
    [InlineData("Uitstroomdatum")]
    [InlineData("Datum vertrek")]
    [InlineData("DATUM_VERTREK")]
    [InlineData("Vertrek (datum)")]
    [InlineData("Datum uit dienst")]
    [InlineData("Uitgeschreven per")]
    [InlineData("uitgeschreven op")]
    [InlineData("Vertrokken op")]
    [InlineData("Ingeschreven t/m")]
    [InlineData("Ingeschreven tot en met")]
    [InlineData("Datum einde inschrijving")]
    [InlineData("Eind datum opleiding")]
    [InlineData("Datum schoolverlaten")]
    [InlineData("Datum beëindiging plaatsing")]
    [InlineData("Werkelijke uitstroomdatum")]
    [InlineData("Date of withdrawal")]
    [InlineData("School leave date")]
    [InlineData("Enrollment end date")]
    public void A_column_with_the_day_of_leaving_is_recognised_whatever_schools_call_it(string kop) =>
        Kolomnamen.Find(kop, Csvpreset.Automatisch).Should().Be(Csvkolom.Einddatum);

    [Theory]
    [InlineData("Geboortedatum")]
    [InlineData("Datum inschrijving")]
    [InlineData("Datum eindexamen")]
    [InlineData("Einddatum stage")]
    [InlineData("Reden vertrek")]
    [InlineData("Reden uitschrijving")]
    [InlineData("Bestemming na vertrek")]
    [InlineData("Datum laatste wijziging")]
    [InlineData("Attendance date")]
    [InlineData("Calendar date")]
    public void Another_day_and_another_thing_of_who_left_are_not(string kop) =>
        Kolomnamen.Find(kop, Csvpreset.Automatisch).Should().NotBe(Csvkolom.Einddatum);

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
