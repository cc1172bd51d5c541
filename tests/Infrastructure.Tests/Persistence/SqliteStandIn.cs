using System.Data.Common;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Persistence.Plans;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>SQLite, of which a test makes something else, and of which it may record what runs.</summary>
internal abstract class SqliteStandIn(string connectionString) : SqlDialect
{
    private readonly SqliteDialect _inner = new(connectionString);

    public override DbConnection CreateConnection() => _inner.CreateConnection();

    public override async Task OpenAsync(DbConnection connection, CancellationToken ct)
    {
        await _inner.OpenAsync(connection, ct);
        WriteRecorder.Current?.Watch(connection);
    }

    public override Task<IDisposable?> WaitForTurnAsync(bool isUrgent, CancellationToken ct) =>
        _inner.WaitForTurnAsync(isUrgent, ct);

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct) =>
        _inner.BeginWriteAsync(connection, ct);

    public override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) =>
        _inner.BeginSnapshotAsync(connection, ct);

    public override IDisposable? CancelWith(DbConnection connection, CancellationToken ct) =>
        _inner.CancelWith(connection, ct);

    public override Databasestoring? StoringOf(DbException exception) => _inner.StoringOf(exception);

    public override string Render(string sql) => _inner.Render(sql);

    public override object ToMoment(DateTimeOffset moment) => _inner.ToMoment(moment);

    public override bool IsUniqueViolation(DbException exception) => _inner.IsUniqueViolation(exception);

    public override bool IsBusy(DbException exception) => _inner.IsBusy(exception);

    public override Task BulkInsertAsync<T>(
        DbConnection connection,
        DbTransaction transaction,
        BulkTable<T> table,
        IEnumerable<T> rows,
        CancellationToken ct) => _inner.BulkInsertAsync(connection, transaction, table, rows, ct);
}
