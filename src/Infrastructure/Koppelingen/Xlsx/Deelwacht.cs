using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>
/// Walks through a part of a workbook before its library does, and holds nothing of it: the library has a cell's text,
/// all cells of a row and all merged ranges in memory, however many the part has.
/// </summary>
internal sealed class Deelwacht(CancellationToken ct)
{
    /// <summary>As many as a sheet can have.</summary>
    public const int MostColumns = 16_384;

    /// <summary>As many as a cell can have.</summary>
    public const int MostCharacters = 32_767;

    private const int MostRows = 1_048_576;
    private const int MostMerges = 100_000;
    private const int MostDepth = 64;
    private const int Step = 256;

    private readonly char[] _buffer = new char[4096];
    private int _rows;
    private int _cells;
    private int _merges;
    private int _characters;

    /// <summary>The depth of the text in pieces that is read; beyond all when there is none.</summary>
    private int _pieces = int.MaxValue;

    /// <summary>Whether a part keeps within what a sheet can have.</summary>
    public static bool Fits(ZipArchiveEntry deel, CancellationToken ct)
    {
        try
        {
            using var tekst = new Markeringwacht(new StreamReader(deel.Open(), Encoding.UTF8));
            using var xml = XmlReader.Create(tekst, Werkmapdelen.Settings);
            return new Deelwacht(ct).Fits(xml);
        }
        catch (MarkeringTeGrootException)
        {
            return false;
        }
    }

    private bool Fits(XmlReader xml)
    {
        for (var node = 0; xml.Read(); node++)
        {
            if (node % Step == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            if (xml.Depth > MostDepth || !NodeFits(xml))
            {
                return false;
            }
        }

        return true;
    }

    private bool NodeFits(XmlReader xml) => xml.NodeType switch
    {
        XmlNodeType.Element => ElementFits(xml),
        XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace =>
            TextFits(xml),
        _ => true,
    };

    private bool ElementFits(XmlReader xml)
    {
        if (xml.Depth <= _pieces)
        {
            _characters = 0;
            _pieces = xml.LocalName is "si" or "is" ? xml.Depth : int.MaxValue;
        }

        switch (xml.LocalName)
        {
            case "row":
                _cells = 0;
                return ++_rows <= MostRows && RowFits(xml.GetAttribute("r"));
            case "c":
                return ++_cells <= MostColumns && ReferenceFits(xml.GetAttribute("r"));
            case "mergeCell":
                return ++_merges <= MostMerges && ReferenceFits(xml.GetAttribute("ref"));
            case "dimension":
                return ReferenceFits(xml.GetAttribute("ref"));
            default:
                return true;
        }
    }

    private bool TextFits(XmlReader xml)
    {
        for (int read; (read = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            _characters += read;
            if (_characters > MostCharacters)
            {
                return false;
            }
        }

        return true;
    }

    // What is no number is not known to be too large; the library says what it makes of it.
    private static bool RowFits(ReadOnlySpan<char> number) =>
        number.Length <= 32
        && (!long.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var row) || row <= MostRows);

    // A1, or A1:B2.
    private static bool ReferenceFits(ReadOnlySpan<char> reference)
    {
        if (reference.Length > 64)
        {
            return false;
        }

        foreach (var range in reference.Split(':'))
        {
            var cell = reference[range];
            var (column, letters) = (0, 0);
            while (letters < cell.Length && char.IsAsciiLetter(cell[letters]))
            {
                column = (column * 26) + (cell[letters++] & 0x1F);
                if (column > MostColumns)
                {
                    return false;
                }
            }

            if (!RowFits(cell[letters..]))
            {
                return false;
            }
        }

        return true;
    }
}
