using System.Data.Common;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// What differs between database engines. All statements are written as T-SQL that every engine here understands; what
/// an engine says otherwise is translated in this one place.
/// </summary>
internal abstract class SqlDialect : IDatabaseErrors
{
    /// <summary>
    /// The one clause of our statements that engines spell differently: the first rows of an ordered result.
    /// </summary>
    public const string FirstRows = "OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY";

    /// <summary>A new connection, not opened.</summary>
    public abstract DbConnection CreateConnection();

    /// <summary>Opens a connection.</summary>
    public virtual Task OpenAsync(DbConnection connection, CancellationToken ct) => connection.OpenAsync(ct);

    /// <summary>
    /// Waits until nobody else of this process writes, where an engine has one writer at a time; what comes back is to be
    /// disposed when it has written. Null where many write at once.
    /// </summary>
    /// <param name="isUrgent">Whether it keeps work alive, and so goes before others.</param>
    /// <param name="ct">Stops waiting.</param>
    public virtual Task<IDisposable?> WaitForTurnAsync(bool isUrgent, CancellationToken ct) =>
        Task.FromResult<IDisposable?>(null);

    /// <summary>
    /// Ends the statement that runs on a connection as soon as the token is cancelled, until what it gives is disposed;
    /// null where the engine's own commands do so.
    /// </summary>
    public virtual IDisposable? CancelWith(DbConnection connection, CancellationToken ct) => null;

    /// <summary>Begins a transaction that may write, waiting for its turn.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Begins a transaction in which all that is read is of one moment.</summary>
    public abstract ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Ends what <see cref="BeginSnapshotAsync"/> began, and leaves the connection as it was before.</summary>
    public virtual ValueTask EndSnapshotAsync(DbConnection connection, DbTransaction transaction) =>
        transaction.DisposeAsync();

    /// <summary>The statement as this engine wants it.</summary>
    public abstract string Render(string sql);

    /// <summary>The parameters of a statement as this engine wants them declared.</summary>
    public virtual object Declare(object parameters) => parameters;

    /// <summary>A moment as bulk inserts give it to this engine.</summary>
    public abstract object ToMoment(DateTimeOffset moment);

    /// <summary>Whether an insert or update failed because a unique key exists.</summary>
    public abstract bool IsUniqueViolation(DbException exception);

    /// <inheritdoc/>
    public Databasestoring? Storing { get; private set; }

    /// <inheritdoc/>
    public abstract bool IsBusy(DbException exception);

    /// <inheritdoc/>
    public virtual Databasestoring? StoringOf(DbException exception) => null;

    /// <summary>Remembers what an error means for whoever asks whether the database works.</summary>
    public void Report(DbException exception) => Storing = StoringOf(exception) ?? Storing;

    /// <summary>Remembers that something was written.</summary>
    public void ReportWritten() => Storing = null;

    /// <summary>
    /// Whether the same may succeed when the whole transaction is done again; unknown is whether it happened, unless
    /// <see cref="IsTakenBack"/>.
    /// </summary>
    public virtual bool IsRepeatable(DbException exception) => false;

    /// <summary>Whether the engine has taken the whole transaction back, for certain.</summary>
    public virtual bool IsTakenBack(DbException exception) => false;

    /// <summary>
    /// The error without its text, when that may quote what stands in a row: then nobody logs it by mistake. Null when
    /// it quotes nothing.
    /// </summary>
    public virtual DbException? Redact(DbException exception) => null;

    /// <summary>Inserts many rows as fast as the engine can, within the transaction.</summary>
    public abstract Task BulkInsertAsync<T>(
        DbConnection connection,
        DbTransaction transaction,
        BulkTable<T> table,
        IEnumerable<T> rows,
        CancellationToken ct);
}

/// <summary>How a kind of row is written to a table.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
/// <param name="Name">The table.</param>
/// <param name="Columns">Each column with its value for a row; ids as 16 bytes, moments as the engine's text.</param>
internal sealed record BulkTable<T>(string Name, params (string Name, Func<T, object?> Value)[] Columns);
