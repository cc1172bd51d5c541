using Kurve.Numo.Domain.Leerlingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class BewerkingTests
{
    [Fact]
    public void A_field_that_changes_is_locked()
    {
        var after = Change(Account(1), Gegevens(1) with { Roepnaam = "Anders" }, Veld.Roepnaam | Veld.Achternaam);

        after.Gegevens.Roepnaam.Should().Be("Anders");
        after.Vergrendeld.Should().Be(Veld.Roepnaam, "the last name stayed as it was");
    }

    [Fact]
    public void A_field_that_is_not_named_stays() =>
        Change(Account(1), new LeerlingGegevens { Roepnaam = "Anders" }, Veld.Roepnaam).Gegevens
            .Should().Be(Gegevens(1) with { Roepnaam = "Anders" });

    [Fact]
    public void Nothing_is_locked_when_the_person_says_so()
    {
        var bewerking = new Bewerking<LeerlingGegevens>(
            Gegevens(1) with { Roepnaam = "Anders" }, Veld.Roepnaam, null, NietVergrendelen: true);

        bewerking.ApplyTo(Account(1) with { Vergrendeld = Veld.Leerjaar }).Vergrendeld.Should().Be(Veld.Leerjaar);
    }

    [Fact]
    public void Locks_are_replaced_and_what_changes_comes_with_them()
    {
        var bewerking = new Bewerking<LeerlingGegevens>(
            Gegevens(1) with { Roepnaam = "Anders" }, Veld.Roepnaam, Veld.Leerjaar, NietVergrendelen: false);

        bewerking.ApplyTo(Account(1) with { Vergrendeld = Veld.Achternaam }).Vergrendeld
            .Should().Be(Veld.Leerjaar | Veld.Roepnaam);
    }

    private static Account<LeerlingGegevens> Change(
        Account<LeerlingGegevens> account, LeerlingGegevens gegevens, Veld velden) =>
        new Bewerking<LeerlingGegevens>(gegevens, velden, null, NietVergrendelen: false).ApplyTo(account);
}
