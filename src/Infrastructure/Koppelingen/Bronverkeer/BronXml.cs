using System.Buffers;
using System.Xml;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer.Repair;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// Opens answers as XML without trusting them: no DTD, no outside entities, capped in size and depth; and mended where
/// their meaning is plain (<see cref="XmlRepairReader"/>).
/// </summary>
internal static class BronXml
{
    /// <summary>Elements nested deeper than this are no answer of any source that we know.</summary>
    public const int MaxDepth = 64;

    /// <summary>How large an answer may be unless configured otherwise, in bytes.</summary>
    public const long DefaultMaxBytes = 64 * 1024 * 1024;

    private static readonly SearchValues<byte> NotYetText =
        SearchValues.Create([0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0xC2, 0xC3, 0xAF, 0x00, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20]);

    private const int Childless = -1;
    private const int BufferSize = 8 * 1024;

    /// <summary>
    /// Reads one answer to its last byte. Whatever is wrong with it becomes an error; only the caller's own
    /// cancellation is thrown.
    /// </summary>
    public static Result<T> Read<T>(
        Stream source, string bron, long maxBytes, Naamtabel names, Func<XmlReader, BronLezing, Result<T>> read,
        CancellationToken ct)
    {
        using var answer = new BegrensdeStream(source, bron, maxBytes, ct);
        try
        {
            return StartsAsXml(answer.Peek())
                ? ReadXml(answer, bron, names, read)
                : Bronfouten.OngeldigeXml(bron, 1, 1);
        }
        catch (Bronuitzondering e)
        {
            return e.Fout;
        }
        catch (AnswerLimitException e)
        {
            return Bronfouten.BuitenMaat(bron, e.Limit);
        }
        catch (InvalidDataException)
        {
            return Bronfouten.CompressieOngeldig(bron);
        }
        catch (IOException)
        {
            return Bronfouten.VerbindingVerbroken(bron);
        }
    }

    private static Result<T> ReadXml<T>(
        BegrensdeStream answer, string bron, Naamtabel names, Func<XmlReader, BronLezing, Result<T>> read)
    {
        using var bytes = new StreamReader(
            answer, Tekencodering.Detect(answer.Peek()), true, BufferSize, leaveOpen: true);
        using var text = new XmlRepairReader(bytes);
        try
        {
            using var reader = Open(text, names);
            return read(reader, new BronLezing(answer, text.Repairs));
        }
        catch (XmlException e)
        {
            // At the end of the text the only thing that XmlReader can miss is the rest of the answer.
            var (line, position) = text.Repairs.ToSource(e.LineNumber, e.LinePosition);
            return text.Ended ? Bronfouten.Afgekapt(bron) : Bronfouten.OngeldigeXml(bron, line, position);
        }
    }

    // After a byte order mark and spaces, in whatever encoding, an answer begins with '<'; an empty one is cut off.
    private static bool StartsAsXml(ReadOnlySpan<byte> head)
    {
        var first = head.IndexOfAnyExcept(NotYetText);
        return first < 0 || head[first] == (byte)'<';
    }

    /// <summary>Opens a text that stands inside an answer, under the same rules.</summary>
    public static XmlReader OpenText(string text) =>
        Open(new XmlRepairReader(new StringReader(text)), new Naamtabel());

    private static XmlReader Open(TextReader text, Naamtabel names) => XmlReader.Create(text, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
        NameTable = names,
    });

    /// <summary>Moves to the next node of an answer, within its limits; false at the end.</summary>
    public static bool ReadNode(this XmlReader reader)
    {
        ((Naamtabel)reader.NameTable).BeginNode();
        return reader.Read();
    }

    /// <summary>Starts on the children of the current element: what <see cref="NextChild"/> needs to know.</summary>
    public static int Enter(this XmlReader reader) => reader.IsEmptyElement ? Childless : reader.Depth;

    /// <summary>
    /// Moves to the next element within the element that was entered at <paramref name="depth"/>; false at its end. The
    /// element that was found before must have been read or skipped.
    /// </summary>
    public static bool NextChild(this XmlReader reader, int depth)
    {
        if (depth == Childless)
        {
            return false;
        }

        while (reader.ReadNode())
        {
            var type = reader.NodeType;
            if (type == XmlNodeType.Element)
            {
                return true;
            }

            if (type == XmlNodeType.EndElement && reader.Depth == depth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Passes over an element. Its texts are never made into strings.</summary>
    public static void SkipElement(this XmlReader reader, string bron)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.ReadNode() && (reader.NodeType != XmlNodeType.EndElement || reader.Depth != depth))
        {
            if (reader.Depth > MaxDepth)
            {
                throw new Bronuitzondering(Bronfouten.AntwoordTeDiep(bron));
            }
        }
    }

    /// <summary>The text of an element, trimmed; elements within it are passed over.</summary>
    public static string ReadText(this XmlReader reader, string bron)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = default(ElementText);
        while (reader.ReadNode() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                reader.SkipElement(bron);
            }
            else
            {
                text.Add(reader.Value);
            }
        }

        return text.ToString().Trim();
    }
}
