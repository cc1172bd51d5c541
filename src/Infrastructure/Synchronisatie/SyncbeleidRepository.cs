using System.Data.Common;
using System.Globalization;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

internal sealed class SyncbeleidRepository(DbSession session) : ISyncbeleidRepository
{
    private const string Find = """
        SELECT SchoolId, Soorten, PauzeMoment, PauzeDoor, PauzeReden, Door, Gewijzigd, Versie
        FROM Synchronisatie_Beleid
        WHERE SchoolId = @SchoolId;
        """;

    private const string Add = """
        INSERT INTO Synchronisatie_Beleid (SchoolId, Soorten, PauzeMoment, PauzeDoor, PauzeReden, Door, Gewijzigd,
            Versie)
        VALUES (@SchoolId, @Soorten, @PauzeMoment, @PauzeDoor, @PauzeReden, @Door, @Gewijzigd, @Versie);
        """;

    private const string Update = """
        UPDATE Synchronisatie_Beleid
        SET Soorten = @Soorten, PauzeMoment = @PauzeMoment, PauzeDoor = @PauzeDoor, PauzeReden = @PauzeReden,
            Door = @Door, Gewijzigd = @Gewijzigd, Versie = @Versie
        WHERE SchoolId = @SchoolId AND Versie = @Versie - 1;
        """;

    public async Task<Syncbeleid> GetAsync(SchoolId schoolId, CancellationToken ct) =>
        (await session.FindAsync<Row>(Find, new { SchoolId = schoolId }, ct))?.ToBeleid()
        ?? Syncbeleid.Standaard(schoolId);

    public async Task<bool> SaveAsync(Syncbeleid beleid, CancellationToken ct)
    {
        try
        {
            return await session.ExecuteAsync(beleid.Versie == 1 ? Add : Update, Row.Of(beleid), ct) == 1;
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    private sealed class Row
    {
        public required SchoolId SchoolId { get; init; }

        public required string Soorten { get; init; }

        public DateTimeOffset? PauzeMoment { get; init; }

        public string? PauzeDoor { get; init; }

        public string? PauzeReden { get; init; }

        public required string Door { get; init; }

        public required DateTimeOffset Gewijzigd { get; init; }

        public required long Versie { get; init; }

        public static Row Of(Syncbeleid beleid) => new()
        {
            SchoolId = beleid.SchoolId,
            Soorten = string.Join(
                ',', beleid.Soorten.Select(s => ((int)s).ToString(CultureInfo.InvariantCulture))),
            PauzeMoment = beleid.Pauze?.Moment,
            PauzeDoor = beleid.Pauze?.Door,
            PauzeReden = beleid.Pauze?.Bewijs,
            Door = beleid.Door ?? "",
            Gewijzigd = beleid.Gewijzigd ?? DateTimeOffset.MinValue,
            Versie = beleid.Versie,
        };

        public Syncbeleid ToBeleid() => new()
        {
            SchoolId = SchoolId,
            Soorten =
            [
                .. Soorten
                    .Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(s => (RegelSoort)int.Parse(s, CultureInfo.InvariantCulture)),
            ],
            Pauze = PauzeMoment is { } moment ? new Feit(moment, PauzeDoor!, PauzeReden!) : null,
            Door = Door,
            Gewijzigd = Gewijzigd,
            Versie = Versie,
        };
    }
}
