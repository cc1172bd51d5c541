using System.Data.Common;
using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren;

internal sealed class ImportbeleidRepository(DbSession session) : IImportbeleidRepository
{
    private const string Find = $"""
        SELECT {ImportbeleidRow.Columns}
        FROM Importeren_Beleid
        WHERE SchoolId = @SchoolId;
        """;

    private const string Add = """
        INSERT INTO Importeren_Beleid (SchoolId, Modus, PauzeVan, PauzeTotEnMet, PauzeReden, LimietAantal,
            LimietAandeel, LimietReden, LimietEigenaar, LimietTotEnMet, Door, Gewijzigd, Versie)
        VALUES (@SchoolId, @Modus, @PauzeVan, @PauzeTotEnMet, @PauzeReden, @LimietAantal, @LimietAandeel,
            @LimietReden, @LimietEigenaar, @LimietTotEnMet, @Door, @Gewijzigd, @Versie);
        """;

    private const string Update = """
        UPDATE Importeren_Beleid
        SET Modus = @Modus, PauzeVan = @PauzeVan, PauzeTotEnMet = @PauzeTotEnMet, PauzeReden = @PauzeReden,
            LimietAantal = @LimietAantal, LimietAandeel = @LimietAandeel, LimietReden = @LimietReden,
            LimietEigenaar = @LimietEigenaar, LimietTotEnMet = @LimietTotEnMet, Door = @Door,
            Gewijzigd = @Gewijzigd, Versie = @Versie
        WHERE SchoolId = @SchoolId AND Versie = @Versie - 1;
        """;

    public async Task<ImportBeleid> GetAsync(SchoolId schoolId, CancellationToken ct) =>
        (await session.FindAsync<ImportbeleidRow>(Find, new { SchoolId = schoolId }, ct))?.ToBeleid()
        ?? ImportBeleid.Standaard(schoolId);

    public async Task<bool> SaveAsync(ImportBeleid beleid, CancellationToken ct)
    {
        try
        {
            return await session.ExecuteAsync(beleid.Versie == 1 ? Add : Update, ImportbeleidRow.Of(beleid), ct) == 1;
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }
    }
}

/// <summary>A school's rules as stored.</summary>
internal sealed class ImportbeleidRow
{
    public const string Columns = """
        SchoolId, Modus, PauzeVan, PauzeTotEnMet, PauzeReden, LimietAantal, LimietAandeel, LimietReden, LimietEigenaar,
            LimietTotEnMet, Door, Gewijzigd, Versie
        """;

    public required SchoolId SchoolId { get; init; }

    public required Importmodus Modus { get; init; }

    public string? PauzeVan { get; init; }

    public string? PauzeTotEnMet { get; init; }

    public string? PauzeReden { get; init; }

    public int? LimietAantal { get; init; }

    public double? LimietAandeel { get; init; }

    public string? LimietReden { get; init; }

    public string? LimietEigenaar { get; init; }

    public string? LimietTotEnMet { get; init; }

    public required string Door { get; init; }

    public required DateTimeOffset Gewijzigd { get; init; }

    public required long Versie { get; init; }

    public static ImportbeleidRow Of(ImportBeleid beleid) => new()
    {
        SchoolId = beleid.SchoolId,
        Modus = beleid.Modus,
        PauzeVan = Write(beleid.Pauze?.Van),
        PauzeTotEnMet = Write(beleid.Pauze?.TotEnMet),
        PauzeReden = beleid.Pauze?.Reden,
        LimietAantal = beleid.Afspraak?.Limiet.Aantal,
        LimietAandeel = beleid.Afspraak?.Limiet.Aandeel,
        LimietReden = beleid.Afspraak?.Reden,
        LimietEigenaar = beleid.Afspraak?.Eigenaar,
        LimietTotEnMet = Write(beleid.Afspraak?.TotEnMet),
        Door = beleid.Door ?? "",
        Gewijzigd = beleid.Gewijzigd ?? DateTimeOffset.MinValue,
        Versie = beleid.Versie,
    };

    public ImportBeleid ToBeleid() => new()
    {
        SchoolId = SchoolId,
        Modus = Modus,
        Pauze = PauzeVan is null ? null : new Importpauze(
            TypeHandlers.ToDay(PauzeVan), TypeHandlers.ToDay(PauzeTotEnMet!), PauzeReden!),
        Afspraak = LimietTotEnMet is null ? null : new Limietafspraak(
            new Archiveerlimiet(LimietAantal.GetValueOrDefault(), LimietAandeel.GetValueOrDefault()),
            LimietReden!,
            LimietEigenaar!,
            TypeHandlers.ToDay(LimietTotEnMet)),
        Door = Door,
        Gewijzigd = Gewijzigd,
        Versie = Versie,
    };

    private static string? Write(DateOnly? dag) => dag is { } day ? TypeHandlers.ToText(day) : null;
}
