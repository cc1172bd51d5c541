namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>What replacing the catalogue by another does.</summary>
/// <param name="Nieuw">Vaardigheden that come.</param>
/// <param name="Gewijzigd">Vaardigheden that stay and say something else, as they are after; also those that come back.
/// </param>
/// <param name="Vervallen">Vaardigheden that go but are in use: they are retired.</param>
/// <param name="Verwijderd">Vaardigheden that go, and that nobody uses.</param>
/// <param name="Ongewijzigd">The number that stay as they are.</param>
public sealed record Cataloguswijziging(
    IReadOnlyList<Vaardigheid> Nieuw,
    IReadOnlyList<Vaardigheid> Gewijzigd,
    IReadOnlyList<Vaardigheid> Vervallen,
    IReadOnlyList<Vaardigheid> Verwijderd,
    int Ongewijzigd)
{
    /// <summary>Whether there is anything to write.</summary>
    public bool IsLeeg => Nieuw.Count + Gewijzigd.Count + Vervallen.Count + Verwijderd.Count == 0;

    /// <summary>Compares two catalogues.</summary>
    /// <param name="oud">The catalogue as it is.</param>
    /// <param name="nieuw">The catalogue that takes its place; it has no retired vaardigheden.</param>
    /// <param name="inGebruik">The codes that a leerplan of some school names, in whatever school year.</param>
    public static Cataloguswijziging Compare(
        Vaardighedencatalogus oud, Vaardighedencatalogus nieuw, IReadOnlySet<string> inGebruik)
    {
        var gaan = oud.All.Where(v => nieuw.Find(v.Code) is null).ToLookup(v => inGebruik.Contains(v.Code));
        var blijven = nieuw.All.Where(v => oud.Find(v.Code) is not null).ToLookup(v => v.Equals(oud.Find(v.Code)));
        return new Cataloguswijziging(
            [.. nieuw.All.Where(v => oud.Find(v.Code) is null)],
            [.. blijven[false]],

            // Without voorwaarden: those may be gone as well.
            [.. gaan[true].Where(v => !v.Vervallen).Select(v => v with { Vervallen = true, Voorwaarden = [] })],
            [.. gaan[false]],
            blijven[true].Count() + gaan[true].Count(v => v.Vervallen));
    }
}
