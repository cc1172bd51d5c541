using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

/// <summary>Adds to rows what became of them: of a page in one query.</summary>
internal sealed class Regeluitkomsten(DbSession session)
{
    /// <summary>
    /// The outcome of a row of the table with alias r, of a run in state @RunState (6 applied, 9 undone); 0 before. A
    /// row of soort 1 to 4 could be applied.
    /// </summary>
    public const string Uitkomst = """
        CASE
                WHEN @RunState NOT IN (6, 9) THEN 0
                WHEN NOT EXISTS (
                    SELECT 1
                    FROM Leerlingen_LeerlingHerstel AS h
                    WHERE h.SchoolId = r.SchoolId AND h.RunId = r.RunId AND h.Regel = r.Nummer)
                AND NOT EXISTS (
                    SELECT 1
                    FROM Leerlingen_DocentHerstel AS h
                    WHERE h.SchoolId = r.SchoolId AND h.RunId = r.RunId AND h.Regel = r.Nummer)
                THEN CASE WHEN r.Soort <= 4 THEN 2 ELSE 3 END
                WHEN @RunState = 6 THEN 1
                WHEN EXISTS (
                    SELECT 1
                    FROM Leerlingen_LeerlingHerstel AS h
                    INNER JOIN Leerlingen_NietHersteld AS n
                        ON n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 1 AND n.Id = h.Id
                    WHERE h.SchoolId = r.SchoolId AND h.RunId = r.RunId AND h.Regel = r.Nummer)
                OR EXISTS (
                    SELECT 1
                    FROM Leerlingen_DocentHerstel AS h
                    INNER JOIN Leerlingen_NietHersteld AS n
                        ON n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 2 AND n.Id = h.Id
                    WHERE h.SchoolId = r.SchoolId AND h.RunId = r.RunId AND h.Regel = r.Nummer)
                THEN 5
                ELSE 4
            END
        """;

    private const string Load = """
        SELECT h.Regel, h.Id, n.Reden
        FROM Leerlingen_LeerlingHerstel AS h
        LEFT JOIN Leerlingen_NietHersteld AS n
            ON n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 1 AND n.Id = h.Id
        WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Regel BETWEEN @Van AND @TotEnMet
        UNION ALL
        SELECT h.Regel, h.Id, n.Reden
        FROM Leerlingen_DocentHerstel AS h
        LEFT JOIN Leerlingen_NietHersteld AS n
            ON n.SchoolId = h.SchoolId AND n.RunId = h.RunId AND n.Soort = 2 AND n.Id = h.Id
        WHERE h.SchoolId = @SchoolId AND h.RunId = @RunId AND h.Regel BETWEEN @Van AND @TotEnMet;
        """;

    public async Task<IReadOnlyList<ImportRegelView>> AddAsync(
        ImportRun run, IReadOnlyList<ImportRegelView> regels, CancellationToken ct)
    {
        if (regels.Count == 0 || run.State is not (ImportState.Toegepast or ImportState.Teruggedraaid))
        {
            return regels;
        }

        var parameters = new
        {
            run.SchoolId,
            RunId = run.Id,
            Van = regels[0].Nummer,
            TotEnMet = regels[^1].Nummer,
        };
        var rows = (await session.QueryAsync<Row>(Load, parameters, ct)).ToLookup(r => r.Regel);
        return [.. regels.Select(regel => Add(run, regel, rows[regel.Nummer].ToList()))];
    }

    private static ImportRegelView Add(ImportRun run, ImportRegelView regel, List<Row> applied)
    {
        if (applied.Count == 0)
        {
            return regel with
            {
                Uitkomst = regel.Soort <= RegelSoort.Archiveren ? Regeluitkomst.NietGekozen : Regeluitkomst.Gelaten,
            };
        }

        var beletsel = applied.Find(r => r.Reden is not null)?.Reden;
        return regel with
        {
            Uitkomst = run.State == ImportState.Toegepast ? Regeluitkomst.Toegepast
                : beletsel is null ? Regeluitkomst.Teruggedraaid
                : Regeluitkomst.NietTeruggedraaid,
            Beletsel = beletsel,
            NieuwAccountId = regel.Soort == RegelSoort.Nieuw ? applied[0].Id.Value : null,
        };
    }

    private sealed class Row
    {
        public required int Regel { get; init; }

        public required AccountId Id { get; init; }

        public Herstelbeletsel? Reden { get; init; }
    }
}
