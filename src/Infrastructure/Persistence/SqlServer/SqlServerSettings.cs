using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>
/// The connection string as this service uses it. No text here ever holds a part of it but the names of the server, the
/// database and the login: a password may stand anywhere in a string that cannot be read.
/// </summary>
internal static class SqlServerSettings
{
    private const string Application = "Kurve.Numo";
    private const int CommandTimeoutSeconds = 120;
    private const int DefaultPort = 1433;

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? Check(string connectionString)
    {
        const string Key = $"{DatabaseOptions.Section}:ConnectionString";
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return $"{Key} is missing: provider SqlServer needs 'Server=...;Database=...;User Id=...;Password=...'.";
        }

        return Read(connectionString) is not { } builder
                ? $"{Key} is no connection string of SQL Server: look for misspelled keywords, and put a value with "
                    + "; or = in it between quotes. It is not shown here, since it may hold a password."
            : builder.DataSource.Length == 0 ? $"{Key} names no server: add 'Server=HOST,PORT'."
            : builder.InitialCatalog.Length == 0 ? $"{Key} names no database: add 'Database=NAME'."
            : null;
    }

    /// <summary>With what this service needs: no MARS, no password in a connection that is open.</summary>
    public static SqlConnectionStringBuilder Parse(string connectionString) => Read(connectionString)
        ?? throw new InvalidOperationException("The connection string of SQL Server cannot be read.");

    /// <summary>Where TCP connections go; null for anything that is not one host and port.</summary>
    public static (string Host, int Port)? FindAddress(string dataSource)
    {
        var source = dataSource.Trim();
        source = source.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? source[4..] : source;
        var comma = source.LastIndexOf(',');
        var host = (comma < 0 ? source : source[..comma]).Trim();
        if (host.AsSpan().ContainsAny("\\(/") || host.Contains(':', StringComparison.Ordinal) != IsIpv6(host))
        {
            return null;
        }

        host = host is "." or "" ? "localhost" : host.Trim('[', ']');
        return comma < 0 ? (host, DefaultPort)
            : int.TryParse(source.AsSpan(comma + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is > 0 and <= ushort.MaxValue ? (host, port)
            : null;
    }

    private static bool IsIpv6(string host) =>
        System.Net.IPAddress.TryParse(host, out var address)
        && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;

    // No exception goes on from here: the message of "Keyword not supported" names what follows a ; within a password.
    private static SqlConnectionStringBuilder? Read(string connectionString)
    {
        try
        {
            var builder = new SqlConnectionStringBuilder(connectionString)
            {
                MultipleActiveResultSets = false,
                PersistSecurityInfo = false,
            };
            if (!builder.ShouldSerialize("Encrypt"))
            {
                builder.Encrypt = SqlConnectionEncryptOption.Mandatory;
            }

            if (!builder.ShouldSerialize("Application Name"))
            {
                builder.ApplicationName = Application;
            }

            if (!builder.ShouldSerialize("Command Timeout"))
            {
                builder.CommandTimeout = CommandTimeoutSeconds;
            }

            return builder;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }
}
