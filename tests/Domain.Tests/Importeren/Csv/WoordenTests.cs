using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Importeren.Csv.Woorden;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

public sealed class WoordenTests
{
    [Theory]
    [InlineData("leerling", 1)]
    [InlineData("Student", 1)]
    [InlineData("lln.", 1)]
    [InlineData("Docent", 2)]
    [InlineData("Leraar LB", 2)]
    [InlineData("leraar-LC", 2)]
    [InlineData("Lerares (vo)", 2)]
    [InlineData("docent wiskunde", 2)]
    [InlineData("Docent/mentor", 2)]
    [InlineData("LB-docent", 2)]
    [InlineData("vakdocent", 2)]
    [InlineData("Invalleerkracht", 2)]
    [InlineData("OP", 2)]
    [InlineData("O.P.", 2)]
    [InlineData("OP LB", 2)]
    [InlineData("Teacher", 2)]
    [InlineData("ICT-docent", 2)]
    [InlineData("conciërge", 0)]
    [InlineData("OOP", 0)]
    [InlineData("Administratief medewerker", 0)]
    [InlineData("Onderwijsassistent", 0)]
    [InlineData("parent", 0)]
    [InlineData("", 1)]
    public void A_role_that_is_plain_is_read(string rol, int verwacht) =>
        Rolwoorden.Read(rol, Csvrol.Leerling).Should().Be((Csvrol)verwacht);

