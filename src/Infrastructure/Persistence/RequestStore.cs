using System.Security.Cryptography;
using Kurve.Numo.Application.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>Answers may name people, so they are encrypted, and kept for days.</summary>
internal sealed class RequestStore(DbSession session, IDataProtectionProvider protection, TimeProvider clock) : IRequestStore
{
    private const string Purpose = "Kurve.Numo.Answers.v1";
    private const int AtOnce = 500;

    private const string Find = """
        SELECT RequestHash, Antwoord
        FROM Shared_Verzoek
        WHERE Subject = @Subject AND RequestId = @RequestId;
        """;

    private const string Add = """
        INSERT INTO Shared_Verzoek (Subject, RequestId, RequestHash, Antwoord, Moment)
        VALUES (@Subject, @RequestId, @RequestHash, @Antwoord, @Moment);
        """;

    private const string ListOld = """
        SELECT Subject, RequestId
        FROM Shared_Verzoek
        WHERE Moment < @Moment
        ORDER BY Moment
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string Remove = """
        DELETE FROM Shared_Verzoek
        WHERE Subject = @Subject AND RequestId = @RequestId;
        """;

    public async Task<StoredAnswer?> FindAsync(string subject, Guid requestId, CancellationToken ct)
    {
        var row = await session.FindAsync<Row>(Find, new { Subject = subject, RequestId = requestId }, ct);
        return row is null ? null : new StoredAnswer(row.RequestHash, Open(subject, row.Antwoord));
    }

    public Task AddAsync(
        string subject, Guid requestId, StoredAnswer answer, CancellationToken ct) => session.ExecuteAsync(
        Add,
        new
        {
            Subject = subject,
            RequestId = requestId,
            answer.RequestHash,
            Antwoord = For(subject).Protect(answer.Answer ?? []),
            Moment = clock.GetUtcNow(),
        },
        ct);

    public async Task<int> RemoveBeforeAsync(DateTimeOffset moment, CancellationToken ct)
    {
        var removed = 0;
        while (true)
        {
            var old = await session.QueryAsync<Sleutel>(ListOld, new { Moment = moment, Take = AtOnce }, ct);
            if (old.Count == 0)
            {
                return removed;
            }

            await using var scope = await session.BeginAsync(ct);
            foreach (var sleutel in old)
            {
                removed += await session.ExecuteAsync(Remove, sleutel, ct);
            }

            await scope.CommitAsync(ct);
        }
    }

    private IDataProtector For(string subject) => protection.CreateProtector(Purpose, subject);

    private byte[]? Open(string subject, byte[] stored)
    {
        // Before they were encrypted they were JSON.
        if (stored is [(byte)'{' or (byte)'"' or (byte)'[', ..])
        {
            return stored;
        }

        try
        {
            return For(subject).Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed class Row
    {
        public required string RequestHash { get; init; }

        public required byte[] Antwoord { get; init; }
    }

    private sealed class Sleutel
    {
        public required string Subject { get; init; }

        public required Guid RequestId { get; init; }
    }
}
