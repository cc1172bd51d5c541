using System.Collections;
using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>
/// SQL Server 2019 and 2022, Azure SQL, and what speaks as they do. Many write at once: a unique key or a version in the
/// WHERE clause decides between them, and what the server took back is done again from its beginning.
/// </summary>
internal sealed class SqlServerDialect(string connectionString) : SqlDialect
{
    /// <summary>Any row of any table would do: a snapshot is refused where the first is read.</summary>
    private const string ReadAnything = "SELECT COUNT(*) FROM Leerplannen_Catalogus;";

    private const string BackToDefault = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;";

    private readonly SqlConnectionStringBuilder _settings = SqlServerSettings.Parse(connectionString);
    private IsolationLevel? _snapshot;

    public override DbConnection CreateConnection() => new SqlConnection(_settings.ConnectionString);

    public override async Task OpenAsync(DbConnection connection, CancellationToken ct)
    {
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (InvalidOperationException) when (connection.State == ConnectionState.Closed)
        {
            // The only thing that SqlClient says so of a connection that can be made.
            throw SqlServerFault.NoConnectionFree(_settings.MaxPoolSize);
        }
    }

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct) =>
        connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);

    /// <summary>
    /// A snapshot where the database allows it, since that keeps nobody waiting; otherwise serializable, which holds all
    /// that was read until the end and so shows one moment as well.
    /// </summary>
    public override async ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct)
    {
        try
        {
            _snapshot ??= await ChooseAsync((SqlConnection)connection, ct);
            return await connection.BeginTransactionAsync(_snapshot.Value, ct);
        }
        catch
        {
            await ResetAsync(connection);
            throw;
        }
    }

    // The level outlives its transaction, and the connection may go back to the pool with it.
    public override async ValueTask EndSnapshotAsync(DbConnection connection, DbTransaction transaction)
    {
        await transaction.DisposeAsync();
        await ResetAsync(connection);
    }

    public override string Render(string sql) => sql;

    // Of a list a statement is run for each; there are no blobs in any.
    public override object Declare(object parameters) =>
        parameters is IEnumerable ? parameters : new SqlServerParameters(parameters);

    public override object ToMoment(DateTimeOffset moment) => moment.ToUniversalTime();

    public override bool IsUniqueViolation(DbException exception) => SqlServerErrors.IsUniqueViolation(exception);

    public override bool IsBusy(DbException exception) => SqlServerErrors.IsBusy(exception);

    public override Databasestoring? StoringOf(DbException exception) => SqlServerErrors.StoringOf(exception);

    public override bool IsRepeatable(DbException exception) => SqlServerErrors.IsRepeatable(exception);

    public override bool IsTakenBack(DbException exception) => SqlServerErrors.IsTakenBack(exception);

    public override DbException? Redact(DbException exception) =>
        exception is SqlException error ? SqlServerFault.Of(error) : null;

    public override async Task BulkInsertAsync<T>(
        DbConnection connection,
        DbTransaction transaction,
        BulkTable<T> table,
        IEnumerable<T> rows,
        CancellationToken ct)
    {
        await using var reader = new SqlServerBulkReader<T>(table, rows);
        if (!reader.HasRows)
        {
            return;
        }

        // Without CheckConstraints a bulk insert would pass foreign keys by. All rows are one batch, so that they are
        // there or not, as with any other statement.
        using var copy = new SqlBulkCopy(
            (SqlConnection)connection, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)transaction)
        {
            DestinationTableName = table.Name,
            BatchSize = 0,
            BulkCopyTimeout = _settings.CommandTimeout,
        };
        foreach (var (name, _) in table.Columns)
        {
            copy.ColumnMappings.Add(name, name);
        }

        try
        {
            await copy.WriteToServerAsync(reader, ct);
        }
        catch (InvalidOperationException exception) when (connection.State == ConnectionState.Open)
        {
            throw SqlServerFault.OfBulkInsert(table.Name, exception);
        }
    }

    private static async Task<IsolationLevel> ChooseAsync(SqlConnection connection, CancellationToken ct)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Snapshot, ct);
            await connection.ExecuteScalarAsync<int>(
                new CommandDefinition(ReadAnything, transaction: transaction, cancellationToken: ct));
            return IsolationLevel.Snapshot;
        }
        catch (SqlException e) when (
            connection.State == ConnectionState.Open && !SqlServerErrors.IsBusy(e) && !ct.IsCancellationRequested)
        {
            return IsolationLevel.Serializable;
        }
    }

    private static async Task ResetAsync(DbConnection connection)
    {
        if (connection.State == ConnectionState.Open)
        {
            await connection.ExecuteAsync(BackToDefault);
        }
    }
}
