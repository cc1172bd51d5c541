using System.Data;
using System.Data.Common;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Kurve.Numo.Infrastructure.Tests.Persistence;
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
            : new Dialect(options.ConnectionString, this);
    }

    private void Watch(object sender, StateChangeEventArgs e)
    {
        if (e.CurrentState == ConnectionState.Open)
        {
            strdelegate_trace trace = Count;
            raw.sqlite3_trace(((SqliteConnection)sender).Handle, trace, null);
        }
    }

    // A connection that comes from the pool sets itself up anew; one that is new did so before it was watched.
    private void Count(object data, string statement)
    {
        if (!statement.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase))
        {
            Interlocked.Increment(ref _count);
        }
    }

    private sealed class Dialect(string connectionString, CountedStatements counted) : SqliteStandIn(connectionString)
    {
        public override DbConnection CreateConnection()
        {
            var connection = base.CreateConnection();
            connection.StateChange += counted.Watch;
            return connection;
        }
    }
}
