using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Datakwaliteit;

/// <summary>What the quality of a school's data is measured by: a school year, and the last run that was compared.</summary>
/// <param name="Schooljaar">The school year.</param>
/// <param name="Run">The run; null when there is none.</param>
/// <param name="Vergeleken">When it was compared.</param>
internal sealed record Peiling(Schooljaar Schooljaar, ImportRunId? Run, DateTimeOffset? Vergeleken)
{
    private const string FindSchooljaar = """
        SELECT COALESCE(MAX(CASE WHEN Schooljaar <= @Huidig THEN Schooljaar END), MIN(Schooljaar)) AS Nearest
        FROM Leerlingen_Groep
        WHERE SchoolId = @SchoolId;
        """;

    private const string FindRun = """
        SELECT Id, Vergeleken
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Vergeleken IS NOT NULL
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public static async Task<Peiling> ReadAsync(
        DbSession session, SchoolId schoolId, Schooljaar? asked, TimeProvider clock, CancellationToken ct)
    {
        var huidig = clock.CurrentSchooljaar();
        var parameters = new { SchoolId = schoolId, Huidig = huidig.Begin, Take = 1 };
        var run = await session.FindAsync<Row>(FindRun, parameters, ct);
        var nearest = asked is null
            ? (await session.QueryAsync<int?>(FindSchooljaar, parameters, ct))[0]
            : null;
        return new Peiling(
            asked ?? (nearest is { } begin ? Schooljaar.Hydrate(begin) : huidig), run?.Id, run?.Vergeleken);
    }

    private sealed class Row
    {
        public required ImportRunId Id { get; init; }

        public required DateTimeOffset Vergeleken { get; init; }
    }
}
