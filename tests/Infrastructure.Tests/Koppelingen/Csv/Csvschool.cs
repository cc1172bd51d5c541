using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Csv;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>A school that reads files, and how each is to be read.</summary>
internal sealed record Csvschool
{
    public static readonly Uploadgrenzen Grenzen = new(MaxBytes: 1024 * 1024, MaxRegels: 5_000, MaxBytesTegelijk: 4_000_000);

    private static readonly Opleidingsvertaler Vertaler = new(
        Opleidingscatalogus.Create(
            [
                new Opleidingrij("VMBO_TL", "vmbo-tl", "VO", "1234", "2F", "2F"),
                new Opleidingrij("HAVO_VWO", "havo/vwo", "VO", "123", "3F", "3F"),
                new Opleidingrij("HAVO", "havo", "VO", "12345", "3F", "3F"),
                new Opleidingrij("VWO", "vwo", "VO", "123456", "4F", "3F"),
            ],
            []).Value,
        Vertaaltabellen.Leeg(Sector.Vo));

    /// <summary>Translates opleidingscodes as these schools do.</summary>
    public static Koppelaar.Translate Translate => Vertaler.Translate;

    public string[] Vestigingen { get; init; } = ["00"];

    public Csvpreset Preset { get; init; }

    public string? Vestiging { get; init; }

    public bool IsDocenten { get; init; }

    public Csvtekenset Tekenset { get; init; }

    public Kolomkeuze[]? Indeling { get; init; }

    /// <summary>Reads a file as far as the delivery.</summary>
    public Result<Aanlevering> Read(byte[] inhoud, Uploadgrenzen? grenzen = null) =>
        new Csvlezer(grenzen ?? Grenzen)
            .Read(inhoud, ToOpdracht(), CancellationToken.None)
            .Then(blad => CsvAanlevering.Read(blad, ToOpdracht(), Vertaler.Translate, Rekengang.Ongestoord));

    /// <summary>Reads and plans a file.</summary>
    public Result<(Aanlevering Aanlevering, ImportPlan Plan)> Plan(byte[] inhoud, Schoolstand? stand = null) =>
        Read(inhoud).Map(delivered =>
        {
            var current = stand ?? Schoolstand.Leeg;
            var aanlevering = Groepsherkenning.Match(delivered, current);
            var kader = new Plankader(ImportBeleid.Standaard(new SchoolId(Guid.Empty)), new DateOnly(2026, 11, 25));
            return (aanlevering, ImportPlanner.Plan(current, aanlevering, kader));
        });

    /// <summary>How its files are to be read.</summary>
    public Csvopdracht ToOpdracht()
    {
        var id = new SchoolId(Guid.Empty);
        var school = School.Register(
            id, "Voorbeeldcollege", Brin.Hydrate("99AA"), [.. Vestigingen.Select(Vestigingsnummer.Hydrate)], Sector.Vo, default);
        var indeling = Indeling is null
            ? null
            : Kolomindeling.Create(id, "eigen export", Preset, Indeling, "test", default).Value;
        return new Csvopdracht(
            school.Value,
            Schooljaar.Hydrate(2026),
            new DateOnly(2026, 11, 2),
            Preset,
            indeling,
            Vestiging is null ? null : Vestigingsnummer.Hydrate(Vestiging),
            IsDocenten)
        {
            Tekenset = Tekenset,
        };
    }
}
