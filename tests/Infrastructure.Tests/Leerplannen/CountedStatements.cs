using System.Data;
using System.Data.Common;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

/// <summary>Counts the statements that SQLite itself says it runs, whoever sends them.</summary>
internal sealed class CountedStatements
{
    private int _count;

    public async Task<int> CountAsync(Func<Task> action)
    {
        Interlocked.Exchange(ref _count, 0);
        await action();
        return Volatile.Read(ref _count);
    }

    /// <summary>The engine's own dialect; only SQLite's counts.</summary>
    public SqlDialect Around(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return TestStore.IsSqlServer
            ? new SqlServerDialect(options.ConnectionString)
            : new Dialect(new SqliteDialect(options.ConnectionString), this);
    }

    private void Watch(object sender, StateChangeEventArgs e)
    {
        if (e.CurrentState == ConnectionState.Open)
        {
            strdelegate_trace trace = (_, _) => Interlocked.Increment(ref _count);
            raw.sqlite3_trace(((SqliteConnection)sender).Handle, trace, null);
        }
    }

    private sealed class Dialect(SqliteDialect inner, CountedStatements counted) : SqlDialect
    {
        public override DbConnection CreateConnection()
        {
            var connection = inner.CreateConnection();
            connection.StateChange += counted.Watch;
            return connection;
        }

        public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct) =>
            inner.BeginWriteAsync(connection, ct);

        public override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) =>
            inner.BeginSnapshotAsync(connection, ct);

        public override string Render(string sql) => inner.Render(sql);

        public override object ToMoment(DateTimeOffset moment) => inner.ToMoment(moment);

        public override bool IsUniqueViolation(DbException exception) => inner.IsUniqueViolation(exception);

        public override bool IsBusy(DbException exception) => inner.IsBusy(exception);

        public override Task BulkInsertAsync<T>(
            DbConnection connection,
            DbTransaction transaction,
            BulkTable<T> table,
            IEnumerable<T> rows,
            CancellationToken ct) => inner.BulkInsertAsync(connection, transaction, table, rows, ct);
    }
}
