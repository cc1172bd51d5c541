using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Tests.Importeren.Conflicten;
using static Kurve.Numo.Domain.Tests.Importeren.DocentBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

public sealed class EmailwachtTests
{
    [Fact]
    public void A_new_docent_with_the_email_of_another_is_held_and_the_rest_goes_on()
    {
        var vreemde = Gegevens(2) with { Email = "DOCENT1@voorbeeld.invalid" };

        var plan = Plan([Account(1)], Aangeleverd(1), Met(vreemde), Aangeleverd(3));

        Tellingen.Of(plan).Should().Be(Tellingen.Nul with { Nieuw = 1, Ongewijzigd = 1, Conflict = 1 });
        var held = plan.Single(r => r.Soort == RegelSoort.Conflict);
        held.Meldingen[0].Should().Be(Meldingen.EmailBezet);
        held.Betrokken.Should().ContainSingle().Which.Should().Be(
            new Betrokkene(Account(1).Id, "Docent1 Achternaam1", Accountstatus.Actief, Veld.Email));
    }

    [Fact]
    public void Two_new_docenten_with_one_email_are_both_held()
    {
        var plan = Plan([], Aangeleverd(1), Met(Gegevens(2) with { Email = Gegevens(1).Email }));

        plan.Should().HaveCount(2).And.OnlyContain(r => r.Soort == RegelSoort.Conflict);
    }

    [Fact]
    public void An_email_that_its_docent_gives_up_in_the_same_plan_is_free()
    {
        var plan = Plan(
            [Account(1), Account(2)],
            Met(Gegevens(1) with { Email = Gegevens(2).Email }),
            Met(Gegevens(2) with { Email = Gegevens(1).Email }));

        plan.Should().HaveCount(2).And.OnlyContain(r => r.Soort == RegelSoort.Bijwerken);
    }

    [Fact]
    public void Who_comes_waits_for_an_email_that_is_given_up_in_the_same_plan()
    {
        var opvolger = Gegevens(3) with { Email = Gegevens(1).Email };
        var komt = Plan([Account(1)], Met(Gegevens(1) with { Email = "anders@voorbeeld.invalid" }), Met(opvolger));
        var vertrekt = Plan([Account(1)], Met(opvolger));

        komt.Select(r => r.Soort).Should().Equal(RegelSoort.Bijwerken, RegelSoort.Conflict);
        vertrekt.Select(r => r.Soort).Should().Equal(
            [RegelSoort.Conflict], "it may be the same docent with other keys, and then nobody left");
    }

    [Fact]
    public void An_email_that_a_held_docent_would_have_given_up_is_not_free()
    {
        var plan = Plan(
            [Account(1), Account(2), Account(3)],
            Aangeleverd(1),
            Met(Gegevens(2) with { Email = Gegevens(1).Email }),
            Met(Gegevens(3) with { Email = Gegevens(2).Email }));

        plan.Where(r => r.Soort == RegelSoort.Conflict).Select(r => r.Gegevens.UwlrKey)
            .Should().BeEquivalentTo("docent-2", "docent-3");
    }

    [Fact]
    public void The_email_of_an_archived_docent_is_free_until_it_comes_back()
    {
        var weg = Account(1) with { Status = Accountstatus.Gearchiveerd };
        var opvolger = Gegevens(2) with { Email = Gegevens(1).Email };

        var alleen = Plan([weg], Met(opvolger));
        var beide = Plan([weg, Account(2) with { Gegevens = opvolger }], Aangeleverd(1), Met(opvolger));

        alleen.Should().ContainSingle().Which.Soort.Should().Be(RegelSoort.Nieuw);
        beide.Single(r => r.Gegevens.UwlrKey == "docent-1").Soort.Should().Be(RegelSoort.Conflict);
    }

    [Fact]
    public void Merged_the_new_keys_are_those_of_the_docent_who_had_the_email()
    {
        var nieuw = Gegevens(2) with { Email = Gegevens(1).Email };
        var beslissing = Plan([Account(1)], Met(nieuw)).Single(r => r.Soort == RegelSoort.Conflict)
            .Decide(Beslissingsoort.Samenvoegen, Account(1).Id).Value;

        var plan = Plan([Account(1)], [Met(nieuw)], beslissing);

        var regel = plan.Should().ContainSingle().Subject;
        (regel.Soort, regel.Account!.Id).Should().Be((RegelSoort.Bijwerken, Account(1).Id));
        regel.Gegevens.UwlrKey.Should().Be("docent-2");
    }

    [Fact]
    public void Kept_apart_the_docent_does_without_the_email()
    {
        var nieuw = Gegevens(2) with { Email = Gegevens(1).Email };
        var beslissing = Plan([Account(1)], Aangeleverd(1), Met(nieuw)).Single(r => r.Soort == RegelSoort.Conflict)
            .Decide(Beslissingsoort.ApartHouden).Value;

        var plan = Plan([Account(1)], [Aangeleverd(1), Met(nieuw)], beslissing);

        plan.Single(r => r.Soort == RegelSoort.Nieuw).Gegevens.Email.Should().BeNull();
    }

    private static Aangeleverd<DocentGegevens> Met(DocentGegevens gegevens) => new(gegevens, Alles, []);

    private static IReadOnlyList<Planregel<DocentGegevens>> Plan(
        Account<DocentGegevens>[] bekend, params Aangeleverd<DocentGegevens>[] docenten) => Plan(bekend, docenten, []);

    private static IReadOnlyList<Planregel<DocentGegevens>> Plan(
        Account<DocentGegevens>[] bekend,
        Aangeleverd<DocentGegevens>[] docenten,
        params Beslissing[] beslissingen) => LeerlingBuilder.Plan(
        LeerlingBuilder.Stand() with { Docenten = bekend },
        LeerlingBuilder.Aanlevering() with { Docenten = docenten },
        beslissingen).Docenten;
}
