using System.Data;
using System.Data.Common;
using Dapper;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>What a session throws, with a SQLite whose errors quote what stands in a row.</summary>
[SqliteOnly("its errors are made here")]
public sealed class DbSessionTests : IAsyncDisposable
{
    private const string Refuse = "SELECT Refuse();";
    private static readonly BulkTable<int> Nergens = new("Nergens", ("Kolom", n => n));
    private static readonly object None = new { };

    private readonly CancellationTokenSource _stop = new();
    private readonly Quoting _dialect;
    private readonly DbSession _session;

    public DbSessionTests()
    {
        _dialect = new Quoting();
        _session = new DbSession(_dialect);
    }

    /// <summary>Each way to ask the database something.</summary>
    public static TheoryData<string> Ways() => new(Asks.Keys);

    private static Dictionary<string, Func<DbSession, CancellationToken, Task>> Asks { get; } = new(StringComparer.Ordinal)
    {
        ["query"] = (session, ct) => session.QueryAsync<string>(Refuse, None, ct),
        ["find"] = (session, ct) => session.FindAsync<string>(Refuse, None, ct),
        ["execute"] = (session, ct) => session.ExecuteAsync(Refuse, None, ct),
        ["several"] = (session, ct) => session.QueryMultipleAsync(Refuse, None, results => results.ReadAsync<string>(), ct),
        ["read"] = (session, ct) => session.ReadAsync(Refuse, None, reader => reader.ReadAsync(ct), ct),
        ["at once"] = (session, ct) => session.ReadAtOnceAsync(() => session.QueryAsync<string>(Refuse, None, ct), ct),
        ["execute apart"] = (session, ct) => session.ExecuteApartAsync(Refuse, None, ct),
        ["find apart"] = (session, ct) => session.FindApartAsync<string>(Refuse, None, ct),
        ["bulk"] = async (session, ct) =>
        {
            await using var scope = await session.BeginAsync(CancellationToken.None);
            await session.BulkInsertAsync(Nergens, [1], ct);
        },
    };

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _stop.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_it_throws_quotes_nothing(string way)
    {
        var thrown = (await FluentActions.Awaiting(() => Asks[way](_session, default)).Should().ThrowAsync<DbException>()).Which;

        thrown.Should().BeOfType<Redacted>();
        thrown.ToString().Should().NotContain("geheim");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_error_of_what_was_cancelled_is_a_cancellation(string way)
    {
        _dialect.OnAsked = _stop.Cancel;

        var ask = FluentActions.Awaiting(() => Asks[way](_session, _stop.Token));

        var thrown = (await ask.Should().ThrowAsync<OperationCanceledException>()).Which;
        thrown.CancellationToken.Should().Be(_stop.Token);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_not_quoted()
    {
        var query = () => _session.QueryAsync<Rij>("SELECT 'zeer geheim' AS Nummer;", None, default);

        (await query.Should().ThrowAsync<DataException>()).Which.ToString().Should().NotContain("geheim");
    }

    [Fact]
    public async Task What_fails_beside_it_does_not_keep_it_from_being_repeated()
    {
        var deadlock = new SqliteException("x", 1);
        _dialect.IsReachable = false;
        var apart = await FluentActions.Awaiting(() => _session.ExecuteApartAsync("SELECT 1;", None, default))
            .Should().ThrowAsync<DbException>();

        _session.MayRepeat(apart.Which, isRemembered: true).Should().BeFalse("nothing answers");
        _session.MayRepeat(deadlock, isRemembered: true).Should().BeTrue();
    }

    [Fact]
    public async Task Outside_a_transaction_it_keeps_no_connection()
    {
        await _session.ExecuteAsync("SELECT 1;", None, default);
        _dialect.Open.Should().Be(0);

        await using (var scope = await _session.BeginAsync(default))
        {
            await _session.ExecuteAsync("SELECT 1;", None, default);
            await _session.FindApartAsync<int?>("SELECT 1;", None, default);
            _dialect.Open.Should().Be(1);
            await scope.CommitAsync(default);
            _dialect.Open.Should().Be(0);
        }

        await _session.ReadAtOnceAsync(() => Task.FromResult(_dialect.Open.Should().Be(1)), default);
        await FluentActions.Awaiting(() => _session.ExecuteAsync(Refuse, None, default)).Should().ThrowAsync<DbException>();
        _dialect.Open.Should().Be(0);
    }

    private sealed record Rij
    {
        public int Nummer { get; init; }
    }

    private sealed class Redacted() : DbException("Something of the database.");

    private sealed class Quoting() : SqliteStandIn("Data Source=:memory:")
    {
        /// <summary>Happens while the database is asked.</summary>
        public Action OnAsked { get; set; } = () => { };

        public bool IsReachable { get; set; } = true;

        /// <summary>How many connections are open.</summary>
        public int Open { get; private set; }

        public override DbConnection CreateConnection()
        {
            var connection = (SqliteConnection)base.CreateConnection();
            connection.StateChange += (_, change) =>
                Open += (change.CurrentState == ConnectionState.Open ? 1 : 0)
                    - (change.OriginalState == ConnectionState.Open ? 1 : 0);
            connection.CreateFunction<int>("Refuse", () =>
            {
                OnAsked();
                throw new InvalidOperationException("zeer geheim");
            });
            return connection;
        }

        public override Task OpenAsync(DbConnection connection, CancellationToken ct) =>
            IsReachable ? base.OpenAsync(connection, ct) : throw new Redacted();

        public override bool IsRepeatable(DbException exception) => true;

        public override DbException? Redact(DbException exception) => new Redacted();

        public override async Task BulkInsertAsync<T>(
            DbConnection connection,
            DbTransaction transaction,
            BulkTable<T> table,
            IEnumerable<T> rows,
            CancellationToken ct) => await connection.ExecuteAsync(Refuse, transaction: transaction);
    }
}
