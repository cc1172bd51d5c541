using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Leerplannen.Gegevens;

namespace Kurve.Numo.Domain.Tests.Leerplannen;

public sealed class LeerplankeuzeTests
{
    internal static readonly Leerplan LeegLeerplan = Leerplan.Empty(
        new SchoolId(Guid.Empty),
        Schooljaar.Hydrate(2026),
        Leerplanbereik.Of(new AccountId(Guid.Empty)),
        new Herkomst(Laagsoort.Leerling, ""));

    [Fact]
    public void Activating_needs_the_voorwaarden_to_be_active()
    {
        var refusal = Above().Activate(LeegLeerplan, ["C"], metVoorwaarden: false).Error;

        refusal.Should().BeOfType<VoorwaardenNietActief>().Which.Errors.Should().Equal(
            new VoorwaardeOntbreekt("C", "B"));
    }

    [Fact]
    public void Voorwaarden_may_be_active_above_or_be_asked_for_as_well()
    {
        Above(("A", true), ("B", true)).Activate(LeegLeerplan, ["C"], metVoorwaarden: false).Value.Keuzes.Keys
            .Should().Equal("C");
        Above(("A", true)).Activate(LeegLeerplan, ["C", "B"], metVoorwaarden: false).Value.Keuzes.Keys
            .Should().Equal("B", "C");
    }

    [Fact]
    public void With_voorwaarden_all_that_is_missing_is_activated_and_no_more()
    {
        Above(("A", true)).Activate(LeegLeerplan, ["C"], metVoorwaarden: true).Value.Keuzes.Keys.Should().Equal("B", "C");
        Above().Activate(LeegLeerplan, ["C"], metVoorwaarden: true).Value.Keuzes.Keys.Should().Equal("A", "B", "C");
    }

    [Fact]
    public void Deactivating_what_others_need_is_refused_and_names_them()
    {
        var refusal = Above(("A", true), ("B", true), ("C", true))
            .Deactivate(LeegLeerplan, ["A"], metAfhankelijken: false).Error;

        refusal.Should().BeOfType<VoorwaardenNietActief>().Which.Errors.Should().Equal(new VoorwaardeNogNodig("A", "B"));
        refusal!.Message.Should().ContainAll("A", "B", "met_afhankelijken");
    }

    [Fact]
    public void With_afhankelijken_all_that_needs_it_is_deactivated_and_no_more()
    {
        Above(("A", true), ("B", true), ("C", true)).Deactivate(LeegLeerplan, ["A"], metAfhankelijken: true)
            .Value.Keuzes.Should().OnlyContain(k => !k.Value).And.HaveCount(3);
        Above(("A", true), ("B", true)).Deactivate(LeegLeerplan, ["A"], metAfhankelijken: true)
            .Value.Keuzes.Keys.Should().Equal("A", "B");
    }

    [Fact]
    public void Every_kind_of_pupil_is_looked_at()
    {
        var keuze = new Leerplankeuze(
            Keten,
            [
                [Laag(Laagsoort.Kurve, "havo 3", ("A", true), ("B", true))],
                [Laag(Laagsoort.Kurve, "vmbo 1", ("A", true), ("B", false))],
            ]);

        keuze.Activate(LeegLeerplan, ["C"], metVoorwaarden: false).Error.Should().BeOfType<VoorwaardenNietActief>();
        keuze.Activate(LeegLeerplan, ["C"], metVoorwaarden: true).Value.Keuzes.Keys.Should().Equal("B", "C");
    }

    [Fact]
    public void What_was_broken_before_does_not_stand_in_the_way_of_something_else()
    {
        var keuze = Above(("A", false), ("B", true));

        keuze.Activate(LeegLeerplan, ["A"], metVoorwaarden: false).IsOk.Should().BeTrue("it mends what was broken");
        keuze.Deactivate(LeegLeerplan, ["C"], metAfhankelijken: false).IsOk.Should().BeTrue();
    }

    [Fact]
    public void An_unknown_code_and_a_retired_one_are_refused()
    {
        var catalogus = Vaardighedencatalogus.Create([Rij("OUD") with { Vervallen = true }]).Value;
        var keuze = new Leerplankeuze(catalogus, []);

        keuze.Activate(LeegLeerplan, ["X"], metVoorwaarden: true).Error.Should().Be(new VaardigheidOnbekend("X"));
        keuze.Deactivate(LeegLeerplan, ["X"], metAfhankelijken: true).Error.Should().Be(new VaardigheidOnbekend("X"));
        keuze.Activate(LeegLeerplan, ["OUD"], metVoorwaarden: true).Error.Should().Be(new VaardigheidVervallen("OUD"));
        keuze.Deactivate(LeegLeerplan, ["OUD"], metAfhankelijken: true).IsOk.Should().BeTrue();
    }

    [Fact]
    public void Replacing_leaves_what_is_not_named_to_the_level_above()
    {
        var leerplan = LeegLeerplan.Choose(["A", "B"], actief: true);

        var na = Above().Replace(leerplan, new Dictionary<string, bool> { ["A"] = true }, null).Value;

        na.Keuzes.Keys.Should().Equal("A");
        na.DifferenceTo(leerplan).Should().Equal("B");
        Above().Replace(leerplan, null, new Dictionary<Vak, Niveau> { [Vak.Engels] = Niveau.B1 }).Value
            .Keuzes.Should().Equal(leerplan.Keuzes);
    }

    [Fact]
    public void A_retired_vaardigheid_that_was_chosen_before_may_stay_when_the_rest_is_replaced()
    {
        var catalogus = Vaardighedencatalogus.Create([Rij("OUD") with { Vervallen = true }]).Value;
        var keuze = new Leerplankeuze(catalogus, []);
        var oud = new Dictionary<string, bool> { ["OUD"] = true };

        keuze.Replace(LeegLeerplan.Choose(["OUD"], actief: true), oud, null).IsOk.Should().BeTrue();
        keuze.Replace(LeegLeerplan, oud, null).Error.Should().Be(new VaardigheidVervallen("OUD"));
    }

    [Fact]
    public void A_level_to_reach_is_one_of_the_vaks_own_scale() =>
        Above().Replace(LeegLeerplan, null, new Dictionary<Vak, Niveau> { [Vak.Engels] = Niveau.F2 }).Error
            .Should().Be(new StreefniveauOngeldig(Vak.Engels, Niveau.F2));

    private static Leerplankeuze Above(params (string Code, bool Actief)[] keuzes) =>
        new(Keten, [[Laag(Laagsoort.Kurve, keuzes)]]);
}
