using System.Globalization;
using System.Xml;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>
/// Finds the cells of a sheet that hold an error, such as <c>#N/A</c>: the library gives them as empty, and an empty
/// cell takes a value away.
/// </summary>
internal static class Foutcellen
{
    /// <summary>The most error cells that are kept.</summary>
    private const int Most = 100_000;

    /// <summary>The errors, by row from 1 and column from 0.</summary>
    /// <param name="blad">The XML of the sheet.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Dictionary<(int Rij, int Kolom), string> Find(Stream blad, CancellationToken ct)
    {
        var found = new Dictionary<(int Rij, int Kolom), string>();
        var (rij, kolom) = (0, -1);
        using var xml = XmlReader.Create(blad, Werkmapdelen.Settings);
        while (found.Count < Most && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (string.Equals(xml.LocalName, "row", StringComparison.Ordinal))
            {
                ct.ThrowIfCancellationRequested();
                (rij, kolom) = (Read(xml.GetAttribute("r")) ?? rij + 1, -1);
            }
            else if (string.Equals(xml.LocalName, "c", StringComparison.Ordinal))
            {
                kolom = Column(xml.GetAttribute("r")) ?? kolom + 1;
                if (xml.GetAttribute("t") is "e" && !xml.IsEmptyElement && ReadValue(xml) is { Length: > 0 } fout)
                {
                    found[(rij, kolom)] = fout;
                }
            }
        }

        return found;
    }

    private static string? ReadValue(XmlReader cel)
    {
        string? waarde = null;
        var depth = cel.Depth;
        while (cel.Read() && cel.Depth > depth)
        {
            if (cel.NodeType == XmlNodeType.Text && waarde is null && cel.Value is ['#', ..])
            {
                waarde = cel.Value;
            }
        }

        return waarde;
    }

    private static int? Read(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;

    // BC12 is column 54.
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter))
            {
                break;
            }

            column = (column * 26) + (letter - 'A') + 1;
        }

        return column is > 0 and <= 16384 ? column - 1 : null;
    }
}
