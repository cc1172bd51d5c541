using System.IO.Compression;
using System.Xml;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>
/// Looks at a workbook before it is opened: how much it unpacks to is measured, not believed, and one that unpacks to
/// more than is read is refused, as is one that has more in a part than a sheet can have.
/// </summary>
internal sealed class Werkmapwacht(int maxBytes)
{
    private const int MostParts = 1000;

    /// <summary>Text of XML packs well; no list of people packs better than this.</summary>
    private const int LargestRatio = 250;

    /// <summary>So little says nothing of how well it packs.</summary>
    private const int Little = 1024 * 1024;
    private const int Buffer = 64 * 1024;

    /// <summary>All parts together, unpacked. Of a sheet one row at a time is in memory, which has its own limit.</summary>
    private long MostUnpacked => 16L * maxBytes;

    /// <summary>A part that is in memory as a whole: the texts, the formats and the list of sheets.</summary>
    private long MostInMemory => 2L * maxBytes;

    /// <summary>The sheets, in the order of the workbook.</summary>
    public Result<IReadOnlyList<Werkblad>> Check(byte[] inhoud, CancellationToken ct)
    {
        try
        {
            using var archief = new ZipArchive(new MemoryStream(inhoud, writable: false), ZipArchiveMode.Read);
            return archief.Entries.Count > MostParts ? XlsxErrors.TeGroot
                : archief.GetEntry(Werkmapdelen.Workbook) is null ? XlsxErrors.AnderFormaat
                : !Fits(archief, ct) || !PartsFit(archief, ct) ? XlsxErrors.TeGroot
                : Werkmapdelen.ReadSheets(archief) is { Count: > 0 } bladen ? bladen
                : XlsxErrors.Beschadigd;
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException
            or NotSupportedException)
        {
            return XlsxErrors.Beschadigd;
        }
    }

    // All sheets: the library passes by those before the one that is read.
    private static bool PartsFit(ZipArchive archief, CancellationToken ct)
    {
        var delen = Werkmapdelen.ReadParts(archief);
        return archief.Entries
            .Where(deel => Werkmapdelen.IsRead(deel.FullName, delen))
            .All(deel => Deelwacht.Fits(deel, ct));
    }

    private bool Fits(ZipArchive archief, CancellationToken ct)
    {
        var (buffer, left) = (new byte[Buffer], MostUnpacked);
        foreach (var deel in archief.Entries)
        {
            var isSheet = deel.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
            var most = Math.Min(left, isSheet ? MostUnpacked : MostInMemory);
            most = Math.Min(most, Math.Max(Little, (long)LargestRatio * deel.CompressedLength));
            using var inhoud = deel.Open();
            for (int read; (read = inhoud.Read(buffer)) > 0;)
            {
                ct.ThrowIfCancellationRequested();
                (most, left) = (most - read, left - read);
                if (most < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
