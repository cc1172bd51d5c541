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

    [Theory]
    [InlineData(20, 1, false)]
    [InlineData(20, 2, true)]
    [InlineData(10, 4, true)]
    public void Pupils_without_a_row_are_a_warning_above_one_in_twenty(int leerlingen, int zonder, bool warns)
    {
        var regels = Enumerable.Range(1 + zonder, leerlingen - zonder)
            .Select(n => new Opleidingsregel($"g{n}", $"key-{n}", "H1", $"10000{n}")).ToArray();
        var lijst = Lijst(
            BronInhoud.Gegevens,
            Vestigingsnummer.Hoofd,
            [.. Enumerable.Range(1, leerlingen).Select(n => Aangeleverd(n))]);

        var merged = Samenvoeging.Merge(
            Schooljaar.Hydrate(2026), [lijst], new Opleidingenlijst(regels, "x"), Catalogus.Vertaler.Translate).Value;

        merged.Waarschuwingen.Any(m => m.Code == "LEERLINGEN_ZONDER_REGEL"
            && m.Tekst.StartsWith($"{zonder} van de {leerlingen} leerlingen ", StringComparison.Ordinal)).Should().Be(warns);
    }

    [Fact]
    public void A_groep_that_people_refer_to_and_nothing_declares_is_neither_archived_nor_left()
    {
        var weg = new Groepsleutel(Vestigingsnummer.Hoofd, "weg");
        var account = Account(1);
        account = account with { Gegevens = account.Gegevens with { Groepen = [weg] } };
        var stand = Stand(account);
        stand = stand with
        {
            Groepen =
            [
                .. stand.Groepen,
                new Groep(
                    new GroepId(new Guid(2, 2, 2, new byte[8])),
                    new GroepGegevens(weg, Groepsoort.Samengesteld, "weg", null),
                    Accountstatus.Actief),
            ],
        };
        var lijst = Lijst(
            BronInhoud.Gegevens, Vestigingsnummer.Hoofd, Aangeleverd(1) with { NietGeleverdeGroepen = [weg] }) with
        {
            Groepen = [Groep1A],
            NietGeleverdeGroepen = [weg],
        };

        var plan = Plan(stand, Merge(lijst));

        plan.Groepen.Should().BeEmpty();
        plan.Leerlingen.Single().Gegevens.Groepen.Should().Equal(weg);
    }

    [Fact]
    public void What_the_web_services_answer_had_to_be_mended_for_is_told_of_the_run()
    {
        var hersteld = new Melding("ANTWOORD_HERSTELD", "x");
        var lijst = Lijst(BronInhoud.Gegevens, Vestigingsnummer.Hoofd, Aangeleverd(1));

        var merged = Samenvoeging.Merge(
            Schooljaar.Hydrate(2026), [lijst], Leeg with { Meldingen = [hersteld] }, Catalogus.Vertaler.Translate).Value;

        merged.Waarschuwingen.Should().Contain(hersteld);
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
