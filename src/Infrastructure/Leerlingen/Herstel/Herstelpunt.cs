using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

/// <summary>
/// Remembers what one run is about to change, in its transaction: each step after its rows are staged and before they
/// are written. A change that no run asks for is not remembered.
/// </summary>
internal sealed class Herstelpunt(DbSession session, SchoolId schoolId, ImportRunId? run, Schooljaar schooljaar)
{
    private readonly byte[] _schoolId = TypeHandlers.ToBytes(schoolId.Value);
    private readonly byte[]? _runId = run is { } id ? TypeHandlers.ToBytes(id.Value) : null;
    private readonly object _parameters = new { SchoolId = schoolId, RunId = run, Schooljaar = schooljaar.Begin };

    public async Task SaveGroepenAsync(IEnumerable<byte[]> nieuw, CancellationToken ct)
    {
        if (_runId is null)
        {
            return;
        }

        await session.BulkInsertAsync(
            new BulkTable<byte[]>(
                "Leerlingen_GroepHerstel",
                ("SchoolId", _ => _schoolId), ("RunId", _ => _runId), ("Id", id => id), ("Nieuw", _ => 1)),
            nieuw,
            ct);
        await session.ExecuteAsync(HerstelpuntSql.SaveGroepen, _parameters, ct);
    }

    public Task SaveLeerlingenAsync(IEnumerable<Persoonsrij<LeerlingGegevens>> nieuw, CancellationToken ct) =>
        SaveAsync(
            "Leerlingen_LeerlingHerstel", nieuw, [HerstelpuntSql.SaveLeerlingen, HerstelpuntSql.SaveLeden], ct);

    public Task SaveDocentenAsync(IEnumerable<Persoonsrij<DocentGegevens>> nieuw, CancellationToken ct) =>
        SaveAsync(
            "Leerlingen_DocentHerstel", nieuw, [HerstelpuntSql.SaveDocenten, HerstelpuntSql.SaveDocentLeden], ct);

    private async Task SaveAsync<T>(
        string table, IEnumerable<Persoonsrij<T>> nieuw, string[] statements, CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        if (_runId is null)
        {
            return;
        }

        await session.BulkInsertAsync(
            new BulkTable<Persoonsrij<T>>(
                table,
                ("SchoolId", _ => _schoolId),
                ("RunId", _ => _runId),
                ("Id", rij => rij.Id),
                ("Regel", rij => rij.Regel),
                ("Nieuw", _ => 1),
                ("GroepenGewijzigd", _ => 1),
                ("VersieVoor", _ => 0),
                ("VersieNa", _ => 1)),
            nieuw,
            ct);
        foreach (var statement in statements)
        {
            await session.ExecuteAsync(statement, _parameters, ct);
        }
    }
}
