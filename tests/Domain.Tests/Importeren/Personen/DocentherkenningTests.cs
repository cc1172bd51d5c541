using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren.Conflicten;
using static Kurve.Numo.Domain.Tests.Importeren.DocentBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

/// <summary>A docent whose key changes is still the docent that logs in.</summary>
public sealed class DocentherkenningTests
{
    private static readonly DocentGegevens Bep = new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        UwlrKey = "JAN",
        Roepnaam = "Bep",
        Achternaam = "Jansen",
        Email = "bep@voorbeeld.invalid",
    };

    private static readonly Account<DocentGegevens> Bekend = Account(1) with { Gegevens = Bep };

    [Theory]
    [InlineData("jan", "Bep", "Jansen")]
    [InlineData("Jan", "Bep", "de Wit")]
    public void A_code_in_another_case_is_the_same_code(string code, string roepnaam, string achternaam)
    {
        var regel = Only(Bep with { UwlrKey = code, Roepnaam = roepnaam, Achternaam = achternaam });

        (regel.Soort, regel.Account).Should().Be((RegelSoort.Bijwerken, Bekend));
    }

    [Theory]
    [InlineData("WIT", "Bep", "de Wit", "bep@voorbeeld.invalid")]
    [InlineData("JNS", "Elisabeth", "Jansen", "Bep@Voorbeeld.INVALID ")]
    [InlineData(null, "Bep", "Jansen", "bep@voorbeeld.invalid")]
    public void Another_key_with_the_same_email_and_one_of_the_names_is_the_same_docent(
        string? code, string roepnaam, string achternaam, string email)
    {
        var regel = Only(Bep with { UwlrKey = code, Roepnaam = roepnaam, Achternaam = achternaam, Email = email }, code is null);

        regel.Account.Should().Be(Bekend);
        regel.Meldingen.Should().Contain(Meldingen.HerkendAanEmail);
    }

    [Fact]
    public void Who_left_and_comes_back_with_another_key_gets_the_account_again()
    {
        var weg = Bekend with { Status = Accountstatus.Gearchiveerd };

        var regel = Plan([weg], Bep with { UwlrKey = "NEW" }).Should().ContainSingle().Subject;

        (regel.Soort, regel.Account).Should().Be((RegelSoort.Heractiveren, weg));
    }

    [Fact]
    public void Somebody_else_with_the_email_is_a_conflict_and_nobody_is_archived()
    {
        var plan = Plan([Bekend], Bep with { UwlrKey = "VIS", Roepnaam = "Karel", Achternaam = "Visser" });

        var regel = plan.Should().ContainSingle("the account that a conflict names does not leave").Subject;
        regel.Soort.Should().Be(RegelSoort.Conflict);
        regel.Betrokken.Should().ContainSingle(b => b.Id == Bekend.Id);
    }

    [Fact]
    public void Who_has_a_key_of_the_account_goes_before_who_has_only_the_email()
    {
        var plan = Plan([Bekend], Bep with { Email = "nieuw@voorbeeld.invalid" }, Bep with { UwlrKey = "JA2" });

        plan.Single(r => r.Soort == RegelSoort.Bijwerken).Account.Should().Be(Bekend);
        plan.Single(r => r.Gegevens.UwlrKey == "JA2").Soort.Should().Be(RegelSoort.Conflict, "the address is not free yet");
    }

    [Fact]
    public void An_email_that_two_have_recognises_neither()
    {
        var plan = Plan([Bekend], Bep with { UwlrKey = "A" }, Bep with { UwlrKey = "B" });

        plan.Should().HaveCount(2).And.OnlyContain(r => r.Soort == RegelSoort.Conflict);
    }

    [Fact]
    public void A_docent_without_a_number_comes_in_and_is_known_the_next_day()
    {
        var zonder = Bep with { UwlrKey = null };
        var eerst = Plan([], zonder).Should().ContainSingle().Subject;
        var daarna = Plan([Account(1) with { Gegevens = zonder }], zonder).Should().ContainSingle().Subject;

        eerst.Soort.Should().Be(RegelSoort.Nieuw);
        daarna.Soort.Should().Be(RegelSoort.Ongewijzigd);
    }

    [Fact]
    public void Who_has_only_an_email_that_is_taken_cannot_be_kept_apart()
    {
        var zonder = Bep with { UwlrKey = null };
        var conflict = Plan([], zonder, Bep with { UwlrKey = "VIS", Roepnaam = "Karel", Achternaam = "Visser" })
            .Single(r => r.Gegevens == zonder);

        conflict.Soort.Should().Be(RegelSoort.Conflict);
        conflict.Decide(Beslissingsoort.ApartHouden).Error.Should().BeOfType<GeenEigenSleutel>();
    }

    [Fact]
    public void Another_eck_id_outweighs_the_email()
    {
        var regel = Plan(
                [Bekend with { Gegevens = Bep with { EckId = EckId.Hydrate("eck-1") } }],
                Bep with { UwlrKey = "NEW", EckId = EckId.Hydrate("eck-2") })
            .Should().ContainSingle().Subject;

        regel.Meldingen.Should().Contain(Meldingen.AnderEckId);
    }

    private static Planregel<DocentGegevens> Only(DocentGegevens docent, bool zonderSleutel = false) => Plan(
        [Bekend],
        new Aangeleverd<DocentGegevens>(docent, zonderSleutel ? Alles & ~Veld.UwlrKey : Alles, [])).Should().ContainSingle().Subject;

    private static IReadOnlyList<Planregel<DocentGegevens>> Plan(
        Account<DocentGegevens>[] bekend, params DocentGegevens[] docenten) =>
        Plan(bekend, [.. docenten.Select(d => new Aangeleverd<DocentGegevens>(d, Alles, []))]);

    private static IReadOnlyList<Planregel<DocentGegevens>> Plan(
        Account<DocentGegevens>[] bekend, params Aangeleverd<DocentGegevens>[] docenten) => LeerlingBuilder.Plan(
        LeerlingBuilder.Stand() with { Docenten = bekend },
        LeerlingBuilder.Aanlevering() with { Docenten = docenten }).Docenten;
}
