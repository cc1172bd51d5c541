using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>The groepen that the rows of a file name. A file has no keys of groepen: the name is the key.</summary>
internal sealed class Groepenlijst
{
    private readonly Dictionary<Groepsleutel, Groep> _groepen = [];

    /// <summary>
    /// The key of a groep; a stamgroep stays one, whoever calls it otherwise. Case does not make another groep.
    /// </summary>
    /// <param name="vestiging">Its vestiging.</param>
    /// <param name="naam">Its name.</param>
    /// <param name="soort">Its kind.</param>
    /// <param name="leerjaar">The leerjaar of a pupil in it; null when not known, or for a docent.</param>
    public Groepsleutel Add(Vestigingsnummer vestiging, string naam, Groepsoort soort, int? leerjaar)
    {
        var sleutel = new Groepsleutel(vestiging, naam.ToUpperInvariant());
        if (!_groepen.TryGetValue(sleutel, out var groep))
        {
            _groepen[sleutel] = groep = new Groep(naam);
        }

        groep.IsStamgroep |= soort == Groepsoort.Stamgroep;
        if (leerjaar is { } jaar)
        {
            groep.Leerjaren.Add(jaar);
        }

        return sleutel;
    }

    /// <summary>Whether somebody is in it as in a stamgroep.</summary>
    public bool IsStamgroep(Groepsleutel sleutel) => _groepen[sleutel].IsStamgroep;

    /// <summary>The key as Numo keeps it, with the name as it was written first.</summary>
    public Groepsleutel ToSleutel(Groepsleutel sleutel) => sleutel with { Key = _groepen[sleutel].Naam };

    /// <summary>All groepen, by key.</summary>
    public IReadOnlyList<GroepGegevens> ToGroepen() =>
    [
        .. _groepen
            .Select(g => new GroepGegevens(
                ToSleutel(g.Key),
                g.Value.IsStamgroep ? Groepsoort.Stamgroep : Groepsoort.Samengesteld,
                g.Value.Naam,
                g.Value.Leerjaren.Count == 1 ? g.Value.Leerjaren.Single() : null))
            .OrderBy(g => g.Sleutel),
    ];

    private sealed class Groep(string naam)
    {
        public string Naam => naam;

        public bool IsStamgroep { get; set; }

        public HashSet<int> Leerjaren { get; } = [];
    }
}
