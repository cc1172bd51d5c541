using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class LosseRegelTests
{
    [Fact]
    public void What_is_in_one_source_alone_is_named_for_both_sources()
    {
        var regels = Enumerable.Range(2, 10).Select(Regel).ToArray();

        var los = LosseRegel.Of(Merge(10, regels));

        los.Should().Equal(
            new LosseRegel(Gekoppeldebron.Personen, "00", "key-1", null, null, null, "Roepnaam1 Achternaam1"),
            new LosseRegel(Gekoppeldebron.Opleidingen, null, "key-11", "100011", "g11", "0300", null));
    }

    [Fact]
    public void Rows_that_look_the_same_are_each_a_row()
    {
        var vreemd = new Opleidingsregel(null, "elders", "0300", null);

        var los = LosseRegel.Of(Merge(2, Regel(1), Regel(2), vreemd, vreemd with { }));

        los.Should().HaveCount(2).And.OnlyContain(r => r.Bron == Gekoppeldebron.Opleidingen && r.Sleutel == "elders");
    }

    [Fact]
    public void A_list_that_is_empty_knows_nobody() =>
        LosseRegel.Of(Merge(3)).Should().HaveCount(3).And.OnlyContain(r => r.Bron == Gekoppeldebron.Personen);

    private static Aanlevering Merge(int leerlingen, params Opleidingsregel[] regels)
    {
        var lijst = new Personenlijst(
            BronInhoud.Gegevens,
            Vestigingsnummer.Hoofd,
            [],
            [.. Enumerable.Range(1, leerlingen).Select(n => Aangeleverd(Gegevens(n), Veld.Vestiging | Veld.UwlrKey))],
            [],
            [],
            "vingerafdruk");
        return Samenvoeging.Merge(
            Schooljaar.Hydrate(2026),
            [lijst],
            new Opleidingenlijst(regels, "lijst"),
            Catalogus.Vertaler.Translate).Value;
    }

    private static Opleidingsregel Regel(int nummer) =>
        new($"g{nummer}", $"key-{nummer}", "0300", (100_000 + nummer).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
