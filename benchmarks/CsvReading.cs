using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using CsvHelper;
using CsvHelper.Configuration;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Csv;
using SylvanCsv = Sylvan.Data.Csv;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// One CSV file from memory: by two libraries to fields as text, by ours to checked rows, and by ours to people.
/// </summary>
[MemoryDiagnoser]
[GcServer(true)]
public class CsvReading
{
    private static readonly Opleidingsvertaler Vertaler =
        new(Opleidingscatalogus.Create([], []).Value, Vertaaltabellen.Leeg(Sector.Vo));

    private readonly Csvlezer _lezer = new(new Uploadgrenzen(64 * 1024 * 1024, 1_000_000, 256 * 1024 * 1024));
    private Csvopdracht _opdracht = null!;
    private byte[] _csv = [];

    [Params(5_000)]
    public int Pupils { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var csv = new StringBuilder(string.Join(';', Csvprofiel.Kolommen.Select(Kolomnamen.Of))).Append("\r\n");
        for (var n = 1; n <= Pupils; n++)
        {
            csv.Append(Row(n)).Append("\r\n");
        }

        _csv = Encoding.UTF8.GetBytes(csv.ToString());
        var school = School.Register(
            new SchoolId(Guid.Empty), "Voorbeeld", Brin.Hydrate("99AA"), [], Sector.Vo, default);
        _opdracht = new Csvopdracht(
            school.Value, Schooljaar.Hydrate(2026), new DateOnly(2026, 11, 2), Csvpreset.Numo, null, null, false);
    }

    /// <summary>Every field as text, and nothing checked.</summary>
    [Benchmark(Baseline = true, Description = "Sylvan.Data.Csv")]
    public int WithSylvan()
    {
        var options = new SylvanCsv.CsvDataReaderOptions { Delimiter = ';', HasHeaders = false };
        using var reader = SylvanCsv.CsvDataReader.Create(new StreamReader(new MemoryStream(_csv)), options);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            var fields = new string[reader.RowFieldCount];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = reader.GetString(i);
            }

            rows.Add(fields);
        }

        return rows.Count;
    }

    /// <summary>The same.</summary>
    [Benchmark(Description = "CsvHelper")]
    public int WithCsvHelper()
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" };
        using var parser = new CsvParser(new StreamReader(new MemoryStream(_csv)), configuration);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows.Count;
    }

    /// <summary>Ours: the character set and the separator found out, lines counted, and a fingerprint.</summary>
    [Benchmark(Description = "Kurve.Numo, rows")]
    public int OurRows() => _lezer.Read(_csv, _opdracht, CancellationToken.None).Value.Regels.Count;

    /// <summary>Ours: people with keys, groepen and doelgroep, each value checked.</summary>
    [Benchmark(Description = "Kurve.Numo, people")]
    public int OurPeople() => _lezer
        .Read(_csv, _opdracht, CancellationToken.None)
        .Then(blad => CsvAanlevering.Read(blad, _opdracht, Vertaler.Translate, Rekengang.Ongestoord))
        .Value.Leerlingen.Count;

    private static string Row(int n)
    {
        var (leerjaar, klas) = (1 + (n % 5), (char)('A' + (n % 6)));
        var eckId = $"https://ketenid.voorbeeld.invalid/202608/{n:x128}";
        var groepen = $"wis{klas}1|en{klas}2|du{klas}3|ak{klas}4";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"leerling;actief;00;{eckId};;{n:000000};;Roepnaam{n};van der;\"Achternaam{n}\";;{leerjaar};H{leerjaar};;"
                + $"{leerjaar}{klas};{groepen}");
    }
}
