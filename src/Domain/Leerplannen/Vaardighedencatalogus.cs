using System.Collections.Frozen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>All vaardigheden, checked as a whole when it is made. Never changes: another version is another catalogue.
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

    /// <summary>Makes a catalogue of rows.</summary>
    /// <returns>The catalogue, or <see cref="CatalogusOngeldig"/> with every row that is wrong.</returns>
    public static Result<Vaardighedencatalogus> Create(IReadOnlyList<Vaardigheidrij> rijen) =>
        Cataloguscontrole.Read(rijen).Map(vaardigheden => new Vaardighedencatalogus(vaardigheden));

    /// <summary>The vaardigheid with this code, to the letter; null when there is none.</summary>
    public Vaardigheid? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The vaardigheden that have this one among their voorwaarden.</summary>
    public IEnumerable<Vaardigheid> Afhankelijken(string code) => _afhankelijken[code];
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
