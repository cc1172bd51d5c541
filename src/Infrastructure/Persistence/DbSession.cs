using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// The connection of one request, and its transaction if it has one. Opened when first used; used by one thing at a
/// time. Whatever it throws may be logged: it quotes no data.
/// </summary>
internal sealed class DbSession(SqlDialect dialect) : IUnitOfWork, IAsyncDisposable
{
    private readonly List<Action> _onCommitted = [];
    private DbConnection? _connection;
    private DbTransaction? _transaction;
    private bool _isUnreachable;
    private bool _isInDoubt;

    public SqlDialect Dialect => dialect;

    public async Task<IUnitOfWorkScope> BeginAsync(CancellationToken ct)
    {
        if (_transaction is not null)
        {
            throw new InvalidOperationException("This session is in a transaction already.");
        }

        _isInDoubt = false;
        var connection = await OpenAsync(ct);
        var begin = Stopwatch.GetTimestamp();
        _transaction = await AskAsync(async () => await dialect.BeginWriteAsync(connection, ct), ct);
        Telemetry.LockTaken(Stopwatch.GetElapsedTime(begin));
        return new Scope(this);
    }

    // What is within a transaction is repeated with it; and one that may have been committed only by who can tell.
    public bool MayRepeat(Exception exception, bool isRemembered) =>
        _transaction is null
        && !_isUnreachable
        && (isRemembered || !_isInDoubt)
        && exception is DbException database
        && dialect.IsRepeatable(database);

    public void OnCommitted(Action action) => _onCommitted.Add(action);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters, CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        return (await AskAsync(() => connection.QueryAsync<T>(Command(sql, parameters, ct)), ct)).AsList();
    }

    public async Task<T?> FindAsync<T>(string sql, object parameters, CancellationToken ct)
        where T : class
    {
        var connection = await OpenAsync(ct);
        return await AskAsync(() => connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters, ct)), ct);
    }

    public async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        return await AskAsync(() => connection.ExecuteAsync(Command(sql, parameters, ct)), ct);
    }

    /// <summary>Reads several results, one after the other.</summary>
    public async Task<T> QueryMultipleAsync<T>(
        string sql, object parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        return await AskAsync(
            async () =>
            {
                await using var results = await connection.QueryMultipleAsync(Command(sql, parameters, ct));
                return await read(results);
            },
            ct);
    }

    /// <summary>Reads row by row.</summary>
    public async Task<T> ReadAsync<T>(
        string sql, object parameters, Func<DbDataReader, Task<T>> read, CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        return await AskAsync(
            async () =>
            {
                await using var reader = await connection.ExecuteReaderAsync(Command(sql, parameters, ct));
                return await read(reader);
            },
            ct);
    }

    /// <summary>Reads with several statements as of one moment; within a transaction that holds already.</summary>
    public async Task<T> ReadAtOnceAsync<T>(Func<Task<T>> read, CancellationToken ct)
    {
        if (_transaction is not null)
        {
            return await read();
        }

        var connection = await OpenAsync(ct);
        var snapshot = await AskAsync(async () => await dialect.BeginSnapshotAsync(connection, ct), ct);
        _transaction = snapshot;
        try
        {
            return await read();
        }
        finally
        {
            _transaction = null;
            await dialect.EndSnapshotAsync(connection, snapshot);
        }
    }

    /// <summary>Runs on a connection of its own, beside whatever this session does.</summary>
    public Task<int> ExecuteApartAsync(string sql, object parameters, CancellationToken ct) =>
        ApartAsync(sql, parameters, (connection, command) => connection.ExecuteAsync(command), ct);

    /// <summary>Reads one value on a connection of its own, as others left it.</summary>
    public Task<T?> FindApartAsync<T>(string sql, object parameters, CancellationToken ct) =>
        ApartAsync(sql, parameters, (connection, command) => connection.QuerySingleOrDefaultAsync<T>(command), ct);

    public async Task BulkInsertAsync<T>(BulkTable<T> table, IEnumerable<T> rows, CancellationToken ct)
    {
        var transaction = _transaction ?? throw new InvalidOperationException("Bulk inserts need a transaction.");
        var connection = await OpenAsync(ct);
        await AskAsync(() => dialect.BulkInsertAsync(connection, transaction, table, rows, ct), ct);
    }

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
        if (_transaction is null && _connection is { State: not ConnectionState.Open } lost)
        {
            _connection = null;
            await lost.DisposeAsync();
        }

        return _connection ??= await ConnectAsync(ct);
    }

    private async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = dialect.CreateConnection();
        try
        {
            await AskAsync(() => connection.OpenAsync(ct), ct);
            return connection;
        }
        catch
        {
            _isUnreachable = true;
            await connection.DisposeAsync();
            throw;
        }
    }

    private Task<T> ApartAsync<T>(
        string sql, object parameters, Func<DbConnection, CommandDefinition, Task<T>> run, CancellationToken ct) =>
        AskAsync(
            async () =>
            {
                await using var connection = dialect.CreateConnection();
                await connection.OpenAsync(ct);
                return await run(
                    connection,
                    new CommandDefinition(dialect.Render(sql), dialect.Declare(parameters), cancellationToken: ct));
            },
            ct);

    /// <summary>
    /// All that is asked of the database. SqlClient says with an error of its own that a statement was cancelled
    /// (https://github.com/dotnet/SqlClient/issues/26); here that is a cancellation as any other.
    /// </summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (DbException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (DbException exception) when (dialect.Redact(exception) is { } redacted)
        {
            throw redacted;
        }
    }

    private Task AskAsync(Func<Task> ask, CancellationToken ct) => AskAsync(
        async () =>
        {
            await ask();
            return true;
        },
        ct);

    private CommandDefinition Command(string sql, object parameters, CancellationToken ct) =>
        new(dialect.Render(sql), dialect.Declare(parameters), _transaction, cancellationToken: ct);

    private async Task CommitAsync(CancellationToken ct)
    {
        try
        {
            await AskAsync(() => _transaction!.CommitAsync(ct), ct);
        }
        catch (Exception exception)
        {
            _isInDoubt = exception is not DbException database || !dialect.IsTakenBack(database);
            throw;
        }

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
