using System.Collections.Immutable;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// Recognises groepen by name, since a file has no keys of them: 1A of a file is the 1A that Magister delivered under a
/// key of its own. And what a file cannot tell of is left as it is, for absent is not empty: groepen that it has no
/// column of, and those without people in them, since a file names a groep by its people only.
/// </summary>
public static class Groepsherkenning
{
    /// <summary>The delivery with the keys by which Numo knows its groepen.</summary>
    /// <param name="aanlevering">A delivery of a file; another one stays as it is.</param>
    /// <param name="stand">What Numo has of the school, with the groepen of the school year.</param>
    public static Aanlevering Match(Aanlevering aanlevering, Schoolstand stand)
    {
        if (aanlevering.Csv is not { } rapport)
        {
            return aanlevering;
        }

        var bekend = stand.Groepen;
        var byNaam = bekend.ToLookup(g => (g.Gegevens.Sleutel.Vestiging, g.Gegevens.Naam.ToUpperInvariant()));
        var sleutels = aanlevering.Groepen.ToDictionary(
            g => g.Sleutel, g => Recognise(g, byNaam[(g.Sleutel.Vestiging, g.Naam.ToUpperInvariant())]));
        var groepen = Keep(aanlevering, bekend, sleutels);
        var delivered = groepen.Select(g => g.Sleutel).ToHashSet();
        var verteld = FindTold(aanlevering, stand);
        var leerlingen = Accountbehoud<LeerlingGegevens>.Keep(
            [.. aanlevering.Leerlingen.Select(l => l with { Gegevens = Rename(l.Gegevens, sleutels) })],
            stand.Leerlingen,
            Of(aanlevering, Persoonssoort.Leerling));
        var docenten = Accountbehoud<DocentGegevens>.Keep(
            [
                .. aanlevering.Docenten.Select(d => d with
                {
                    Gegevens = d.Gegevens with { Groepen = Rename(d.Gegevens.Groepen, sleutels) },
                }),
            ],
            stand.Docenten,
            Of(aanlevering, Persoonssoort.Docent));
        verteld.ExceptWith(Groepsbehoud.Find(leerlingen, docenten, stand));
        groepen.AddRange(bekend
            .Where(g => g.Status == Accountstatus.Actief && !delivered.Contains(g.Gegevens.Sleutel))
            .Where(g => !IsDelivered(rapport, g.Gegevens.Soort) || !verteld.Contains(g.Gegevens.Sleutel))
            .Select(g => g.Gegevens));
        return aanlevering with
        {
            Groepen = groepen,
            Leerlingen = leerlingen,
            Docenten = docenten,
        };
    }

    /// <summary>
    /// The groepen that somebody is in. One that only rejected rows name is not made, for its name may be damaged; one
    /// that Numo has stays as it is.
    /// </summary>
    private static List<GroepGegevens> Keep(
        Aanlevering aanlevering,
        IReadOnlyList<Groep> bekend,
        Dictionary<Groepsleutel, (Groepsleutel Sleutel, string Naam)> sleutels)
    {
        var known = bekend.ToDictionary(g => g.Gegevens.Sleutel);
        var vanLeerlingen = aanlevering.Leerlingen
            .Where(l => l.Afkeuring is null)
            .SelectMany(l => l.Gegevens.Stamgroep is { } eigen ? l.Gegevens.Groepen.Add(eigen) : l.Gegevens.Groepen)
            .ToHashSet();
        var vanDocenten = aanlevering.Docenten
            .Where(d => d.Afkeuring is null)
            .SelectMany(d => d.Gegevens.Groepen)
            .ToHashSet();
        var kept = new List<GroepGegevens>();
        foreach (var groep in aanlevering.Groepen)
        {
            var (sleutel, naam) = sleutels[groep.Sleutel];
            var zoals = known.GetValueOrDefault(sleutel);
            if (vanLeerlingen.Contains(groep.Sleutel))
            {
                kept.Add(groep with { Sleutel = sleutel, Naam = naam, Leerjaar = LeerjaarOf(groep, zoals?.Gegevens) });
            }
            else if (vanDocenten.Contains(groep.Sleutel))
            {
                // A docent does not tell which kind it is.
                kept.Add(zoals?.Gegevens ?? groep with { Sleutel = sleutel, Naam = naam });
            }
            else if (zoals is { Status: Accountstatus.Actief })
            {
                kept.Add(zoals.Gegevens);
            }
        }

        return kept;
    }

    // A file has the leerjaar of pupils: a class is theirs, and of a cluster they say nothing.
    private static int? LeerjaarOf(GroepGegevens groep, GroepGegevens? bekend) =>
        bekend is { Soort: Groepsoort.Samengesteld } ? bekend.Leerjaar : groep.Leerjaar ?? bekend?.Leerjaar;

    private static Csvtwijfel[] Of(Aanlevering aanlevering, Persoonssoort soort) =>
        [.. aanlevering.Twijfels.Where(t => t.Soort == soort)];

    /// <summary>The groepen with people in them, all of whom are of a kind that was delivered.</summary>
    private static HashSet<Groepsleutel> FindTold(Aanlevering aanlevering, Schoolstand stand)
    {
        var vanDocenten = stand.Docenten
            .Where(d => d.Status == Accountstatus.Actief)
            .SelectMany(d => d.Gegevens.Groepen)
            .ToLookup(g => aanlevering.Bereik.Docenten.Contains(g.Vestiging));
        var verteld = stand.Leerlingen
            .Where(l => l.Status == Accountstatus.Actief)
            .SelectMany(l => l.Gegevens.Stamgroep is { } eigen ? l.Gegevens.Groepen.Add(eigen) : l.Gegevens.Groepen)
            .Concat(vanDocenten[true])
            .ToHashSet();
        verteld.ExceptWith(vanDocenten[false]);
        return verteld;
    }

    // Of several with the name, the one of the same kind that is active, then the first by key.
    private static (Groepsleutel Sleutel, string Naam) Recognise(GroepGegevens groep, IEnumerable<Groep> gelijknamig) =>
        gelijknamig
            .OrderByDescending(g => g.Gegevens.Soort == groep.Soort)
            .ThenBy(g => g.Status)
            .ThenBy(g => g.Gegevens.Sleutel)
            .Select(g => (g.Gegevens.Sleutel, g.Gegevens.Naam))
            .FirstOrDefault((groep.Sleutel, groep.Naam));

    private static bool IsDelivered(Csvrapport rapport, Groepsoort soort) =>
        rapport.Has(soort == Groepsoort.Stamgroep ? Csvkolom.Stamgroep : Csvkolom.Groepen);

    private static LeerlingGegevens Rename(
        LeerlingGegevens leerling, Dictionary<Groepsleutel, (Groepsleutel Sleutel, string Naam)> sleutels) => leerling with
        {
            Stamgroep = leerling.Stamgroep is { } stamgroep ? sleutels[stamgroep].Sleutel : null,
            Groepen = Rename(leerling.Groepen, sleutels),
        };

    private static ImmutableArray<Groepsleutel> Rename(
        ImmutableArray<Groepsleutel> groepen, Dictionary<Groepsleutel, (Groepsleutel Sleutel, string Naam)> sleutels) =>
        groepen.IsEmpty ? groepen : [.. groepen.Select(g => sleutels[g].Sleutel).Distinct().Order()];
}
