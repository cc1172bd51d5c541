using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>Pupils and groepen for whom the school said something of its own: that is never taken away.</summary>
internal sealed class Leerplangebruik(DbSession session) : IAccountgebruik
{
    private const string Load = """
        SELECT LeerlingId, GroepId
        FROM Leerplannen_Leerplan
        WHERE SchoolId = @SchoolId AND (LeerlingId IS NOT NULL OR GroepId IS NOT NULL);
        """;

    public async Task<Accountgebruik> LoadAsync(SchoolId schoolId, CancellationToken ct)
    {
        var rows = await session.QueryAsync<Row>(Load, new { SchoolId = schoolId }, ct);
        return new Accountgebruik(
            rows.Select(r => r.LeerlingId).OfType<AccountId>().ToHashSet(),
            rows.Select(r => r.GroepId).OfType<GroepId>().ToHashSet());
    }

    private sealed class Row
    {
        public AccountId? LeerlingId { get; init; }

        public GroepId? GroepId { get; init; }
    }
}
