using System.Collections.Frozen;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>One row of the national table.</summary>
/// <param name="Code">Four digits, with leading zeros.</param>
/// <param name="Opleiding">The opleiding that the code stands for.</param>
/// <param name="Leerjaren">The leerjaren in which the code is legal, ascending; some or all of the opleiding's.</param>
public sealed record Elementcode(string Code, Opleiding Opleiding, IReadOnlyList<int> Leerjaren);

/// <summary>
/// The national elementcodetabel (also: ILT code, erkende opleidingscode) of secondary education. Codes and leerjaren
/// are those of the Regeling codetabellen, school- en studiejaar 2015-2016 (BWBR0036964). A code that came later is not
/// in it, and stays unknown.
/// </summary>
public static class Elementcodetabel
{
    private const string Bestand = "Kurve.Numo.Domain.Opleidingen.elementcodetabel.csv";
    private const int Codelengte = 4;

    private static readonly FrozenDictionary<string, Elementcode> Rijen =
        Load().ToFrozenDictionary(rij => rij.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Elementcode>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Rijen.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every row, in no particular order.</summary>
    public static IReadOnlyList<Elementcode> All => Rijen.Values;

    /// <summary>
    /// The row of a code; null when the table has none. Three digits are a code that lost its leading zero on the way
    /// (a number in a spreadsheet); fewer are not repaired, for they may as well be a class or a leerjaar.
    /// </summary>
    /// <param name="code">Digits only, such as <c>0150</c> or <c>150</c>.</param>
    public static Elementcode? Find(ReadOnlySpan<char> code)
    {
        if (code.Length == Codelengte - 1)
        {
            return BySpan.TryGetValue(['0', .. code], out var hersteld) ? hersteld : null;
        }

        return BySpan.TryGetValue(code, out var rij) ? rij : null;
    }

    private static IEnumerable<Elementcode> Load()
    {
        using var stream = typeof(Elementcodetabel).Assembly.GetManifestResourceStream(Bestand)
            ?? throw new InvalidOperationException($"The assembly does not hold {Bestand}.");
        using var reader = new StreamReader(stream);
        var leerjaren = new Dictionary<string, int[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } regel)
        {
            if (char.IsAsciiDigit(regel[0]))
            {
                yield return Parse(regel, leerjaren);
            }
        }
    }

    private static Elementcode Parse(string regel, Dictionary<string, int[]> leerjaren)
    {
        var velden = regel.Split(';');
        var opleiding = Opleidingscatalogus.Find(velden[1])
            ?? throw new InvalidOperationException($"Elementcode {velden[0]} names no known opleiding: {velden[1]}.");
        if (!leerjaren.TryGetValue(velden[2], out var jaren))
        {
            // Hundreds of rows share a handful of lists.
            leerjaren[velden[2]] = jaren = [.. velden[2].Select(cijfer => cijfer - '0')];
        }

        return new Elementcode(velden[0], opleiding, jaren);
    }
}
