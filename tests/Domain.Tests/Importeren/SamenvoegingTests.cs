using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class SamenvoegingTests
{
    private static readonly Vestigingsnummer Neven = Vestigingsnummer.Hydrate("01");
    private static readonly Opleidingenlijst Leeg = new([], "leeg");

    [Fact]
    public void No_data_brakes_and_archives_nobody()
    {
        var aanlevering = Merge(Lijst(BronInhoud.GeenGegevens, Vestigingsnummer.Hoofd));

        aanlevering.Remmen.Should().Contain(m => m.Code == "GEEN_GEGEVENS");
        Plan(Stand(Account(1)), aanlevering).Leerlingen.Should().BeEmpty();
    }

    [Fact]
    public void An_answer_without_one_usable_pupil_brakes_and_archives_nobody()
    {
        var afgekeurd = Aangeleverd(1) with { Afkeuring = Meldingen.GeenSleutel };
        var aanlevering = Merge(Lijst(BronInhoud.Gegevens, Vestigingsnummer.Hoofd, afgekeurd));

        aanlevering.Remmen.Should().Contain(m => m.Code == "GEEN_BRUIKBARE_REGELS");
        Plan(
            Stand(Account(1), Account(2)),
            aanlevering).Leerlingen.Should().NotContain(r => r.Soort == RegelSoort.Archiveren);
    }

    [Fact]
    public void No_changes_is_no_reason_to_brake_or_to_archive()
    {
        var aanlevering = Merge(Lijst(BronInhoud.GeenWijzigingen, Vestigingsnummer.Hoofd));

        aanlevering.Waarschuwingen.Should().Contain(m => m.Code == "GEEN_WIJZIGINGEN");
        aanlevering.Bereik.Leerlingen.Should().BeEmpty();
    }

    [Fact]
    public void An_empty_list_of_opleidingen_brakes_and_leaves_the_doelgroep()
    {
        var aanlevering = Merge(Lijst(BronInhoud.Gegevens, Vestigingsnummer.Hoofd, Aangeleverd(1)));

        aanlevering.Remmen.Should().Equal(Meldingen.LijstLeeg);
    }

    [Fact]
    public void A_person_of_two_vestigingen_comes_once_with_the_groepen_of_both()
    {
        var daar = new Groepsleutel(Neven, "wis");
        var tweede = Gegevens(1) with { Vestiging = Neven, Groepen = [daar] };

        var aanlevering = Merge(
            Lijst(BronInhoud.Gegevens, Neven, Aangeleverd(tweede)),
            Lijst(BronInhoud.Gegevens, Vestigingsnummer.Hoofd, Aangeleverd(1)));

        var persoon = aanlevering.Leerlingen.Should().ContainSingle().Subject;
        persoon.Gegevens.Vestiging.Should().Be(Vestigingsnummer.Hoofd);
        persoon.Gegevens.Groepen.Should().Equal(daar);
        persoon.Meldingen.Should().Contain(Meldingen.OpMeerVestigingen);
    }

    [Fact]
    public void Two_pupils_of_two_vestigingen_with_the_same_key_stay_two_and_come_in_by_their_other_keys()
    {
        var ander = Gegevens(2) with { Vestiging = Neven, UwlrKey = Gegevens(1).UwlrKey };

        var aanlevering = Merge(
            Lijst(BronInhoud.Gegevens, Vestigingsnummer.Hoofd, Aangeleverd(1)),
            Lijst(BronInhoud.Gegevens, Neven, Aangeleverd(ander)));

        var plan = Plan(Stand(Account(1), Account(2)), aanlevering);
        plan.Leerlingen.Select(r => (r.Account!.Id, r.Gegevens.UwlrKey)).Should().BeEquivalentTo(
            [(Account(1).Id, "key-1"), (Account(2).Id, "key-2")], "the key that both have says nothing of either");
    }

    [Fact]
    public void An_answer_without_docenten_or_groepen_says_nothing_of_them()
    {
        var bereik = Merge(Lijst(BronInhoud.Gegevens, Vestigingsnummer.Hoofd, Aangeleverd(1))).Bereik;

        bereik.Leerlingen.Should().Equal(Vestigingsnummer.Hoofd);
        bereik.Docenten.Should().BeEmpty();
        bereik.Groepen.Should().BeEmpty();
    }

    private static Aanlevering Merge(params Personenlijst[] lijsten) =>
        Samenvoeging.Merge(Schooljaar.Hydrate(2026), lijsten, Leeg, Catalogus.Vertaler.Translate).Value;

    private static Personenlijst Lijst(
        BronInhoud inhoud, Vestigingsnummer vestiging, params Aangeleverd<LeerlingGegevens>[] leerlingen) =>
        new(inhoud, vestiging, [], leerlingen, [], [], vestiging.Value);
}
