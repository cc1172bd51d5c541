using System.Globalization;
using System.Text.Json;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Importeren;

/// <summary>A run as stored.</summary>
internal sealed class ImportRunRow
{
    public const string Columns = """
        SchoolId, Id, Bron, State, Schooljaar, AangevraagdDoor, Aangevraagd, LeaseTot, Gelezen, Uitkomst, FoutCode,
            FoutTekst, Actiehouder, Vergeleken, Vrijgegeven, Beeindigd, ToegepasteSoorten,
            ToegepastePersonen, Fases, Versie, Verloop, Vervalt, PlanOpgeruimd, Upload
        """;

    public required SchoolId SchoolId { get; init; }

    public required ImportRunId Id { get; init; }

    public required Bron Bron { get; init; }

    public required ImportState State { get; init; }

    public required int Schooljaar { get; init; }

    public required string AangevraagdDoor { get; init; }

    public required DateTimeOffset Aangevraagd { get; init; }

    public required DateTimeOffset LeaseTot { get; init; }

    public required int Gelezen { get; init; }

    public byte[]? Uitkomst { get; init; }

    public string? FoutCode { get; init; }

    public string? FoutTekst { get; init; }

    public required Actiehouder Actiehouder { get; init; }

    public DateTimeOffset? Vergeleken { get; init; }

    public DateTimeOffset? Vrijgegeven { get; init; }

    public DateTimeOffset? Beeindigd { get; init; }

    public required string ToegepasteSoorten { get; init; }

    public required int ToegepastePersonen { get; init; }

    public byte[]? Fases { get; init; }

    public required long Versie { get; init; }

    public byte[]? Verloop { get; init; }

    public DateTimeOffset? Vervalt { get; init; }

    public DateTimeOffset? PlanOpgeruimd { get; init; }

    public byte[]? Upload { get; init; }

    public static ImportRunRow Of(ImportRun run) => new()
    {
        SchoolId = run.SchoolId,
        Id = run.Id,
        Bron = run.Bron,
        State = run.State,
        Schooljaar = run.Schooljaar.Begin,
        AangevraagdDoor = run.AangevraagdDoor,
        Aangevraagd = run.Aangevraagd,
        LeaseTot = run.LeaseTot,
        Gelezen = run.Gelezen,
        Uitkomst = run.Uitkomst is null ? null : JsonSerializer.SerializeToUtf8Bytes(
            run.Uitkomst, ImportJson.Default.Uitkomst),
        FoutCode = run.Fout?.Code,
        FoutTekst = run.Fout?.Tekst,
        Actiehouder = run.Actiehouder,
        Vergeleken = run.Vergeleken,
        Vrijgegeven = run.Vrijgegeven,
        Beeindigd = run.Beeindigd,
        ToegepasteSoorten = string.Join(
            ',', run.ToegepasteSoorten.Select(s => ((int)s).ToString(CultureInfo.InvariantCulture))),
        ToegepastePersonen = run.ToegepastePersonen,
        Fases = ToBytes(run.Fases),
        Versie = run.Versie,
        Verloop = run.Verloop == Domain.Importeren.Runs.Verloop.Leeg ? null : JsonSerializer.SerializeToUtf8Bytes(
            run.Verloop, ImportJson.Default.Verloop),
        Vervalt = run.Vervalt,
        PlanOpgeruimd = run.PlanOpgeruimd,
        Upload = run.Upload is null ? null : JsonSerializer.SerializeToUtf8Bytes(
            run.Upload, ImportJson.Default.Upload),
    };

    public static byte[]? ToBytes(IReadOnlyList<Fasevoortgang> fases) => fases.Count == 0
        ? null
        : JsonSerializer.SerializeToUtf8Bytes(fases, ImportJson.Default.IReadOnlyListFasevoortgang);

    public ImportRun ToRun() => new()
    {
        SchoolId = SchoolId,
        Id = Id,
        Bron = Bron,
        State = State,
        Schooljaar = Domain.Shared.Schooljaar.Hydrate(Schooljaar),
        AangevraagdDoor = AangevraagdDoor,
        Aangevraagd = Aangevraagd,
        LeaseTot = LeaseTot,
        Gelezen = Gelezen,
        Uitkomst = Uitkomst is null ? null : JsonSerializer.Deserialize(Uitkomst, ImportJson.Default.Uitkomst),
        Fout = FoutCode is null ? null : new Importfout(FoutCode, FoutTekst ?? ""),
        Actiehouder = Actiehouder,
        Vergeleken = Vergeleken,
        Vrijgegeven = Vrijgegeven,
        Beeindigd = Beeindigd,
        ToegepasteSoorten =
        [
            .. ToegepasteSoorten
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(s => (RegelSoort)int.Parse(s, CultureInfo.InvariantCulture)),
        ],
        ToegepastePersonen = ToegepastePersonen,
        Fases = Fases is null ? [] : JsonSerializer.Deserialize(Fases, ImportJson.Default.IReadOnlyListFasevoortgang)!,
        Versie = Versie,
        Verloop = Verloop is null
            ? Domain.Importeren.Runs.Verloop.Leeg
            : JsonSerializer.Deserialize(Verloop, ImportJson.Default.Verloop)!,
        Vervalt = Vervalt,
        PlanOpgeruimd = PlanOpgeruimd,
        Upload = Upload is null ? null : JsonSerializer.Deserialize(Upload, ImportJson.Default.Upload),
    };
}
