using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren;

/// <summary>Keeps the losse regels of each school's last compared run; those of the run before give way.</summary>
internal static class LosseRegelTabel
{
    private const string Clear = """
        DELETE FROM Importeren_LosseRegel
        WHERE SchoolId = @SchoolId;
        """;

    public static async Task ReplaceAsync(
        DbSession session, ImportRun run, IReadOnlyList<LosseRegel> regels, CancellationToken ct)
    {
        await session.ExecuteAsync(Clear, new { run.SchoolId }, ct);
        await session.BulkInsertAsync(Table(run), regels.Select((regel, index) => (index + 1, regel)), ct);
    }

    private static BulkTable<(int Nummer, LosseRegel Regel)> Table(ImportRun run)
    {
        var (schoolId, runId) = (TypeHandlers.ToBytes(run.SchoolId.Value), TypeHandlers.ToBytes(run.Id.Value));
        return new BulkTable<(int Nummer, LosseRegel Regel)>(
            "Importeren_LosseRegel",
            ("SchoolId", _ => schoolId),
            ("Nummer", r => r.Nummer),
            ("RunId", _ => runId),
            ("Bron", r => (int)r.Regel.Bron),
            ("Vestiging", r => r.Regel.Vestiging),
            ("Sleutel", r => r.Regel.Sleutel),
            ("Stamnummer", r => r.Regel.Stamnummer),
            ("IdGebr", r => r.Regel.IdGebr),
            ("Opleidingscode", r => r.Regel.Opleidingscode),
            ("Naam", r => r.Regel.Naam));
    }
}
