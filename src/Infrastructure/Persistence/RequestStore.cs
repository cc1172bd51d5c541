using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Infrastructure.Persistence;

internal sealed class RequestStore(DbSession session, TimeProvider clock) : IRequestStore
{
    private const string Find = """
        SELECT RequestHash, Antwoord
        FROM Shared_Verzoek
        WHERE Subject = @Subject AND RequestId = @RequestId;
        """;

    private const string Add = """
        INSERT INTO Shared_Verzoek (Subject, RequestId, RequestHash, Antwoord, Moment)
        VALUES (@Subject, @RequestId, @RequestHash, @Antwoord, @Moment);
        """;

    public async Task<StoredAnswer?> FindAsync(string subject, Guid requestId, CancellationToken ct)
    {
        var row = await session.FindAsync<Row>(Find, new { Subject = subject, RequestId = requestId }, ct);
        return row is null ? null : new StoredAnswer(row.RequestHash, row.Antwoord);
    }

    public Task AddAsync(
        string subject, Guid requestId, StoredAnswer answer, CancellationToken ct) => session.ExecuteAsync(
        Add,
        new
        {
            Subject = subject,
            RequestId = requestId,
            answer.RequestHash,
            Antwoord = answer.Answer,
            Moment = clock.GetUtcNow(),
        },
        ct);

    private sealed class Row
    {
        public required string RequestHash { get; init; }

        public required byte[] Antwoord { get; init; }
    }
}
