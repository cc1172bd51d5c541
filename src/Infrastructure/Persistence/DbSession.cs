using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// The connection of one request, and its transaction if it has one. Opened when first used; used by one thing at a
/// time.
/// </summary>
internal sealed class DbSession(SqlDialect dialect) : IUnitOfWork, IAsyncDisposable
{
    private readonly List<Action> _onCommitted = [];
    private DbConnection? _connection;
    private DbTransaction? _transaction;

    public SqlDialect Dialect => dialect;

    public async Task<IUnitOfWorkScope> BeginAsync(CancellationToken ct)
    {
        if (_transaction is not null)
        {
            throw new InvalidOperationException("This session is in a transaction already.");
        }

        var connection = await OpenAsync(ct);
        var begin = Stopwatch.GetTimestamp();
        _transaction = await dialect.BeginWriteAsync(connection, ct);
        Telemetry.LockTaken(Stopwatch.GetElapsedTime(begin));
        return new Scope(this);
    }

    public void OnCommitted(Action action) => _onCommitted.Add(action);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters, CancellationToken ct) =>
        (await (await OpenAsync(ct)).QueryAsync<T>(Command(sql, parameters, ct))).AsList();

    public async Task<T?> FindAsync<T>(string sql, object parameters, CancellationToken ct)
        where T : class => await (await OpenAsync(ct)).QuerySingleOrDefaultAsync<T>(Command(sql, parameters, ct));

    public async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct) =>
        await (await OpenAsync(ct)).ExecuteAsync(Command(sql, parameters, ct));

    public async Task<SqlMapper.GridReader> QueryMultipleAsync(string sql, object parameters, CancellationToken ct) =>
        await (await OpenAsync(ct)).QueryMultipleAsync(Command(sql, parameters, ct));

    public async Task<DbDataReader> ReadAsync(string sql, object parameters, CancellationToken ct) =>
        (DbDataReader)await (await OpenAsync(ct)).ExecuteReaderAsync(Command(sql, parameters, ct));

    /// <summary>Reads with several statements as of one moment; within a transaction that holds already.</summary>
    public async Task<T> ReadAtOnceAsync<T>(Func<Task<T>> read, CancellationToken ct)
    {
        if (_transaction is not null)
        {
            return await read();
        }

        await using var snapshot = await dialect.BeginSnapshotAsync(await OpenAsync(ct), ct);
        _transaction = snapshot;
        try
        {
            return await read();
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>Runs on a connection of its own, beside whatever this session does.</summary>
    public async Task<int> ExecuteApartAsync(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = dialect.CreateConnection();
        await connection.OpenAsync(ct);
        return await connection.ExecuteAsync(
            new CommandDefinition(dialect.Render(sql), parameters, cancellationToken: ct));
    }

    public async Task BulkInsertAsync<T>(BulkTable<T> table, IEnumerable<T> rows, CancellationToken ct) =>
        await dialect.BulkInsertAsync(
            await OpenAsync(ct),
            _transaction ?? throw new InvalidOperationException("Bulk inserts need a transaction."),
            table,
            rows,
            ct);

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async ValueTask<DbConnection> OpenAsync(CancellationToken ct)
    {
        if (_connection is null)
        {
            var connection = dialect.CreateConnection();
            await connection.OpenAsync(ct);
            _connection = connection;
        }

        return _connection;
    }

    private CommandDefinition Command(string sql, object parameters, CancellationToken ct) =>
        new(dialect.Render(sql), parameters, _transaction, cancellationToken: ct);

    private async Task CommitAsync(CancellationToken ct)
    {
        await _transaction!.CommitAsync(ct);
        Action[] actions = [.. _onCommitted];
        await EndAsync();
        foreach (var action in actions)
        {
            action();
        }
    }

    private async ValueTask EndAsync()
    {
        _onCommitted.Clear();
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
            _transaction = null;
        }
    }

    private sealed class Scope(DbSession session) : IUnitOfWorkScope
    {
        public Task CommitAsync(CancellationToken ct) => session.CommitAsync(ct);

        public ValueTask DisposeAsync() => session.EndAsync();
    }
}
