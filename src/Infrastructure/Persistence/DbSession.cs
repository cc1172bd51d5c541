using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// What one request asks of the database, and its transaction if it has one; used by one thing at a time. Outside a
/// transaction it keeps no connection between two questions: who waits for a school administration, or watches a run,
/// holds none. Whatever it throws may be logged: it quotes no data.
/// </summary>
internal sealed class DbSession(SqlDialect dialect) : IUnitOfWork, IAsyncDisposable
{
    private readonly List<Action> _onCommitted = [];
    private (DbConnection Connection, DbTransaction Transaction)? _current;
    private IDisposable? _turn;
    private Exception? _unreachable;
    private bool _isInDoubt;
    private bool _isReading;

    public SqlDialect Dialect => dialect;

    public async Task<IUnitOfWorkScope> BeginAsync(CancellationToken ct)
    {
        if (_current is not null)
        {
            throw new InvalidOperationException("This session is in a transaction already.");
        }

        _isInDoubt = false;
        var begin = Stopwatch.GetTimestamp();
        var turn = await dialect.WaitForTurnAsync(isUrgent: false, ct);
        DbConnection? connection = null;
        try
        {
            connection = await ConnectAsync(ct);
            var transaction = await GuardAsync(async () => await dialect.BeginWriteAsync(connection, ct), ct);
            Telemetry.LockTaken(Stopwatch.GetElapsedTime(begin));
            (_current, _turn) = ((connection, transaction), turn);
            return new Scope(this);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            turn?.Dispose();
            throw;
        }
    }

    // What is within a transaction is repeated with it; and one that may have been committed only by who can tell.
    public bool MayRepeat(Exception exception, bool isRemembered) =>
        _current is null
        && exception != _unreachable
        && (isRemembered || !_isInDoubt)
        && exception is DbException database
        && dialect.IsRepeatable(database);

