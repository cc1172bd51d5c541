using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Leerplannen;

namespace Kurve.Numo.Domain.Tests.Leerplannen;

/// <summary>Holds over any levels that say anything.</summary>
[Properties(Arbitrary = [typeof(Lagen)], MaxTest = 300)]
public sealed class EffectiefLeerplanProperties
{
    [Property]
    public void A_lower_level_always_wins(Laag[] lagen, Laag laagste)
    {
        var eigen = laagste with { Herkomst = new Herkomst(Laagsoort.Leerling, "") };
        Laag[] alle = [.. lagen.Where(l => l.Herkomst.Soort < Laagsoort.Leerling), eigen];

        var leerplan = Resolve(alle);

        foreach (var (code, actief) in eigen.Keuzes)
        {
            Find(leerplan, code).Actief.Should().Be(actief);
            Find(leerplan, code).Uitspraken[^1].Herkomst.Should().Be(eigen.Herkomst);
        }

        foreach (var (vak, niveau) in eigen.Streefniveaus)
        {
            leerplan.Streefniveaus.Single(s => s.Vak == vak).Niveau.Should().Be(niveau);
        }
    }

    [Property]
    public void Taking_a_level_away_restores_what_is_above(Laag[] lagen, Laag laagste)
    {
        Laag[] boven = [.. lagen.Where(l => l.Herkomst.Soort < Laagsoort.Leerling)];
        Laag leeg = new(new Herkomst(Laagsoort.Leerling, ""), new Dictionary<string, bool>(), new Dictionary<Vak, Niveau>());
        var eigen = laagste with { Herkomst = leeg.Herkomst };

        Resolve([.. boven, leeg]).Should().BeEquivalentTo(Resolve(boven));
        foreach (var vaardigheid in Resolve([.. boven, eigen]).Vaardigheden)
        {
            vaardigheid.Uitspraken.Where(u => u.Herkomst != eigen.Herkomst).Should().Equal(
                Find(Resolve(boven), vaardigheid.Vaardigheid.Code).Uitspraken, "what was said above stays visible");
        }
    }

    [Property]
    public void The_order_of_the_levels_does_not_matter(Laag[] lagen, int seed)
    {
        var shuffled = lagen.ToArray();
        new Random(seed).Shuffle(shuffled);

        Resolve(shuffled).Should().BeEquivalentTo(Resolve(lagen), options => options.WithStrictOrdering());
    }

    [Property]
    public void Saying_the_same_twice_changes_nothing(Laag[] lagen) =>
        Active(Resolve([.. lagen, .. lagen])).Should().Equal(Active(Resolve(lagen)));

    [Property]
    public void The_quick_answer_for_one_vaardigheid_is_that_of_the_whole(Laag[] lagen)
    {
        foreach (var vaardigheid in Resolve(lagen).Vaardigheden)
        {
            EffectiefLeerplan.IsActief(vaardigheid.Vaardigheid.Code, lagen).Should().Be(vaardigheid.Actief);
        }
    }

    [Property]
    public void Every_utterance_is_in_the_provenance_once(Laag[] lagen) =>
        Resolve(lagen).Vaardigheden.Sum(v => v.Uitspraken.Count).Should().Be(lagen.Sum(l => l.Keuzes.Count));

    [Property]
    public void A_change_that_is_allowed_never_leaves_an_active_vaardigheid_without_its_voorwaarden(
        Laag[] lagen, string[] codes, bool actief, bool mee)
    {
        Laag[] boven = [.. lagen.Where(l => l.Herkomst.Soort < Laagsoort.Leerling)];
        string[] gekozen = [.. codes.Where(Lagen.Codes.Contains)];
        if (Resolve(boven).Vaardigheden.Any(v => v.InactieveVoorwaarden.Count > 0))
        {
            return;
        }

        var keuze = new Leerplankeuze(Gegevens.Keten, [boven]);
        var leerplan = LeerplankeuzeTests.LeegLeerplan;
        var na = actief ? keuze.Activate(leerplan, gekozen, mee) : keuze.Deactivate(leerplan, gekozen, mee);

        (na.IsOk || !mee).Should().BeTrue("with what belongs to it every change is possible");
        if (na.IsOk)
        {
            var daarna = Resolve([.. boven, na.Value.Laag]);
            daarna.Vaardigheden.Should().OnlyContain(v => v.InactieveVoorwaarden.Count == 0);
            gekozen.Should().NotContain(code => Find(daarna, code).Actief != actief);
        }
    }

    private static EffectiefLeerplan Resolve(IReadOnlyList<Laag> lagen) => EffectiefLeerplan.Resolve(Gegevens.Keten, lagen);

    private static EffectieveVaardigheid Find(EffectiefLeerplan leerplan, string code) =>
        leerplan.Vaardigheden.Single(v => v.Vaardigheid.Code == code);

    private static IEnumerable<string> Active(EffectiefLeerplan leerplan) =>
        leerplan.Vaardigheden.Where(v => v.Actief).Select(v => v.Vaardigheid.Code);

    /// <summary>Levels of every soort that speak of some of three vaardigheden and three vakken.</summary>
    internal static class Lagen
    {
        public static readonly string[] Codes = ["A", "B", "C"];

        public static Arbitrary<Laag> Laag() => (
            from soort in Gen.Elements(Enum.GetValues<Laagsoort>())
            from naam in Gen.Elements("1", "2", "3")
            from keuzes in Gen.SubListOf(Codes)
            from actief in Gen.Elements(true, false).ArrayOf(Codes.Length)
            from vakken in Gen.SubListOf(Enum.GetValues<Vak>())
            from niveaus in Gen.Elements(Niveau.F1, Niveau.F2, Niveau.F3).ArrayOf(Enum.GetValues<Vak>().Length)
            select new Laag(
                new Herkomst(soort, naam),
                keuzes.Select((code, i) => (code, i)).ToDictionary(p => p.code, p => actief[p.i]),
                vakken.Select((vak, i) => (vak, i)).ToDictionary(p => p.vak, p => niveaus[p.i]))).ToArbitrary();

        public static Arbitrary<string> Code() => Gen.Elements(Codes).ToArbitrary();
    }
}
