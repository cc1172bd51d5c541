using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>One day of a school: what people do by hand, what is delivered, and what of it somebody applies.</summary>
/// <param name="Aanlevering">What is delivered.</param>
/// <param name="Soorten">The kinds that are applied; none for all.</param>
/// <param name="Keuze">Which rows are applied, by their place among those that can be; null for whole kinds.</param>
/// <param name="MetDeHand">What people do by hand before, each a number that says to whom and what.</param>
public sealed record Dag(
    Aanlevering Aanlevering,
    IReadOnlyList<RegelSoort> Soorten,
    Func<int, bool>? Keuze,
    IReadOnlyList<int> MetDeHand);

/// <summary>
/// Makes days on which people come, go, move, and change names and keys, in groepen that come, go and change names or keys.
/// </summary>
public static class Dagen
{
    private const int Aantal = 9;
    private const int Klassen = 4;

    public static Arbitrary<Dag[]> Reeks() =>
        (from n in Gen.Choose(1, 4) from dagen in Dag().ArrayOf(n) select dagen).ToArbitrary();

    private static Gen<Dag> Dag() =>
        from leerlingen in Mensen(Leerling())
        from docenten in Mensen(Docent())
        from namen in Gen.ListOf(Gen.Choose(0, 2), Klassen + 1)
        from klassen in Gen.SubListOf(Enumerable.Range(1, Klassen))
        from soorten in Gen.SubListOf(
            RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren)
        from deler in Gen.Choose(1, 6)
        from handen in Gen.SubListOf(Enumerable.Range(0, 8 * Aantal))
        from minder in Gen.Choose(0, 6)
        from uitgifte in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        select new Dag(
            Lever(
                uitgifte,
                [
                    .. leerlingen.Select(l => l with
                    {
                        Stamgroep = Known(l.Stamgroep, klassen),
                        Groepen = Known(l, klassen),
                    }),
                ],
                [.. docenten.Select(d => d with { Groepen = Known(d, klassen) })],
                [.. klassen.Select(k => Groep(k, namen[k]))]),
            [.. soorten],
            deler < 3 ? null : plaats => plaats % deler != 0,
            [.. handen.Take(minder)]);

    private static Gen<List<T>> Mensen<T>(Gen<Func<int, T>> persoon) =>
        from wie in Gen.SubListOf(Enumerable.Range(1, Aantal))
        from hoe in Gen.ListOf(persoon, Aantal + 1)
        select wie.Select(n => hoe[n](n)).ToList();

    private static Gen<Func<int, LeerlingGegevens>> Leerling() =>
        from naam in Gen.Choose(0, 2)
        from klas in Gen.Choose(0, Klassen)
        from cluster in Gen.SubListOf(Enumerable.Range(1, Klassen))
        from stamnummer in Gen.Frequency((5, Gen.Constant(0)), (2, Gen.Choose(1, 3)))
        from sleutel in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from eckId in Gen.Elements(true, true, false)
        from vestiging in Vestiging()
        select (Func<int, LeerlingGegevens>)(n => new LeerlingGegevens
        {
            Vestiging = vestiging,
            EckId = eckId ? EckId.Hydrate($"eck-{n}") : null,
            UwlrKey = $"key-{n + (100 * sleutel)}",
            Stamnummer = Stamnummer.Hydrate((1000 + n + stamnummer).ToString(CultureInfo.InvariantCulture)),
            IdGebr = $"g{n}",
            Roepnaam = naam == 0 ? "Sam" : "=Sam;\"n\"",
            Achternaam = $"Voorbeeld{naam}",
            Leerjaar = 1 + naam,
            Opleidingscode = naam == 2 ? "H4" : null,
            Stamgroep = klas == 0 ? null : Sleutel(klas),
            Groepen = [.. cluster.Where(c => c != klas).Select(Sleutel).Order()],
        });

    private static Gen<Func<int, DocentGegevens>> Docent() =>
        from naam in Gen.Choose(0, 2)
        from groepen in Gen.SubListOf(Enumerable.Range(1, Klassen))
        from vestiging in Vestiging()
        select (Func<int, DocentGegevens>)(n => new DocentGegevens
        {
            Vestiging = vestiging,
            UwlrKey = $"doc-{n}",
            Roepnaam = "Kim",
            Achternaam = $"Docent{naam}",
            Email = $"d{n}.{naam}@school.example",
            Groepen = [.. groepen.Select(Sleutel).Order()],
        });

    private static Gen<Vestigingsnummer> Vestiging() =>
        Gen.Elements(Vestigingsnummer.Hoofd, Vestigingsnummer.Hoofd, Vestigingsnummer.Hydrate("01"));

    private static Groepsleutel Sleutel(int klas) => new(Vestigingsnummer.Hoofd, $"G{klas}");

    // The first two are stamgroepen, so that a pupil may move between them.
    private static GroepGegevens Groep(int klas, int naam) => new(
        Sleutel(klas), klas <= 2 ? Groepsoort.Stamgroep : Groepsoort.Samengesteld, $"{klas}{"ABC"[naam]}", 1);

    private static Groepsleutel? Known(Groepsleutel? sleutel, ICollection<int> klassen) =>
        sleutel is { } s && klassen.Where(k => k <= 2).Select(Sleutel).Contains(s) ? sleutel : null;

    private static ImmutableArray<Groepsleutel> Known(LeerlingGegevens persoon, ICollection<int> klassen) =>
        [.. persoon.Groepen.Where(klassen.Where(k => k > 2).Select(Sleutel).Contains)];

    private static ImmutableArray<Groepsleutel> Known(DocentGegevens persoon, ICollection<int> klassen) =>
        [.. persoon.Groepen.Where(klassen.Select(Sleutel).Contains)];

    private static Groepsleutel Rekey(Groepsleutel sleutel, int uitgifte) =>
        uitgifte == 0 ? sleutel : sleutel with { Key = $"{sleutel.Key}.{uitgifte}" };

    private static ImmutableArray<Groepsleutel> Rekey(ImmutableArray<Groepsleutel> groepen, int uitgifte) =>
        [.. groepen.Select(g => Rekey(g, uitgifte)).Order()];

    private static Aanlevering Lever(
        int uitgifte, LeerlingGegevens[] leerlingen, DocentGegevens[] docenten, GroepGegevens[] groepen)
    {
        var beide = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd, Vestigingsnummer.Hydrate("01") };
        var alles = Enum.GetValues<Veld>().Aggregate((a, b) => a | b);
        return new Aanlevering(
            TestDatabase.Jaar,
            new Bereik(beide, beide, beide),
            [.. groepen.Select(g => g with { Sleutel = Rekey(g.Sleutel, uitgifte) })],
            [
                .. leerlingen.Select(l => new Aangeleverd<LeerlingGegevens>(
                    l with
                    {
                        Stamgroep = l.Stamgroep is { } s ? Rekey(s, uitgifte) : null,
                        Groepen = Rekey(l.Groepen, uitgifte),
                    },
                    alles,
                    [])),
            ],
            [
                .. docenten.Select(d => new Aangeleverd<DocentGegevens>(
                    d with { Groepen = Rekey(d.Groepen, uitgifte) }, alles, [])),
            ],
            [],
            [],
            null,
            "vingerafdruk");
    }
}
