using System.IO.Compression;
using System.Xml;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Naam">Its name.</param>
/// <param name="IsVerborgen">Whether people do not see it.</param>
/// <param name="Deel">The part of the archive that holds it; null when that is not known.</param>
internal sealed record Werkblad(string Naam, bool IsVerborgen, string? Deel);

/// <summary>Reads from the parts of a workbook what its library does not tell.</summary>
internal static class Werkmapdelen
{
    /// <summary>The part that lists the sheets.</summary>
    public const string Workbook = "xl/workbook.xml";

    private const string RelationsOfWorkbook = "xl/_rels/workbook.xml.rels";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const int MostSheets = 200;

    /// <summary>Nothing from outside, and no entities of its own.</summary>
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
    };

    /// <summary>The sheets, in the order of the workbook.</summary>
    public static List<Werkblad> ReadSheets(ZipArchive archief)
    {
        var delen = ReadTargets(archief);
        var bladen = new List<Werkblad>();
        foreach (var xml in Elements(archief.GetEntry(Workbook), "sheet"))
        {
            if (bladen.Count < MostSheets && xml.GetAttribute("name") is { } naam)
            {
                var id = xml.GetAttribute("id", Relations) ?? xml.GetAttribute("id", StrictRelations) ?? "";
                bladen.Add(new Werkblad(
                    naam, xml.GetAttribute("state") is "hidden" or "veryHidden", delen.GetValueOrDefault(id)));
            }
        }

        return bladen;
    }

    /// <summary>The names of the parts that the workbook refers to.</summary>
    public static HashSet<string> ReadParts(ZipArchive archief) =>
        ReadTargets(archief).Values.Select(Normalize).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the library reads a part: the workbook, and what belongs to it by reference or by name.</summary>
    public static bool IsRead(string naam, IReadOnlySet<string> delen)
    {
        var deel = Normalize(naam);
        return delen.Contains(deel)
            || string.Equals(deel, Workbook, StringComparison.OrdinalIgnoreCase)
            || string.Equals(deel, "xl/sharedStrings.xml", StringComparison.OrdinalIgnoreCase)
            || string.Equals(deel, "xl/styles.xml", StringComparison.OrdinalIgnoreCase)
            || (deel.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                && deel.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
    }

    private static string Normalize(string naam) => naam.Replace('\\', '/').TrimStart('/');

    private static Dictionary<string, string> ReadTargets(ZipArchive archief)
    {
        var delen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var xml in Elements(archief.GetEntry(RelationsOfWorkbook), "Relationship"))
        {
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } deel)
            {
                delen[id] = deel is ['/', ..] ? deel[1..] : $"xl/{deel}";
            }
        }

        return delen;
    }

    private static IEnumerable<XmlReader> Elements(ZipArchiveEntry? deel, string naam)
    {
        if (deel is null)
        {
            yield break;
        }

        using var xml = XmlReader.Create(deel.Open(), Settings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && string.Equals(xml.LocalName, naam, StringComparison.Ordinal))
            {
                yield return xml;
            }
        }
    }
}