    [Theory]
    [InlineData("leelring")]
    [InlineData("stud.")]
    [InlineData("oud-docent")]
    [InlineData("Oud-leerling")]
    [InlineData("assistent-docent")]
    [InlineData("student teacher")]
    [InlineData("docent en ouder")]
    [InlineData("teamleider")]
    [InlineData("medewerker receptie")]
    [InlineData("LB")]
    [InlineData("?")]
    public void Any_other_role_is_not_known(string rol) => Rolwoorden.Read(rol, Csvrol.Leerling).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("actief")]
    [InlineData("Active")]
    [InlineData("ja")]
    [InlineData("TRUE")]
    [InlineData("1")]
    [InlineData("ingeschreven")]
    [InlineData("In dienst")]
    [InlineData("-")]
    public void Who_is_active_is(string status) => Statuswoorden.IsActief(status).Should().BeTrue();

    [Theory]
    [InlineData("tobedeleted")]
    [InlineData("to be deleted")]
    [InlineData("withdrawn")]
    [InlineData("Graduate")]
    [InlineData("verwijderd")]
    [InlineData("deleted")]
    [InlineData("disabled")]
    [InlineData("suspended")]
    [InlineData("uitstroom")]
    [InlineData("Oud-leerling")]
    [InlineData("oudleerling")]
    [InlineData("geslaagd")]
    [InlineData("vertrokken")]
    [InlineData("uitgeschreven")]
    [InlineData("I")]
    [InlineData("N")]
    [InlineData("F")]
    [InlineData("0")]
    [InlineData("nee")]
    [InlineData("niet-actief")]
    [InlineData("Uit dienst")]
    [InlineData("beëindigd")]
    [InlineData("alumnus")]
    [InlineData("overleden")]
    public void Who_left_is_not(string status) => Statuswoorden.IsActief(status).Should().BeFalse();

    [Theory]
    [InlineData("geslaagd havo, nu vwo")]
    [InlineData("uitgeschreven per 31-07-2027")]
    [InlineData("vooraanmelding")]
    [InlineData("onbekend")]
    [InlineData("?")]
    [InlineData("Z")]
    [InlineData("2")]
    [InlineData("✗")]
    [InlineData("❌")]
    [InlineData("✓")]
    [InlineData("×")]
    [InlineData("!")]
    [InlineData("#")]
    public void Any_other_status_is_not_known(string status) => Statuswoorden.IsActief(status).Should().BeNull();

    [Theory]
    [InlineData("—")]
    [InlineData("--")]
    [InlineData("...")]
    [InlineData("n.v.t.")]
    [InlineData("(leeg)")]
    [InlineData("<NULL>")]
    [InlineData("niet ingevuld")]
    public void A_status_that_is_not_filled_in_says_nothing(string status)
    {
        Statuswoorden.IsActief(status).Should().BeTrue();
        Statuswoorden.IsActiefByFlag(status).Should().BeTrue();
    }

    [Theory]
    [InlineData("t.b.d.")]
    [InlineData(" (n.o.t.k.) ")]
    [InlineData("NA")]
    [InlineData("0")]
    public void A_word_for_no_code_is_none(string code) =>
        Domain.Importeren.Inschrijvingen.Inschrijvingkeuze.IsEmpty(code).Should().BeTrue();

    [Fact]
    public void A_status_that_is_too_long_to_be_one_is_not_known() =>
        Statuswoorden.IsActief(new string('x', 101)).Should().BeNull();

    [Theory]
    [InlineData("1", false)]
    [InlineData("✗", null)]
    [InlineData("ja", false)]
    [InlineData("suspended", false)]
    [InlineData("0", true)]
    [InlineData("", true)]
    [InlineData("false", true)]
    [InlineData("31-7", null)]
    public void A_flag_of_who_is_not_active_says_the_opposite(string vlag, bool? actief) =>
        Statuswoorden.IsActiefByFlag(vlag).Should().Be(actief);

    [Theory]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("--")]
    [InlineData("n.v.t.")]
    [InlineData("NVT")]
    [InlineData("geen")]
    [InlineData("0")]
    [InlineData("(leeg)")]
    [InlineData("(null)")]
    [InlineData("NULL")]
    [InlineData("<geen>")]
    [InlineData("Geen klas")]
    [InlineData("nog niet ingedeeld")]
    [InlineData("onbekend")]
    public void What_is_no_groep_is_none(string groep) => Leegwoorden.IsGeenGroep(groep).Should().BeTrue();

    [Theory]
    [InlineData("1A")]
    [InlineData("0A")]
    [InlineData("1-2")]
    [InlineData("x")]
    [InlineData("na1")]
    [InlineData("𠮷")]
    public void What_may_be_a_groep_is_one(string groep) => Leegwoorden.IsGeenGroep(groep).Should().BeFalse();

    [Theory]
    [InlineData("Null", false)]
    [InlineData("Geen", false)]
    [InlineData("Ng", false)]
    [InlineData("𠮷", false)]
    [InlineData("NULL", true)]
    [InlineData("(null)", true)]
    [InlineData("-", true)]
    [InlineData("?", true)]
    [InlineData("123", true)]
    [InlineData("n.v.t.", true)]
    public void A_name_of_a_family_is_never_taken_for_nothing(string naam, bool isGeen) =>
        NoValue.IsNoName(naam).Should().Be(isGeen);

    [Theory]
    [InlineData("Totaal")]
    [InlineData("Totaal: 120")]
    [InlineData("Eindtotaal")]
    [InlineData("Aantal leerlingen")]
    [InlineData("Aantal leerlingen: 28")]
    [InlineData("Afgedrukt op 1-11-2026 09:12")]
    [InlineData("Geprint door")]
    [InlineData("Pagina 1 van 3")]
    [InlineData("120 leerlingen")]
    [InlineData("(120 rows affected)")]
    [InlineData("*** einde lijst ***")]
    [InlineData("Printed on 01/11/2026")]
    [InlineData("Peildatum: 1-10-2026")]
    [InlineData("Bron: Magister")]
    public void The_foot_of_a_report_is_known(string voet) => Voetwoorden.IsVoet(voet).Should().BeTrue();

    [Theory]
    [InlineData("001234")]
    [InlineData("Noor")]
    [InlineData("Totaalman")]
    [InlineData("Bron")]
    [InlineData("Page")]
    [InlineData("Sommer")]
    public void A_person_is_no_foot(string tekst) => Voetwoorden.IsVoet(tekst).Should().BeFalse();
}
