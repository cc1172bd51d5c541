using System.Collections.Immutable;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// Groepen that a source delivers under another key than the one by which Numo knows them: the school administration
/// made new keys, or the school began with files, in which a groep has no key but its name. Such a groep is recognised
/// by its name within the vestiging and the school year, when its old key is gone and the name is that of one groep
/// only. So it stays the same groep, with what the school set for it.
/// </summary>
internal sealed class Sleutelwissel
{
    private readonly Dictionary<GroepId, Groepsleutel> _nieuw = [];
    private readonly Dictionary<Groepsleutel, Groepsleutel> _naar = [];
    private readonly SortedSet<string> _namen = new(StringComparer.Ordinal);

    /// <summary>What the run has to say of it; null when no groep has another key.</summary>
    public Melding? Melding => _nieuw.Count == 0 ? null : Meldingen.GroepAndereSleutel(_nieuw.Count, _namen);

    /// <summary>Recognises groepen by name.</summary>
    /// <param name="current">What Numo has.</param>
    /// <param name="incoming">What was delivered.</param>
    public static Sleutelwissel Of(Schoolstand current, Aanlevering incoming)
    {
        var wissel = new Sleutelwissel();
        var known = current.Groepen.Select(g => g.Gegevens.Sleutel).ToHashSet();
        if (known.Count == 0 || incoming.Groepen.All(g => known.Contains(g.Sleutel)))
        {
            return wissel;
        }

        var delivered = Groepsplanner.Order(incoming.Groepen).DistinctBy(g => g.Sleutel).ToArray();
        var inUse = delivered.Select(g => g.Sleutel).Concat(FindNamed(incoming)).ToHashSet();
        wissel.Recognise(current.Groepen, delivered, IsGone, g => (g.Sleutel.Vestiging, Fold(g.Naam), g.Soort));

        // A file cannot tell the kind of a groep that it names for docenten only.
        wissel.Recognise(current.Groepen, delivered, IsGone, g => (g.Sleutel.Vestiging, Fold(g.Naam)));
        return wissel;

        bool IsGone(Groepsleutel sleutel) =>
            !inUse.Contains(sleutel) && incoming.Bereik.Groepen.Contains(sleutel.Vestiging);
    }

    /// <summary>A name in the form to compare by: case and spaces do not count.</summary>
    public static string Fold(string naam) =>
        SourceText.Of(naam).Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Whether a groep gets another key.</summary>
    public bool Has(GroepId groep) => _nieuw.ContainsKey(groep);

    /// <summary>What Numo has, as if it knew the groepen by the keys of now.</summary>
    public Schoolstand ApplyTo(Schoolstand stand) => _nieuw.Count == 0 ? stand : stand with
    {
        Groepen =
        [
            .. stand.Groepen.Select(g => g with { Gegevens = g.Gegevens with { Sleutel = Now(g.Gegevens.Sleutel) } }),
        ],
        Leerlingen =
        [
            .. stand.Leerlingen.Select(a => a with
            {
                Gegevens = a.Gegevens with
                {
                    Stamgroep = a.Gegevens.Stamgroep is { } stamgroep ? Now(stamgroep) : null,
                    Groepen = Now(a.Gegevens.Groepen),
                },
            }),
        ],
        Docenten =
        [
            .. stand.Docenten.Select(a => a with { Gegevens = a.Gegevens.WithGroepen(Now(a.Gegevens.Groepen)) }),
        ],
    };

    private static IEnumerable<Groepsleutel> FindNamed(Aanlevering incoming) => incoming.Leerlingen
        .Select(l => l.Gegevens)
        .SelectMany(l => l.Stamgroep is { } eigen ? l.Groepen.Add(eigen) : l.Groepen)
        .Concat(incoming.Docenten.SelectMany(d => d.Gegevens.Groepen));

    private void Recognise<TNaam>(
        IReadOnlyList<Groep> current,
        IReadOnlyList<GroepGegevens> delivered,
        Func<Groepsleutel, bool> isGone,
        Func<GroepGegevens, TNaam> naamOf)
    {
        var known = current.ToLookup(g => naamOf(g.Gegevens));
        var keys = current.Select(g => g.Gegevens.Sleutel).ToHashSet();
        foreach (var gelijknamig in delivered.GroupBy(naamOf))
        {
            if (gelijknamig.Skip(1).Any() || keys.Contains(gelijknamig.First().Sleutel)
                || _naar.ContainsValue(gelijknamig.First().Sleutel))
            {
                continue;
            }

            // Archived ones only count where none is active.
            var actief = known[gelijknamig.Key].ToLookup(g => g.Status == Accountstatus.Actief);
            Groep[] candidates = [.. actief[actief[true].Any()]];
            if (candidates is [var groep] && isGone(groep.Gegevens.Sleutel))
            {
                Add(groep, gelijknamig.First());
            }
        }
    }

    private void Add(Groep groep, GroepGegevens delivered)
    {
        if (_nieuw.TryAdd(groep.Id, delivered.Sleutel))
        {
            _naar.Add(groep.Gegevens.Sleutel, delivered.Sleutel);
            _namen.Add(delivered.Naam);
        }
    }

    private Groepsleutel Now(Groepsleutel sleutel) => _naar.GetValueOrDefault(sleutel, sleutel);

    private ImmutableArray<Groepsleutel> Now(ImmutableArray<Groepsleutel> groepen) =>
        groepen.Any(_naar.ContainsKey) ? [.. groepen.Select(Now).Order()] : groepen;
}
