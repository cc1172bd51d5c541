using System.Collections.Frozen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>One row of the national elementcodetabel (also: ILT code, erkende opleidingscode).</summary>
/// <param name="Code">Four digits, with leading zeros.</param>
/// <param name="Opleiding">The opleiding that the code stands for.</param>
/// <param name="Leerjaren">The leerjaren in which the code is legal, ascending; some or all of the opleiding's.</param>
public sealed record Elementcode(string Code, Opleiding Opleiding, IReadOnlyList<int> Leerjaren);

/// <summary>
/// The opleidingen that Numo knows, and the national table of elementcodes that stand for them. Data of one version,
/// checked as a whole when it is made; never changes while the process runs.
/// </summary>
public sealed class Opleidingscatalogus
{
    private readonly FrozenDictionary<string, Opleiding> _opleidingen;
    private readonly FrozenDictionary<string, Elementcode> _elementcodes;

    private Opleidingscatalogus(IReadOnlyList<Opleiding> opleidingen, IReadOnlyList<Elementcode> elementcodes)
    {
        (All, Elementcodes) = (opleidingen, elementcodes);
        _opleidingen = opleidingen.ToFrozenDictionary(o => o.Code, StringComparer.Ordinal);
        _elementcodes = elementcodes.ToFrozenDictionary(e => e.Code, StringComparer.Ordinal);
    }

    /// <summary>
    /// Every opleiding: VO from praktijkonderwijs up to vwo, the mixed levels between those they mix, then MBO.
    /// </summary>
    public IReadOnlyList<Opleiding> All { get; }

    /// <summary>Every row of the national table, by code.</summary>
    public IReadOnlyList<Elementcode> Elementcodes { get; }

    /// <summary>Makes a catalogue of stored rows.</summary>
    /// <param name="opleidingen">The opleidingen, in order.</param>
    /// <param name="elementcodes">The national table.</param>
    /// <returns>The catalogue, or <see cref="CatalogusOngeldig"/> that names the first row that is wrong.</returns>
    public static Result<Opleidingscatalogus> Create(
        IEnumerable<Opleidingrij> opleidingen, IEnumerable<Elementcoderij> elementcodes)
    {
        var byCode = new OrderedDictionary<string, Opleiding>(StringComparer.Ordinal);
        foreach (var rij in opleidingen)
        {
            var opleiding = rij.Read();
            if (!opleiding.IsOk)
            {
                return opleiding.Error;
            }

            if (!byCode.TryAdd(rij.Code, opleiding.Value))
            {
                return new CatalogusOngeldig(rij.Code, "the code occurs twice");
            }
        }

        var codes = new OrderedDictionary<string, Elementcode>(StringComparer.Ordinal);
        foreach (var rij in elementcodes)
        {
            var elementcode = rij.Read(byCode);
            if (!elementcode.IsOk)
            {
                return elementcode.Error;
            }

            if (!codes.TryAdd(rij.Code, elementcode.Value))
            {
                return new CatalogusOngeldig(rij.Code, "the code occurs twice");
            }
        }

        return new Opleidingscatalogus([.. byCode.Values], [.. codes.Values]);
    }

    /// <summary>The opleiding with this code, to the letter; null when there is none.</summary>
    /// <param name="code">Such as <c>VMBO_TL</c>.</param>
    public Opleiding? Find(string? code) => code is null ? null : _opleidingen.GetValueOrDefault(code);

    /// <summary>The row of an elementcode of four digits; null when the national table has none.</summary>
    /// <param name="code">Such as <c>0300</c>.</param>
    public Elementcode? FindElementcode(string code) => _elementcodes.GetValueOrDefault(code);
}

/// <summary>A row that the catalogue cannot be made of: its data file is wrong.</summary>
public sealed record CatalogusOngeldig(string Rij, string Reden)
    : Error(ErrorKind.Internal, "CATALOGUS_ONGELDIG", $"Catalogue of opleidingen, row {Rij}: {Reden}.");
