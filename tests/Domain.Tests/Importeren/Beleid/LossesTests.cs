using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Beleid;

public sealed class LossesTests
{
    private static readonly Doelgroep Havo1 = Catalogus.Vertaler.Translate("HAVO", 1).Doelgroep!;
    private static readonly Groepsleutel Wiskunde = new(Vestigingsnummer.Hoofd, "wis");
    private static readonly Vestigingsnummer Neven = Vestigingsnummer.Hydrate("01");

    [Theory]
    [InlineData(Veld.Doelgroep, 100, 10, false)]
    [InlineData(Veld.Doelgroep, 100, 11, true)]
    [InlineData(Veld.Stamgroep, 100, 11, true)]
    [InlineData(Veld.Groepen, 100, 11, true)]
    [InlineData(Veld.Stamgroep, 200, 20, false)]
    [InlineData(Veld.Stamgroep, 200, 21, true)]
    public void Many_people_who_lose_something_put_the_brake_on(Veld veld, int leerlingen, int verliezers, bool rem)
    {
        var plan = Plan(leerlingen, n => n <= verliezers ? Gegeven(n).Without(veld) : Gegeven(n));

        Codes(plan).Should().BeEquivalentTo(rem ? ["TE_VEEL_VERLIES"] : Array.Empty<string>());
    }

    [Fact]
    public void Different_things_that_people_lose_are_added_up()
    {
        var plan = Plan(100, n => n switch
        {
            <= 5 => Gegeven(n).Without(Veld.Doelgroep),
            <= 11 => Gegeven(n).Without(Veld.Stamgroep),
            _ => Gegeven(n),
        });

        Codes(plan).Should().Equal("TE_VEEL_VERLIES");
    }

    [Fact]
    public void Of_a_thing_that_few_have_it_is_a_share_of_those()
    {
        var plan = Plan(
            300,
            n => n <= 12 ? Gegeven(n).Without(Veld.Groepen) : Gegeven(n),
            n => n <= 50 ? Gegeven(n) : Gegeven(n).Without(Veld.Groepen));

        Codes(plan).Should().Equal("TE_VEEL_VERLIES");
    }

    [Fact]
    public void Another_class_and_a_locked_one_are_no_loss()
    {
        var plan = Plan(100, n => Gegeven(n) with { Stamgroep = new Groepsleutel(Vestigingsnummer.Hoofd, "1B") });
        var locked = LeerlingBuilder.Plan(
            Stand([.. Enumerable.Range(1, 100).Select(n => new Account<LeerlingGegevens>(
                Id(n), Accountstatus.Actief, Gegeven(n), Veld.Stamgroep))]),
            Aanlevering([.. Enumerable.Range(1, 100).Select(n => Aangeleverd(Gegeven(n).Without(Veld.Stamgroep)))]));

        Codes(plan).Should().BeEmpty();
        Codes(locked).Should().BeEmpty();
    }

    [Fact]
    public void A_vestiging_is_looked_at_by_itself()
    {
        LeerlingGegevens Of(int n) => n <= 20 ? Gegeven(n) with { Vestiging = Neven } : Gegeven(n);
        var delivered = Enumerable.Range(1, 300)
            .Select(n => Aangeleverd(n <= 11 ? Of(n).Without(Veld.Stamgroep) : Of(n)))
            .ToArray();
        var aanlevering = Aanlevering(delivered) with { Bereik = Bereik(Vestigingsnummer.Hoofd, Neven) };

        var plan = LeerlingBuilder.Plan(
            Stand([.. Enumerable.Range(1, 300).Select(n => Account(n) with { Gegevens = Of(n) })]), aanlevering);

        plan.Remmen.Should().Equal(BeleidMeldingen.TeVeelVerlies("leerlingen van vestiging 01", "stamgroep", 11, 20));
    }

    private static LeerlingGegevens Gegeven(int nummer) => Gegevens(nummer) with { Doelgroep = Havo1, Groepen = [Wiskunde] };

    private static ImportPlan Plan(
        int leerlingen, Func<int, LeerlingGegevens> na, Func<int, LeerlingGegevens>? voor = null)
    {
        voor ??= Gegeven;
        return LeerlingBuilder.Plan(
            Stand([.. Enumerable.Range(1, leerlingen).Select(n => Account(n) with { Gegevens = voor(n) })]),
            Aanlevering([.. Enumerable.Range(1, leerlingen).Select(n => Aangeleverd(na(n)))]));
    }

    private static IEnumerable<string> Codes(ImportPlan plan) => plan.Remmen.Select(m => m.Code);
}
