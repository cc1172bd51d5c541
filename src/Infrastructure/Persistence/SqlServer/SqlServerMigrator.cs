using System.Data;
using System.Net.Sockets;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Brings a database of SQL Server to the newest schema. Safe to run at every start, by several processes at once. The
/// database itself is an operator's to create: this needs no rights outside of it.
/// </summary>
internal static class SqlServerMigrator
{
    public const string Prefix = "Kurve.Numo.Infrastructure.Persistence.Migrations.SqlServer.";

    private const string Turn = "Kurve.Numo.Migrator";
    private const int PatienceMilliseconds = 120_000;
    private static readonly TimeSpan LongestScript = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestKnock = TimeSpan.FromSeconds(5);

    /// <summary>Runs the migrations that it has not had.</summary>
    /// <exception cref="DatabaseUnusableException">It cannot be reached or opened; the message says why.</exception>
    /// <exception cref="InvalidOperationException">A migration failed; its name is in the message.</exception>
    public static void Migrate(string connectionString)
    {
        var settings = SqlServerSettings.Parse(connectionString);
        Knock(settings);

        // One process at a time. The lock belongs to the session: it ends with it, also when the process dies. It only
        // saves work: every script may run twice.
        using var connection = Open(settings);
        EnterAlone(connection);
        var upgrade = DeployChanges.To
            .SqlDatabase(settings.ConnectionString)
            .WithScriptsEmbeddedInAssembly(
                typeof(SqlServerMigrator).Assembly, name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .WithScripts(new CsvScripts(Prefix, "N'"))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .WithExecutionTimeout(LongestScript)
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
        }
    }

    // The driver takes its whole timeout to tell of a port that is closed, and then without a reason.
    private static void Knock(SqlConnectionStringBuilder settings)
    {
        if (SqlServerSettings.FindAddress(settings.DataSource) is not { } address)
        {
            return;
        }

        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(LongestKnock);
        try
        {
            client.ConnectAsync(address.Host, address.Port, patience.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            var reason = e is SocketException socket ? socket.SocketErrorCode.ToString() : "no answer";
            throw new DatabaseUnusableException(
                $"Nothing answers on {address.Host} port {address.Port} ({reason}): check the server in "
                    + $"{DatabaseOptions.Section}:ConnectionString, the firewall, and that SQL Server runs.",
                e);
        }
    }

    private static SqlConnection Open(SqlConnectionStringBuilder settings)
    {
        var connection = new SqlConnection(
            new SqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqlException e)
        {
            connection.Dispose();
            throw new DatabaseUnusableException(SqlServerErrors.Explain(e, settings), e);
        }
    }

    private static void EnterAlone(SqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "sp_getapplock";
        command.CommandType = CommandType.StoredProcedure;
        command.CommandTimeout = (PatienceMilliseconds / 1000) + 10;
        command.Parameters.AddWithValue("@Resource", Turn);
        command.Parameters.AddWithValue("@LockMode", "Exclusive");
        command.Parameters.AddWithValue("@LockOwner", "Session");
        command.Parameters.AddWithValue("@LockTimeout", PatienceMilliseconds);
        var outcome = command.Parameters.Add("@Outcome", SqlDbType.Int);
        outcome.Direction = ParameterDirection.ReturnValue;
        command.ExecuteNonQuery();
        if ((int)outcome.Value < 0)
        {
            throw new DatabaseUnusableException(
                $"Another process has been migrating the database for {PatienceMilliseconds / 1000} seconds; "
                    + "see what it waits for, and start again.");
        }
    }
}
