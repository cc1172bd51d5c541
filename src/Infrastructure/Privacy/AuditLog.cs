using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Privacy;

internal sealed class AuditLog(DbSession session, TimeProvider clock) : IAuditLog
{
    private const string Add = """
        INSERT INTO Privacy_Audit (Id, Moment, Subject, Actie, SchoolId, Aantal)
        VALUES (@Id, @Moment, @Subject, @Actie, @SchoolId, @Aantal);
        """;

    public bool IsWritten { get; private set; }

    public async Task AddAsync(Auditregel regel, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await session.ExecuteAsync(
            Add,
            new
            {
                Id = Guid.CreateVersion7(now),
                Moment = now,
                regel.Subject,
                regel.Actie,
                regel.SchoolId,
                regel.Aantal,
            },
            ct);
        IsWritten = true;
    }
}
