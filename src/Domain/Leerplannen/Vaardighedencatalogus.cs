using System.Collections.Frozen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>
/// All vaardigheden, checked as a whole when it is made. Never changes: another version is another catalogue.
/// </summary>
public sealed class Vaardighedencatalogus
{
    private readonly FrozenDictionary<string, Vaardigheid> _byCode;
    private readonly ILookup<string, Vaardigheid> _afhankelijken;

    private Vaardighedencatalogus(IEnumerable<Vaardigheid> vaardigheden)
    {
        All =
        [
            .. vaardigheden
                .OrderBy(v => v.Vak)
                .ThenBy(v => Vakindeling.Domeinen(v.Vak).IndexOf(v.Domein))
                .ThenBy(v => v.Volgorde)
                .ThenBy(v => v.Code, StringComparer.Ordinal),
        ];
        _byCode = All.ToFrozenDictionary(v => v.Code, StringComparer.Ordinal);
        _afhankelijken = All
            .SelectMany(v => v.Voorwaarden.Select(voorwaarde => (voorwaarde, v)))
            .ToLookup(pair => pair.voorwaarde, pair => pair.v, StringComparer.Ordinal);
    }

    /// <summary>Every vaardigheid, retired ones too, by vak, domein and volgorde.</summary>
    public IReadOnlyList<Vaardigheid> All { get; }

    /// <summary>
    /// Where a vaardigheid stands: the number of its vak, the place of its domein, its order, and its code between equal
    /// ones. It says so by itself, so that a place can be found that nothing stands at any more.
    /// </summary>
    public static (int Vak, int Domein, int Volgorde, string Code) PlaceOf(Vaardigheid vaardigheid) => (
        (int)vaardigheid.Vak,
        Vakindeling.Domeinen(vaardigheid.Vak).IndexOf(vaardigheid.Domein),
        vaardigheid.Volgorde,
        vaardigheid.Code);

    /// <summary>All that stand after a place.</summary>
    public IEnumerable<Vaardigheid> After((int Vak, int Domein, int Volgorde, string Code) place) => All.SkipWhile(v =>
    {
        var (vak, domein, volgorde, code) = PlaceOf(v);
        var byNumbers = (vak, domein, volgorde).CompareTo((place.Vak, place.Domein, place.Volgorde));
        return byNumbers < 0 || (byNumbers == 0 && string.CompareOrdinal(code, place.Code) <= 0);
    });

    /// <summary>Makes a catalogue of rows.</summary>
    /// <returns>The catalogue, or <see cref="VaardighedenOngeldig"/> with every row that is wrong.</returns>
    public static Result<Vaardighedencatalogus> Create(IReadOnlyList<Vaardigheidrij> rijen) =>
        Cataloguscontrole.Read(rijen).Map(vaardigheden => new Vaardighedencatalogus(vaardigheden));

    /// <summary>The vaardigheid with this code, to the letter; null when there is none.</summary>
    public Vaardigheid? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The vaardigheden that have this one among their voorwaarden.</summary>
    public IEnumerable<Vaardigheid> Afhankelijken(string code) => _afhankelijken[code];
}

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

file static class Volgorde
{
    public static int IndexOf(this IReadOnlyList<Domein> domeinen, Domein domein)
    {
        for (var i = 0; i < domeinen.Count; i++)
        {
            if (domeinen[i] == domein)
            {
                return i;
            }
        }

        return domeinen.Count;
    }
}
