using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>
/// Takes a workbook apart: one sheet, in the rows and fields that CSV gives, so that every rule of CSV holds. Of a
/// formula the value counts that was calculated last; nothing is calculated here. Memory is bounded by the texts and
/// formats of the workbook, one row, the merged ranges and the rows that are kept: <see cref="Werkmapwacht"/> and
/// <see cref="Deelwacht"/> limit each of them before the library opens the workbook.
/// </summary>
internal sealed class Xlsxlezer(Uploadgrenzen grenzen)
{
    private const int MostColumns = 500;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>How often the reading looks whether it must stop.</summary>
    private const int Step = 256;

    static Xlsxlezer() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a sheet.</summary>
    /// <param name="inhoud">The workbook.</param>
    /// <param name="blad">The name of the sheet, or its number from 1; null for the first that people see.</param>
    /// <param name="ct">Stops the reading.</param>
    public Result<Csvblad> Read(byte[] inhoud, string? blad, CancellationToken ct)
    {
        var bladen = new Werkmapwacht(grenzen.MaxBytes).Check(inhoud, ct);
        return bladen.Then(known => Choose(known, blad).Then(chosen => Open(inhoud, known, chosen, blad is null, ct)));
    }

    private static Result<Werkblad> Choose(IReadOnlyList<Werkblad> bladen, string? gevraagd)
    {
        if (string.IsNullOrWhiteSpace(gevraagd))
        {
            return bladen.FirstOrDefault(b => !b.IsVerborgen) ?? bladen[0];
        }

        var naam = gevraagd.Trim();
        return bladen.FirstOrDefault(b => string.Equals(b.Naam.Trim(), naam, StringComparison.OrdinalIgnoreCase))
            ?? (int.TryParse(naam, NumberStyles.None, Invariant, out var nummer)
                && nummer >= 1 && nummer <= bladen.Count
                ? bladen[nummer - 1]
                : (Result<Werkblad>)XlsxErrors.BladOnbekend(naam, [.. bladen.Select(b => b.Naam)]));
    }

    private Result<Csvblad> Open(
        byte[] inhoud, IReadOnlyList<Werkblad> bladen, Werkblad blad, bool isEerste, CancellationToken ct)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(inhoud, writable: false));
            while (!string.Equals(reader.Name, blad.Naam, StringComparison.Ordinal))
            {
                ct.ThrowIfCancellationRequested();
                if (!reader.NextResult())
                {
                    // A sheet that is a chart has no rows.
                    return XlsxErrors.BladLeeg(blad.Naam, Namen(bladen));
                }
            }

            var andere = Namen(bladen.Where(b => !b.IsVerborgen && b != blad));
            return ReadRows(reader, FindErrors(inhoud, blad, ct), ct).Then<Csvblad>(rijen => rijen.Regels.Count == 0
                ? XlsxErrors.BladLeeg(blad.Naam, Namen(bladen))
                : new Csvblad(
                    rijen.Regels,
                    "XLSX",
                    Scheidingsteken: ';',
                    rijen.Leeg,
                    [
                        .. isEerste && andere.Length > 0
                            ? [XlsxMeldingen.AlleenEersteBlad(blad.Naam, andere)]
                            : Array.Empty<Melding>(),
                        .. FindMerged(reader),
                    ],
                    Convert.ToHexStringLower(SHA256.HashData(inhoud)))
                {
                    Blad = blad.Naam,
                });
        }
        catch (Exception exception) when (exception is ExcelReaderException or InvalidDataException or XmlException
            or FormatException or OverflowException or ArgumentException
            or IndexOutOfRangeException or NullReferenceException)
        {
            // The library does not say what it throws of a part that is not as the standard has it.
            return XlsxErrors.Beschadigd;
        }
    }

    private static Dictionary<(int Rij, int Kolom), string> FindErrors(
        byte[] inhoud, Werkblad blad, CancellationToken ct)
    {
        using var archief = new ZipArchive(new MemoryStream(inhoud, writable: false), ZipArchiveMode.Read);
        return blad.Deel is { } deel && archief.GetEntry(deel) is { } entry ? Foutcellen.Find(entry.Open(), ct) : [];
    }

    private Result<(IReadOnlyList<Csvregel> Regels, int Leeg)> ReadRows(
        IExcelDataReader reader, Dictionary<(int Rij, int Kolom), string> fouten, CancellationToken ct)
    {
        var (regels, nummer) = (new List<Csvregel>(), 0);
        while (reader.Read())
        {
            if (nummer++ % Step == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            var velden = ReadRow(reader, nummer, fouten);
            if (velden.Count == 0)
            {
                continue;
            }

            regels.Add(new Csvregel(nummer, velden));
            if (regels.Count > grenzen.MaxRegels)
            {
                return CsvErrors.TeVeelRegels(grenzen.MaxRegels);
            }

            if (velden.Count > MostColumns)
            {
                return CsvErrors.TeVeelKolommen(nummer, velden.Count, MostColumns);
            }
        }

        // Empty rows behind the last are none.
        return (regels, regels.Count == 0 ? 0 : Math.Max(0, regels[^1].Nummer - regels.Count));
    }

    private static List<string> ReadRow(
        IExcelDataReader reader, int nummer, Dictionary<(int Rij, int Kolom), string> fouten)
    {
        var velden = new List<string>();
        for (var i = 0; i < reader.FieldCount && i <= MostColumns; i++)
        {
            if ((Cel(reader, i) ?? fouten.GetValueOrDefault((nummer, i))) is { Length: > 0 } waarde)
            {
                while (velden.Count < i)
                {
                    velden.Add("");
                }

                velden.Add(waarde);
            }
        }

        return velden;
    }

    private static string? Cel(IExcelDataReader reader, int i) => reader.GetValue(i) switch
    {
        null => null,
        string tekst => tekst,
        double getal => Celopmaak.Of(getal, reader.GetNumberFormatString(i)),
        int getal => Celopmaak.Of(getal, reader.GetNumberFormatString(i)),
        bool waar => waar ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } dag => dag.ToString("dd-MM-yyyy", Invariant),
        DateTime moment => moment.ToString("dd-MM-yyyy HH:mm:ss", Invariant),
        TimeSpan tijd => string.Create(Invariant, $"{(int)tijd.TotalHours}:{tijd.Minutes:00}:{tijd.Seconds:00}"),
        var ander => Convert.ToString(ander, Invariant),
    };

    private static IEnumerable<Melding> FindMerged(IExcelDataReader reader)
    {
        var aantal = reader.MergeCells?.Count(m => m.ToRow > m.FromRow) ?? 0;
        return aantal > 0 ? [XlsxMeldingen.SamengevoegdeCellen(aantal)] : [];
    }

    private static string[] Namen(IEnumerable<Werkblad> bladen) => [.. bladen.Select(b => b.Naam)];
}
