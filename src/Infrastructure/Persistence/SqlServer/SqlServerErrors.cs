using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>What the error numbers of SQL Server, Azure SQL and engines that speak their protocol mean.</summary>
internal static class SqlServerErrors
{
    private const int LoginFailed = 18456;
    private const int CommandTimeout = -2;

    /// <summary>A row that is referred to is not there, or one that goes is still referred to.</summary>
    private const int ForeignKey = 547;

    /// <summary>A connection that broke, or an attempt to make one that failed, is of this class or above.</summary>
    private const byte BrokenConnection = 20;

    /// <summary>A database that may not be opened (4060), or does not exist (911).</summary>
    private static readonly HashSet<int> CannotOpenDatabase = [911, 4060];

    /// <summary>A unique index (2601) and a unique constraint (2627); which of them says so differs by engine.</summary>
    private static readonly HashSet<int> UniqueKeys = [2601, 2627];

    /// <summary>The server took the whole transaction back: deadlock victim (1205), conflict of snapshots (3960).</summary>
    private static readonly HashSet<int> TakenBack = [1205, 3960];

    /// <summary>A lock was not had in time (1222), or Azure moves the database or has no room for a moment.</summary>
    private static readonly HashSet<int> Passing =
        [1222, 4221, 10928, 10929, 40143, 40166, 40197, 40501, 40540, 40613, 49918, 49919, 49920];

    /// <summary>No room for data (1101, 1105), in the log (9002), or by the quota of Azure (40544).</summary>
    private static readonly HashSet<int> Full = [1101, 1105, 9002, 40544];

    /// <summary>The database or a replica of it takes no changes.</summary>
    private static readonly HashSet<int> ReadOnly = [3906, 3908];

    /// <summary>Pages cannot be read, or are not what was written.</summary>
    private static readonly HashSet<int> Damaged = [605, 823, 824, 825, 926];

    /// <summary>The connection was lost on its way, as Windows, Linux and the driver number it.</summary>
    private static readonly HashSet<int> Lost = [20, 64, 121, 233, 10053, 10054, 10060, 10061];

    public static bool IsUniqueViolation(DbException exception) => Has(exception, UniqueKeys.Contains);

    /// <summary>Nothing of the transaction has happened, and at another moment it may succeed.</summary>
    public static bool IsTakenBack(DbException exception) => Has(exception, TakenBack.Contains);

    /// <summary>
    /// The same may succeed if all of its transaction is done again. A unique key counts, and a foreign key: nobody
    /// expected it, so another transaction wrote after this one had looked, and this one will see it the next time.
    /// </summary>
    public static bool IsRepeatable(DbException exception) =>
        Has(exception, n => n == ForeignKey || TakenBack.Contains(n) || Passing.Contains(n) || UniqueKeys.Contains(n))
        || IsLost(exception);

    /// <summary>The database is busy or away; the caller may try again later.</summary>
    public static bool IsBusy(DbException exception) =>
        Has(exception, n => n == CommandTimeout || TakenBack.Contains(n) || Passing.Contains(n)) || IsLost(exception);

    /// <summary>What an operator has to mend.</summary>
    public static Databasestoring? StoringOf(DbException exception) =>
        Has(exception, Full.Contains) ? Databasestoring.Vol
        : Has(exception, ReadOnly.Contains) ? Databasestoring.AlleenLezen
        : Has(exception, Damaged.Contains) ? Databasestoring.Beschadigd
        : Has(exception, n => n == LoginFailed || CannotOpenDatabase.Contains(n)) ? Databasestoring.Onbereikbaar
        : null;

    /// <summary>Why a connection could not be made, and what to do; no secret is in it.</summary>
    public static string Explain(SqlException exception, SqlConnectionStringBuilder settings)
    {
        var server = $"SQL Server {settings.DataSource}";
        // A database that cannot be opened comes with a login that failed for that reason, in one exception.
        return Has(exception, CannotOpenDatabase.Contains)
                ? $"{server} has no database '{settings.InitialCatalog}' that login '{settings.UserID}' may open: an "
                    + "operator creates it and its user (docs/runbooks/sqlserver.md)."
            : Has(exception, n => n == LoginFailed)
                ? $"{server} refuses login '{settings.UserID}': check user and password in "
                    + $"{DatabaseOptions.Section}:ConnectionString, and that the login exists."
            : IsCertificate(exception)
                ? $"The certificate of {server} is not trusted: install its authority here. TrustServerCertificate=true "
                    + "accepts any certificate, so only where nobody can come between."
            : $"{server} cannot be reached (error {exception.Number}): check host and port in "
                + $"{DatabaseOptions.Section}:ConnectionString, the firewall, and that it runs.";
    }

    private static bool IsCertificate(Exception exception) =>
        exception is System.Security.Authentication.AuthenticationException
        || exception.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase)
        || (exception.InnerException is { } inner && IsCertificate(inner));

    private static bool IsLost(DbException exception) =>
        exception is SqlException { Class: >= BrokenConnection } or SqlServerFault { Class: >= BrokenConnection }
        || Has(exception, Lost.Contains);

    private static bool Has(DbException exception, Func<int, bool> isWanted) => exception switch
    {
        SqlException sql => sql.Errors.Cast<SqlError>().Any(error => isWanted(error.Number)),
        SqlServerFault fault => fault.Numbers.Any(isWanted),
        _ => false,
    };
}