    public void OnCommitted(Action action) => _onCommitted.Add(action);

    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters, CancellationToken ct) => AskAsync(
        async connection =>
            (IReadOnlyList<T>)(await connection.QueryAsync<T>(Command(sql, parameters, ct))).AsList(),
        ct);

    public Task<T?> FindAsync<T>(string sql, object parameters, CancellationToken ct)
        where T : class =>
        AskAsync(connection => connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters, ct)), ct);

    public Task<int> ExecuteAsync(string sql, object parameters, CancellationToken ct)
    {
        RefuseWhileReading();
        return _current is null
            ? WriteApartAsync(isUrgent: false, sql, parameters, ct)
            : AskAsync(connection => connection.ExecuteAsync(Command(sql, parameters, ct)), ct);
    }

    /// <summary>Reads several results, one after the other.</summary>
    public Task<T> QueryMultipleAsync<T>(
        string sql, object parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken ct) => AskAsync(
        async connection =>
        {
            await using var results = await connection.QueryMultipleAsync(Command(sql, parameters, ct));
            return await read(results);
        },
        ct);

    /// <summary>Reads row by row.</summary>
    public Task<T> ReadAsync<T>(
        string sql, object parameters, Func<DbDataReader, Task<T>> read, CancellationToken ct) => AskAsync(
        async connection =>
        {
            await using var reader = await connection.ExecuteReaderAsync(Command(sql, parameters, ct));
            return await read(reader);
        },
        ct);

    /// <summary>
    /// Reads with several statements as of one moment. Within a transaction that writes they are read in it, one after
    /// the other: others may change what it has not touched.
    /// </summary>
    public async Task<T> ReadAtOnceAsync<T>(Func<Task<T>> read, CancellationToken ct)
    {
        if (_current is not null)
        {
            return await read();
        }

        await using var reading = await BeginReadAsync(ct);
        return await read();
    }

    public async Task<IAsyncDisposable> BeginReadAsync(CancellationToken ct)
    {
        if (_current is not null)
        {
            throw new InvalidOperationException("This session is in a transaction already.");
        }

        var connection = await ConnectAsync(ct);
        try
        {
            var snapshot = await GuardAsync(async () => await dialect.BeginSnapshotAsync(connection, ct), ct);
            (_current, _isReading) = ((connection, snapshot), true);
            return new Reading(this, connection, snapshot);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs beside whatever this session does, also beside its transaction, and before all others who wait to write: it
    /// keeps work alive.
    /// </summary>
    public Task<int> ExecuteApartAsync(string sql, object parameters, CancellationToken ct) =>
        WriteApartAsync(isUrgent: true, sql, parameters, ct);

    /// <summary>Reads one value as others left it, beside whatever this session does.</summary>
    public Task<T?> FindApartAsync<T>(string sql, object parameters, CancellationToken ct) =>
        AskApartAsync(connection => connection.QuerySingleOrDefaultAsync<T>(ApartCommand(sql, parameters, ct)), ct);

    public Task BulkInsertAsync<T>(BulkTable<T> table, IEnumerable<T> rows, CancellationToken ct)
    {
        RefuseWhileReading();
        var (connection, transaction) =
            _current ?? throw new InvalidOperationException("Bulk inserts need a transaction.");
        return AskOnAsync(
            connection,
            async to =>
            {
                await dialect.BulkInsertAsync(to, transaction, table, rows, ct);
                return true;
            },
            ct);
    }

    public ValueTask DisposeAsync() => EndAsync();

    private Task<T> AskAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken ct) =>
        _current is { } current
            ? AskOnAsync(current.Connection, ask, ct)
            : AskApartAsync(ask, ct);

    private async Task<int> WriteApartAsync(bool isUrgent, string sql, object parameters, CancellationToken ct)
    {
        using var turn = await dialect.WaitForTurnAsync(isUrgent, ct);
        return await AskApartAsync(connection => connection.ExecuteAsync(ApartCommand(sql, parameters, ct)), ct);
    }

    private async Task<T> AskApartAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        return await AskOnAsync(connection, ask, ct);
    }

    private Task<T> AskOnAsync<T>(
        DbConnection connection, Func<DbConnection, Task<T>> ask, CancellationToken ct) => GuardAsync(
        async () =>
        {
            using var cancelled = dialect.CancelWith(connection, ct);
            return await ask(connection);
        },
        ct);

    private async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = dialect.CreateConnection();
        try
        {
            return await GuardAsync(
                async () =>
                {
                    await dialect.OpenAsync(connection, ct);
                    return connection;
                },
                ct);
        }
        catch (Exception exception)
        {
            _unreachable = exception;
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// All that is asked of the database goes by here. SqlClient says with an error of its own that a statement was
    /// cancelled (https://github.com/dotnet/SqlClient/issues/26); here that is a cancellation as any other.
    /// </summary>
    private async Task<T> GuardAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (DbException exception) when (Remember(exception) || ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (DbException exception) when (dialect.Redact(exception) is not null)
        {
            throw dialect.Redact(exception)!;
        }
        catch (DataException exception)
        {
            throw Unreadable(exception);
        }
    }

    // Looks on, and catches nothing.
    private bool Remember(DbException exception)
    {
        dialect.Report(exception);
        return false;
    }

    private async Task GuardAsync(Func<ValueTask> ask, CancellationToken ct) => await GuardAsync(
        async () =>
        {
            await ask();
            return true;
        },
        ct);

    // Dapper quotes the value that it cannot read.
    private static DataException Unreadable(DataException exception) =>
        new($"What stands in the database could not be read ({exception.InnerException?.GetType().Name}).");

    private CommandDefinition Command(string sql, object parameters, CancellationToken ct) =>
        new(dialect.Render(sql), dialect.Declare(parameters), _current?.Transaction, cancellationToken: ct);

    private CommandDefinition ApartCommand(string sql, object parameters, CancellationToken ct) =>
        new(dialect.Render(sql), dialect.Declare(parameters), cancellationToken: ct);

    private async Task CommitAsync(CancellationToken ct)
    {
        try
        {
            await GuardAsync(async () => await _current!.Value.Transaction.CommitAsync(ct), ct);
        }
        catch (Exception exception)
        {
            _isInDoubt = exception is not DbException database || !dialect.IsTakenBack(database);
            throw;
        }

        dialect.ReportWritten();
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
        if (_current is { } current)
        {
            _current = null;
            try
            {
                await current.Transaction.DisposeAsync();
                await current.Connection.DisposeAsync();
            }
            finally
            {
                _turn?.Dispose();
                _turn = null;
            }
        }
    }

    private void RefuseWhileReading()
    {
        if (_isReading)
        {
            throw new InvalidOperationException("This session only reads.");
        }
    }

    private async ValueTask EndReadAsync(DbConnection connection, DbTransaction snapshot)
    {
        (_current, _isReading) = (null, false);
        _onCommitted.Clear();
        try
        {
            await GuardAsync(() => dialect.EndSnapshotAsync(connection, snapshot), CancellationToken.None);
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private sealed class Reading(DbSession session, DbConnection connection, DbTransaction snapshot) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => session.EndReadAsync(connection, snapshot);
    }

    private sealed class Scope(DbSession session) : IUnitOfWorkScope
    {
        public Task CommitAsync(CancellationToken ct) => session.CommitAsync(ct);

        public ValueTask DisposeAsync() => session.EndAsync();
    }
}
