using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>
/// Reads CSV in UTF-8: fields apart by <c>;</c>, a first line with the names of the columns, in any order and case; lines
/// that begin with <c>#</c> are comments. The data file of the first catalogue is one.
/// </summary>
internal sealed class Vaardighedenbestand : IVaardighedenbestand
{
    private const int MostRows = 10_000;
    private static readonly string[] Kolommen = ["code", "vak", "domein", "niveau", "volgorde", "naam", "voorwaarden"];

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        AllowComments = true,
        TrimOptions = TrimOptions.Trim,
        DetectColumnCountChanges = false,
        BadDataFound = null,
    };

    public Result<IReadOnlyList<Vaardigheidrij>> Read(byte[] csv)
    {
        if (FindBadLine(csv) is { } slecht)
        {
            return Refuse("TEKENCODERING_ONGELDIG", slecht, "dit is geen UTF-8; bewaar het bestand als UTF-8");
        }

        using var parser = new CsvParser(new StreamReader(new MemoryStream(csv), Encoding.UTF8), Configuration);
        if (!parser.Read())
        {
            return Refuse("BESTAND_LEEG", 1, "het bestand is leeg");
        }

        var places = Kolommen
            .Select(kolom => Array.FindIndex(
                parser.Record!, naam => string.Equals(naam, kolom, StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        var missing = Kolommen.Where((_, i) => places[i] < 0).ToArray();
        return missing.Length > 0
            ? Refuse("KOLOM_ONTBREEKT", parser.RawRow, $"kolom {string.Join(", ", missing)} ontbreekt")
            : ReadRows(parser, places);
    }

    private static Result<IReadOnlyList<Vaardigheidrij>> ReadRows(CsvParser parser, int[] places)
    {
        var width = parser.Record!.Length;
        var rijen = new List<Vaardigheidrij>();
        var fouten = new List<Error>();
        while (parser.Read() && rijen.Count <= MostRows)
        {
            var velden = parser.Record!;
            if (velden.Length != width)
            {
                fouten.Add(new CatalogusregelOngeldig(
                    "AANTAL_VELDEN", parser.RawRow, $"verwacht {width} velden, gevonden {velden.Length}"));
                continue;
            }

            var van = places.Select(plaats => velden[plaats]).ToArray();
            rijen.Add(new Vaardigheidrij(parser.RawRow, van[0], van[1], van[2], van[3], van[4], van[5], van[6]));
        }

        return fouten.Count > 0 ? new VaardighedenOngeldig(fouten)
            : rijen.Count == 0 ? Refuse("BESTAND_LEEG", parser.RawRow, "het bestand heeft geen enkele vaardigheid")
            : rijen.Count > MostRows
                ? Refuse("BESTAND_TE_GROOT", parser.RawRow, $"het bestand heeft meer dan {MostRows} vaardigheden")
            : rijen;
    }

    // A character set that is wrong spoils names without a trace; so it is looked for before anything is read.
    private static int? FindBadLine(ReadOnlySpan<byte> csv)
    {
        var regel = 1;
        foreach (var range in csv.Split((byte)'\n'))
        {
            if (!System.Text.Unicode.Utf8.IsValid(csv[range]))
            {
                return regel;
            }

            regel++;
        }

        return null;
    }

    private static VaardighedenOngeldig Refuse(string code, int regel, string reden) =>
        new([new CatalogusregelOngeldig(code, regel, reden)]);
}
