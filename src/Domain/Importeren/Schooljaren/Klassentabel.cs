using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>How many leerlingen go from a home class of one school year to one of the next.</summary>
/// <param name="Van">The class before, such as <c>1A</c>; null for who comes.</param>
/// <param name="Naar">The class after; null for who leaves, or has no class yet.</param>
/// <param name="Aantal">The leerlingen.</param>
public sealed record Klasovergang(string? Van, string? Naar, int Aantal);

/// <summary>The classes of two school years, side by side: what the first import of a school year shows.</summary>
/// <param name="Van">The school year before.</param>
/// <param name="Naar">The school year that is imported.</param>
/// <param name="Begonnen">Whether it has begun.</param>
/// <param name="Overgangen">The moves between classes, by class before and after; who comes stands last.</param>
public sealed record Klassentabel(
    Schooljaar Van, Schooljaar Naar, bool Begonnen, IReadOnlyList<Klasovergang> Overgangen)
{
    /// <summary>
    /// The classes of a plan that changes the school year, and its rows with the class before; null when it does not. Where it
    /// is in doubt of which year the people are, the classes of now stand before those that were delivered.
    /// </summary>
    internal static (Klassentabel? Tabel, Planregels Regels) Of(
        Schoolstand current, Aanlevering incoming, Planregels regels, Plankader kader, bool isInDoubt)
    {
        var vooruit = kader.IsVooruit(incoming.Schooljaar);
        var isFirst = kader.Buurjaren.Stamgroepen.Count > 0
            && (vooruit || incoming.Bereik.Leerlingen.Any(vestiging => !kader.IsLopend(vestiging)));
        var before = isFirst ? kader.Buurjaren.Stamgroepen : isInDoubt ? ClassesOf(current) : null;
        if (before is null)
        {
            return (null, regels);
        }

        var klassen = new Klasnamen(before, incoming.Groepen);
        var shown = regels.Leerlingen.Select(r => r with { VorigeStamgroep = klassen.Before(r) }).ToArray();
        var van = isFirst ? Schooljaar.Hydrate(incoming.Schooljaar.Begin - 1) : incoming.Schooljaar;
        return (
            new Klassentabel(van, incoming.Schooljaar, !vooruit, [.. Count(shown, klassen)]),
            regels with { Leerlingen = shown });
    }

    private static Dictionary<AccountId, GroepGegevens> ClassesOf(Schoolstand current)
    {
        var klassen = current.Groepen.ToDictionary(g => g.Gegevens.Sleutel, g => g.Gegevens);
        return current.Leerlingen
            .Where(l => l.Gegevens.Stamgroep is { } stamgroep && klassen.ContainsKey(stamgroep))
            .ToDictionary(l => l.Id, l => klassen[l.Gegevens.Stamgroep!.Value]);
    }

    private static IEnumerable<Klasovergang> Count(
        IEnumerable<Planregel<LeerlingGegevens>> regels, Klasnamen klassen) => regels
        .Where(r => r.Bedoeling is not (RegelSoort.Conflict or RegelSoort.Afgekeurd))
        .Select(r => (Van: r.VorigeStamgroep, Naar: klassen.After(r)))
        .Where(o => o is not (null, null))
        .CountBy(o => o)
        .Select(o => new Klasovergang(o.Key.Van, o.Key.Naar, o.Value))
        .OrderBy(o => o.Van is null)
        .ThenBy(o => o.Van, StringComparer.Ordinal)
        .ThenBy(o => o.Naar is null)
        .ThenBy(o => o.Naar, StringComparer.Ordinal);

    /// <summary>Names classes; with the vestiging where there are several.</summary>
    private sealed class Klasnamen
    {
        private readonly IReadOnlyDictionary<AccountId, GroepGegevens> _before;
        private readonly Dictionary<Groepsleutel, string> _after;
        private readonly bool _meerdere;

        public Klasnamen(IReadOnlyDictionary<AccountId, GroepGegevens> before, IReadOnlyList<GroepGegevens> after)
        {
            _before = before;
            _meerdere = before.Values.Concat(after).Select(g => g.Sleutel.Vestiging).Distinct().Skip(1).Any();
            _after = after.DistinctBy(g => g.Sleutel).ToDictionary(g => g.Sleutel, Name);
        }

        public string? Before(Planregel<LeerlingGegevens> regel) =>
            regel.Account is { } account && _before.TryGetValue(account.Id, out var klas) ? Name(klas) : null;

        public string? After(Planregel<LeerlingGegevens> regel) =>
            regel.Bedoeling != RegelSoort.Archiveren && regel.Gegevens.Stamgroep is { } stamgroep
                ? _after.GetValueOrDefault(stamgroep, stamgroep.Key)
                : null;

        private string Name(GroepGegevens klas) => _meerdere ? $"{klas.Naam} ({klas.Sleutel.Vestiging})" : klas.Naam;
    }
}
