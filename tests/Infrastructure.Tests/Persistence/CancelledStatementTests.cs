using System.Diagnostics;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Stores;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>A statement ends with the call that asked for it; SqlClient does that itself.</summary>
[SqliteOnly("SQLite has to be interrupted")]
public sealed class CancelledStatementTests : IAsyncDisposable
{
    // Counts for minutes.
    private const string Endless = """
        WITH RECURSIVE Getal(N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM Getal WHERE N < 4000000000)
        SELECT COUNT(*) FROM Getal;
        """;

    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(5);
    private static readonly object None = new { };

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-test-").FullName;
    private readonly CancellationTokenSource _stop = new();

    private SqliteDialect Dialect => new($"Data Source={Path.Combine(_folder, "numo.db")};Pooling=False");

    public ValueTask DisposeAsync()
    {
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_statement_that_runs_is_ended()
    {
        await using var session = new DbSession(Dialect);

        await EndsAsync(ct => session.QueryAsync<long>(Endless, None, ct));

        (await session.QueryAsync<long>("SELECT 1;", None, default)).Should().Equal(1);
    }

    [Fact]
    public async Task What_a_transaction_has_written_is_taken_back()
    {
        await using var session = new DbSession(Dialect);
        await session.ExecuteAsync("CREATE TABLE Rij (N INTEGER);", None, default);
        await using (await session.BeginAsync(default))
        {
            await session.ExecuteAsync("INSERT INTO Rij (N) VALUES (1);", None, default);

            await EndsAsync(ct => session.QueryAsync<long>(Endless, None, ct));
        }

        (await session.QueryAsync<long>("SELECT COUNT(*) FROM Rij;", None, default)).Should().Equal(0);
    }

    [Fact]
    public async Task Who_waits_to_write_waits_no_longer()
    {
        await using var writer = new DbSession(Dialect);
        await using var waiting = new DbSession(Dialect);
        await using var writes = await writer.BeginAsync(default);

        await EndsAsync(waiting.BeginAsync);
    }

    private async Task EndsAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        var begin = Stopwatch.GetTimestamp();
        var asked = Task.Run(() => ask(_stop.Token));
        _stop.CancelAfter(TimeSpan.FromMilliseconds(200));

        await FluentActions.Awaiting(() => asked).Should().ThrowAsync<OperationCanceledException>();

        Stopwatch.GetElapsedTime(begin).Should().BeLessThan(Prompt);
    }
}
