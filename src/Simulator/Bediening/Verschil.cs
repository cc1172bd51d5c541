using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Simulator.Bediening;

/// <summary>
/// The net difference between two days of a school, person by person, as it shows in the answers. Somebody who came and
/// left in between does not show, and is not counted.
/// </summary>
/// <param name="Brin">The school.</param>
/// <param name="From">The earlier day.</param>
/// <param name="To">The later day.</param>
/// <param name="Before">Pupils on the earlier day.</param>
/// <param name="After">Pupils on the later day.</param>
/// <param name="Joiners">Pupils who were never there before the later day.</param>
/// <param name="Returners">Pupils who had left before the earlier day and are back, with the keys they had.</param>
/// <param name="Leavers">Pupils who are no longer there.</param>
/// <param name="Movers">Pupils on both days, in another class.</param>
/// <param name="Renamed">Pupils on both days, with another name.</param>
/// <param name="Recoded">Pupils on both days, with another opleidingscode in the web service.</param>
/// <param name="Rekeyed">Pupils on both days, with another UWLR key; a lost ECK iD does not count, since nothing new is
/// said.</param>
/// <param name="Changed">Pupils on both days with one or more of these four.</param>
/// <param name="Unchanged">Pupils on both days with none of them.</param>
/// <param name="TeachersJoined">Teachers who came.</param>
/// <param name="TeachersLeft">Teachers who left.</param>
public sealed record Verschil(
    string Brin,
    int From,
    int To,
    int Before,
    int After,
    int Joiners,
    int Returners,
    int Leavers,
    int Movers,
    int Renamed,
    int Recoded,
    int Rekeyed,
    int Changed,
    int Unchanged,
    int TeachersJoined,
    int TeachersLeft)
{
    /// <summary>Compares two days.</summary>
    internal static Verschil Compare(string brin, Sleutels sleutels, Momentopname eerder, Momentopname later)
    {
        var toen = eerder.Leerlingen.ToDictionary(l => l.Nummer);
        var paren = later.Leerlingen.Where(l => toen.ContainsKey(l.Nummer))
            .Select(l => (Toen: toen[l.Nummer], Nu: l)).ToList();
        var nieuw = later.Leerlingen.Where(l => !toen.ContainsKey(l.Nummer)).ToList();
        var docentenToen = eerder.Docenten.Select(d => d.Nummer).ToHashSet();
        var docentenNu = later.Docenten.Select(d => d.Nummer).ToHashSet();
        var gewijzigd = paren.Count(p => Moved(p) || Renames(p) || Recodes(p) || Rekeys(p));
        return new Verschil(
            brin,
            eerder.Dag,
            later.Dag,
            eerder.Leerlingen.Count,
            later.Leerlingen.Count,
            nieuw.Count(l => l.EersteDag > eerder.Dag),
            nieuw.Count(l => l.EersteDag <= eerder.Dag),
            eerder.Leerlingen.Count - paren.Count,
            paren.Count(Moved),
            paren.Count(Renames),
            paren.Count(Recodes),
            paren.Count(Rekeys),
            gewijzigd,
            paren.Count - gewijzigd,
            docentenNu.Count(n => !docentenToen.Contains(n)),
            docentenToen.Count(n => !docentenNu.Contains(n)));

        // A code that no row of the web service carries changes unseen.
        bool Recodes((Leerling Toen, Leerling Nu) p) =>
            !string.Equals(p.Toen.Opleidingscode, p.Nu.Opleidingscode, StringComparison.Ordinal)
            && sleutels.RowCount(p.Nu.Nummer) > 0;

        bool Rekeys((Leerling Toen, Leerling Nu) p) => !string.Equals(
            sleutels.LeerlingKey(p.Toen.Nummer, p.Toen.Uitgifte),
            sleutels.LeerlingKey(p.Nu.Nummer, p.Nu.Uitgifte),
            StringComparison.Ordinal);
    }

    private static bool Moved((Leerling Toen, Leerling Nu) p) =>
        !string.Equals(p.Toen.Klas.Key, p.Nu.Klas.Key, StringComparison.Ordinal);

    private static bool Renames((Leerling Toen, Leerling Nu) p) => p.Toen.Naam != p.Nu.Naam;
}
