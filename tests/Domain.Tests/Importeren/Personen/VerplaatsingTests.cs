using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

/// <summary>Who moves keeps the account: never archived in one place and new in the other.</summary>
public sealed class VerplaatsingTests
{
    private static readonly Vestigingsnummer Neven = Vestigingsnummer.Hydrate("01");
    private static readonly Groepsleutel Klas1B = new(Vestigingsnummer.Hoofd, "1B");

    [Fact]
    public void Another_stamgroep_is_a_move()
    {
        var regel = Move(Gegevens(1) with { Stamgroep = Klas1B });

        (regel.Soort, regel.Verplaatsing).Should().Be((RegelSoort.Bijwerken, Verplaatsingsoort.Groep));
    }

    [Fact]
    public void A_first_stamgroep_is_no_move()
    {
        var zonder = Account(1) with { Gegevens = Gegevens(1) with { Stamgroep = null } };

        Plan(Stand(zonder), Aanlevering(Aangeleverd(1))).Leerlingen.Single().Verplaatsing
            .Should().Be(Verplaatsingsoort.Geen);
    }

    [Fact]
    public void Other_samengestelde_groepen_are_a_move_of_their_own_kind()
    {
        var (en1, en2) = (new Groepsleutel(Vestigingsnummer.Hoofd, "en1"), new Groepsleutel(Vestigingsnummer.Hoofd, "en2"));
        var account = Account(1) with { Gegevens = Gegevens(1) with { Groepen = [en1] } };

        Plan(Stand(account), Aanlevering(Aangeleverd(Gegevens(1) with { Groepen = [en2] }))).Leerlingen.Single()
            .Verplaatsing.Should().Be(Verplaatsingsoort.Samengesteld);
    }

    [Theory]
    [InlineData("by ECK iD", Veld.UwlrKey, Veld.Geen)]
    [InlineData("by stamnummer", Veld.UwlrKey, Veld.EckId)]
    [InlineData("by the same key", Veld.Geen, Veld.EckId)]
    public void Another_vestiging_that_delivers_the_pupil_moves_it(string because, Veld other, Veld absent)
    {
        var daar = (Gegevens(1) with { UwlrKey = other == Veld.UwlrKey ? "key-daar" : "key-1" }).Without(absent) with
        {
            Vestiging = Neven,
            Stamgroep = new Groepsleutel(Neven, "1A"),
        };
        var aanlevering = Aanlevering(Aangeleverd(daar, Alles & ~absent)) with { Bereik = Bereik(Vestigingsnummer.Hoofd, Neven) };

        var regel = Plan(Stand(Account(1)), aanlevering).Leerlingen.Should().ContainSingle(because).Subject;

        regel.Account!.Id.Should().Be(Id(1));
        regel.Verplaatsing.Should().Be(Verplaatsingsoort.Vestiging | Verplaatsingsoort.Groep);
        Tellingen.Of([regel]).Should().Be(Tellingen.Nul with
        {
            Bijwerken = 1,
            NaarAndereGroep = 1,
            NaarAndereVestiging = 1,
        });
    }

    [Fact]
    public void Who_was_archived_at_one_vestiging_comes_back_at_the_other()
    {
        var daar = Gegevens(1) with { Vestiging = Neven, UwlrKey = "key-daar" };

        var regel = Plan(
            Stand(Account(1, Accountstatus.Gearchiveerd)), Aanlevering(Aangeleverd(daar))).Leerlingen.Single();

        (regel.Soort, regel.Verplaatsing).Should().Be((RegelSoort.Heractiveren, Verplaatsingsoort.Vestiging));
    }

    [Fact]
    public void A_docent_with_other_groepen_moves()
    {
        var elders = DocentBuilder.Gegevens(1) with { Groepen = [Klas1B] };

        var regel = Plan(
            Stand() with { Docenten = [DocentBuilder.Account(1)] },
            Aanlevering() with { Docenten = [new(elders, DocentBuilder.Alles, [])] }).Docenten.Single();

        regel.Verplaatsing.Should().Be(Verplaatsingsoort.Groep);
    }

    private static Planregel<LeerlingGegevens> Move(LeerlingGegevens naar) =>
        Plan(Stand(Account(1)), Aanlevering(Aangeleverd(naar))).Leerlingen.Single();
}
