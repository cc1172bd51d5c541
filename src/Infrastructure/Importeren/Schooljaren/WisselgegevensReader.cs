using Dapper;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren.Schooljaren;

/// <summary>
/// One query for a page of schools. Of runs, state 4 waits for a person and 6 is applied; those that count are the newest, the
/// newest comparison from before the year began, and the newest of those that was applied.
/// </summary>
internal sealed class WisselgegevensReader(DbSession session) : IWisselgegevensReader
{
    private const string Load = $"""
        SELECT {WisselRow.Columns}
        FROM Importeren_Wissel AS w
        WHERE w.SchoolId IN @Scholen AND w.Schooljaar = @Schooljaar;
        SELECT {GrensRow.Columns}
        FROM Importeren_Wisselgrens AS g
        WHERE g.SchoolId IN @Scholen AND g.Schooljaar = @Schooljaar;
        SELECT j.SchoolId, j.Vestiging
        FROM Leerlingen_Schooljaar AS j
        WHERE j.SchoolId IN @Scholen AND j.Schooljaar = @Schooljaar;
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run AS r
        WHERE r.SchoolId IN @Scholen AND r.Schooljaar = @Schooljaar AND (
            r.State = 4
            OR NOT EXISTS (
                SELECT 1
                FROM Importeren_Run AS n
                WHERE n.SchoolId = r.SchoolId AND n.Schooljaar = r.Schooljaar AND n.Id > r.Id)
            OR (r.Vergeleken < @Begin AND NOT EXISTS (
                SELECT 1
                FROM Importeren_Run AS n
                WHERE n.SchoolId = r.SchoolId AND n.Schooljaar = r.Schooljaar AND n.Id > r.Id AND n.Vergeleken < @Begin))
            OR (r.Vergeleken < @Begin AND r.State = 6 AND NOT EXISTS (
                SELECT 1
                FROM Importeren_Run AS n
                WHERE n.SchoolId = r.SchoolId AND n.Schooljaar = r.Schooljaar AND n.Id > r.Id AND n.Vergeleken < @Begin
                    AND n.State = 6)));
        SELECT {ImportbeleidRow.Columns}
        FROM Importeren_Beleid
        WHERE SchoolId IN @Scholen;
        SELECT k.SchoolId
        FROM Koppelingen_Koppeling AS k
        WHERE k.SchoolId IN @Scholen AND {KoppelingSql.IsGeactiveerd};
        """;

    public Task<IReadOnlyDictionary<SchoolId, Wisselgegevens>> LoadAsync(
        IReadOnlyCollection<SchoolId> scholen, Schooljaar schooljaar, CancellationToken ct)
    {
        var parameters = new
        {
            Scholen = TypeHandlers.ToList(scholen.Select(id => id.Value)),
            Schooljaar = schooljaar.Begin,
            Begin = Nederland.MomentVan(schooljaar.EersteDag.ToDateTime(TimeOnly.MinValue)),
            Poort.Activatie,
            Poortstatus.Bevestigd,
        };
        return session.QueryMultipleAsync(Load, parameters, results => ReadAsync(results, scholen, schooljaar, parameters.Begin), ct);
    }

    private static async Task<IReadOnlyDictionary<SchoolId, Wisselgegevens>> ReadAsync(
        SqlMapper.GridReader results, IReadOnlyCollection<SchoolId> scholen, Schooljaar schooljaar, DateTimeOffset begin)
    {
        var wissels = (await results.ReadAsync<WisselRow>()).ToDictionary(w => w.SchoolId);
        var grenzen = (await results.ReadAsync<GrensRow>()).ToLookup(g => g.SchoolId);
        var voltooid = (await results.ReadAsync<VoltooidRow>()).ToLookup(v => v.SchoolId, v => Vestigingsnummer.Hydrate(v.Vestiging));
        var runs = (await results.ReadAsync<ImportRunRow>()).Select(r => r.ToRun()).ToLookup(r => r.SchoolId);
        var beleid = (await results.ReadAsync<ImportbeleidRow>()).ToDictionary(b => b.SchoolId);
        var gekoppeld = (await results.ReadAsync<SchoolId>()).ToHashSet();
        return scholen.Distinct().ToDictionary(id => id, id => new Wisselgegevens(
            wissels.GetValueOrDefault(id)?.ToWissel(grenzen[id]) ?? Schooljaarwissel.Leeg(id, schooljaar),
            voltooid[id].ToHashSet(),
            FindVoorbereiding(runs[id], begin),
            runs[id].MaxBy(r => r.Id.Value),
            [.. runs[id].Where(r => r.State == ImportState.Wachtend).OrderBy(r => r.Id.Value)],
            beleid.GetValueOrDefault(id)?.ToBeleid() ?? ImportBeleid.Standaard(id),
            gekoppeld.Contains(id)));
    }

    // What a source that was not ready says of leavers counts only when there is nothing better.
    private static ImportRun? FindVoorbereiding(IEnumerable<ImportRun> runs, DateTimeOffset begin) => runs
        .Where(r => r.Vergeleken < begin && r.Uitkomst is not null)
        .OrderByDescending(r => r.State == ImportState.Toegepast || r.Uitkomst!.Remmen.Count == 0)
        .ThenByDescending(r => r.Id.Value)
        .FirstOrDefault();

    private sealed class VoltooidRow
    {
        public required SchoolId SchoolId { get; init; }

        public required string Vestiging { get; init; }
    }
}
