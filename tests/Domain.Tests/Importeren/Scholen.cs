using FsCheck;
using FsCheck.Fluent;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>A school as Numo knows it, and what was delivered of it.</summary>
public sealed record Geval(Schoolstand Stand, Aanlevering Aanlevering);

/// <summary>
/// Makes cases of a school with two vestigingen in which about half of the people and groepen overlap, some are
/// archived, some have locked fields, and some are delivered with fields of somebody else, or without them.
/// </summary>
public static class Scholen
{
    private const int Mensen = 12;
    private const int Klassen = 6;

    private static readonly Vestigingsnummer Neven = Vestigingsnummer.Hydrate("01");

    /// <summary>What one delivered person differs in.</summary>
    private enum Afwijking
    {
        Geen,

        /// <summary>The field is that of somebody else.</summary>
        VanEenAnder,

        /// <summary>The field has no value, and says so.</summary>
        Leeg,

        /// <summary>The field was not delivered.</summary>
        NietGeleverd,
    }

    public static Arbitrary<Geval> Geval() => (
        from leerlingen in Personen(
            n => LeerlingBuilder.Account(n), LeerlingBuilder.Aangeleverd, new LeerlingGegevens())
        from docenten in Personen(DocentBuilder.Account, DocentBuilder.Aangeleverd, new DocentGegevens())
        from groepen in Groepen()
        from bereik in Gen.Three(Vestigingen())
        select new Geval(
            new Schoolstand(7, leerlingen.Bekend, docenten.Bekend, groepen.Bekend),
            LeerlingBuilder.Aanlevering([.. leerlingen.Aangeleverd]) with
            {
                Docenten = docenten.Aangeleverd,
                Groepen = groepen.Aangeleverd,
                Bereik = new Bereik(bereik.Item1, bereik.Item2, bereik.Item3),
            })).ToArbitrary();

    private static Gen<(List<Account<T>> Bekend, List<Aangeleverd<T>> Aangeleverd)> Personen<T>(
        Func<int, Account<T>> account, Func<int, Aangeleverd<T>> aangeleverd, T leeg)
        where T : Persoonsgegevens<T> =>
        from known in Gen.SubListOf(Enumerable.Range(1, Mensen))
        from accounts in Gen.ListOf(Account(account, leeg), Mensen + 1)
        from delivered in Gen.SubListOf(Enumerable.Range(1, Mensen))
        from changes in Gen.ListOf(Wijziging(aangeleverd, leeg), Mensen + 1)
        select (
            known.Select(n => accounts[n](n)).ToList(),
            delivered.Select(n => changes[n](aangeleverd(n))).ToList());

    private static Gen<Func<int, Account<T>>> Account<T>(Func<int, Account<T>> account, T leeg)
        where T : Persoonsgegevens<T> =>
        from status in Gen.Elements(Accountstatus.Actief, Accountstatus.Actief, Accountstatus.Gearchiveerd)
        from locked in Gen.Elements(
            Veld.Geen, Veld.Geen, Veld.Geen, Veld.Achternaam, Veld.UwlrKey, Veld.EckId, Veld.Groepen)
        from unknown in Gen.Elements(Veld.Geen, Veld.Geen, Veld.Geen, Veld.EckId, Veld.UwlrKey, Veld.Achternaam)
        from vestiging in Gen.Elements(Vestigingsnummer.Hoofd, Vestigingsnummer.Hoofd, Neven)
        select (Func<int, Account<T>>)(n => account(n) with
        {
            Status = status,
            Vergrendeld = locked,
            Gegevens = account(n).Gegevens.Take(unknown, leeg) with { Vestiging = vestiging },
        });

    private static Gen<Func<Aangeleverd<T>, Aangeleverd<T>>> Wijziging<T>(
        Func<int, Aangeleverd<T>> aangeleverd, T leeg)
        where T : Persoonsgegevens<T> =>
        from kind in Gen.Frequency(
            (4, Gen.Constant(Afwijking.Geen)),
            (3, Gen.Constant(Afwijking.VanEenAnder)),
            (1, Gen.Constant(Afwijking.Leeg)),
            (2, Gen.Constant(Afwijking.NietGeleverd)))
        from veld in Gen.Elements(
            Veld.Achternaam,
            Veld.Email,
            Veld.EckId,
            Veld.UwlrKey,
            Veld.Stamnummer,
            Veld.IdGebr,
            Veld.EckId | Veld.Stamnummer | Veld.IdGebr,
            Veld.Stamgroep | Veld.Groepen,
            Veld.EckId | Veld.UwlrKey | Veld.Stamnummer | Veld.IdGebr)
        from other in Gen.Choose(1, Mensen + 3)
        from vestiging in Gen.Elements(Vestigingsnummer.Hoofd, Vestigingsnummer.Hoofd, Neven)
        select (Func<Aangeleverd<T>, Aangeleverd<T>>)(persoon => persoon with
        {
            Gegevens = (kind switch
            {
                Afwijking.Geen => persoon.Gegevens,
                Afwijking.VanEenAnder => persoon.Gegevens.Take(veld, aangeleverd(other).Gegevens),
                _ => persoon.Gegevens.Take(veld, leeg),
            }) with
            { Vestiging = vestiging },
            Geleverd = kind == Afwijking.NietGeleverd ? persoon.Geleverd & ~veld : persoon.Geleverd,
        });

    private static Gen<(List<Groep> Bekend, List<GroepGegevens> Aangeleverd)> Groepen() =>
        from known in Gen.SubListOf(Enumerable.Range(1, Klassen))
        from statuses in Gen.ListOf(Gen.Elements(Accountstatus.Actief, Accountstatus.Gearchiveerd), Klassen + 1)
        from delivered in Gen.SubListOf(Enumerable.Range(1, Klassen))
        from twice in Gen.SubListOf(Enumerable.Range(1, Klassen))
        from changes in Gen.ListOf(Gen.Choose(0, 3), (2 * Klassen) + 1)
        select (
            known.Select(n => new Groep(GroepId(n), Groep(n, 0), statuses[n])).ToList(),
            delivered.Select(n => Groep(n, changes[n]))
                .Concat(twice.Where(n => n < 3).Select(n => Groep(n, changes[Klassen + n])))
                .ToList());

    private static GroepGegevens Groep(int nummer, int anders) => new(
        new Groepsleutel(nummer % 3 == 0 ? Neven : Vestigingsnummer.Hoofd, $"G{nummer}"),
        anders == 1 ? Groepsoort.Samengesteld : Groepsoort.Stamgroep,
        anders == 2 ? "Andere naam" : $"{nummer}A",
        anders == 3 ? null : 1);

    private static GroepId GroepId(int nummer) => new(new Guid(nummer, 1, 1, new byte[8]));

    private static Gen<HashSet<Vestigingsnummer>> Vestigingen() => Gen.Elements(
        new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd, Neven },
        new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd },
        []);
}
