using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// Completes the keys in the lists of next school year with those in the lists of this one. Somebody whose UWLR key changed
/// is recognised by a key that only this year's list may have; without it next year's would seem to name somebody new, who
/// would get a second account.
/// </summary>
public static class Sleutelaanvulling
{
    private const Veld Aanvulbaar = Veld.EckId | Veld.Stamnummer | Veld.IdGebr;

    /// <summary>
    /// The lists, with the keys that they lack of people whom this year's lists have under the same UWLR key. Those keys
    /// count as not delivered: they tell who somebody is and change no account.
    /// </summary>
    /// <param name="volgend">Next year's lists, one for each vestiging.</param>
    /// <param name="huidig">This year's.</param>
    public static IReadOnlyList<Personenlijst> Complete(
        IReadOnlyList<Personenlijst> volgend, IReadOnlyList<Personenlijst> huidig)
    {
        var leerlingen = new Aanvulling<LeerlingGegevens>(volgend, huidig, lijst => lijst.Leerlingen);
        var docenten = new Aanvulling<DocentGegevens>(volgend, huidig, lijst => lijst.Docenten);
        return
        [
            .. volgend.Select(lijst => lijst with
            {
                Leerlingen = leerlingen.Complete(lijst.Leerlingen),
                Docenten = docenten.Complete(lijst.Docenten),
            }),
        ];
    }

    private sealed class Aanvulling<T>
        where T : Persoonsgegevens<T>
    {
        private readonly Dictionary<string, T> _known;
        private readonly HashSet<Persoonssleutel> _taken;

        public Aanvulling(
            IReadOnlyList<Personenlijst> volgend,
            IReadOnlyList<Personenlijst> huidig,
            Func<Personenlijst, IReadOnlyList<Aangeleverd<T>>> personen)
        {
            _known = huidig.SelectMany(personen)
                .Where(persoon => persoon is { Afkeuring: null, Gegevens.UwlrKey: not null })
                .GroupBy(persoon => persoon.Gegevens.UwlrKey!, StringComparer.Ordinal)
                .Where(group => !group.Skip(1).Any())
                .ToDictionary(group => group.Key, group => group.First().Gegevens, StringComparer.Ordinal);
            _taken = volgend.SelectMany(personen).SelectMany(persoon => persoon.Gegevens.Sleutels).ToHashSet();
        }

        public IReadOnlyList<Aangeleverd<T>> Complete(IReadOnlyList<Aangeleverd<T>> personen) =>
        [
            .. personen.Select(persoon => persoon.Gegevens.UwlrKey is { } key && _known.TryGetValue(key, out var known)
                ? persoon with { Gegevens = Complete(persoon.Gegevens, known) }
                : persoon),
        ];

        // A key that next year's lists give to anybody is that person's.
        private T Complete(T gegevens, T known)
        {
            var own = FieldsOf(gegevens.Sleutels);
            var missing = FieldsOf(known.Sleutels.Where(sleutel => !_taken.Contains(sleutel))) & Aanvulbaar & ~own;
            return missing == Veld.Geen ? gegevens : gegevens.Take(missing, known);
        }

        private static Veld FieldsOf(IEnumerable<Persoonssleutel> sleutels) =>
            sleutels.Aggregate(Veld.Geen, (velden, sleutel) => velden | sleutel.Veld);
    }
}
