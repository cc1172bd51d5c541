using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

/// <summary>Tells which runs still wait for a person.</summary>
internal sealed class WachtendeRuns(DbSession session, TimeProvider clock) : IAanleidingtoets
{
    private const string List = """
        SELECT Id
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND State = @Wachtend AND Vervalt > @Now AND Id IN @Ids;
        """;

    public Berichtsoort Soort => Berichtsoort.RunWacht;

    public async Task<IReadOnlySet<string>> FindGeldendeAsync(
        SchoolId schoolId, IReadOnlyCollection<string> onderwerpen, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            ImportState.Wachtend,
            Now = clock.GetUtcNow(),
            Ids = TypeHandlers.ToList(onderwerpen.Select(Guid.Parse)),
        };
        var found = await session.QueryAsync<ImportRunId>(List, parameters, ct);
        return found.Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
    }
}
