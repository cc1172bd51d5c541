using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>
/// An error of SQL Server that may be logged. Its own text may quote a row: 2601 and 2627 the key, 2628 the value,
/// 245 what was converted. So it is left out, but for errors that are known to name only objects of the database.
/// </summary>
internal sealed class SqlServerFault(SqlException exception) : DbException(Tell(exception))
{
    private const byte Resources = 17;

    /// <summary>
    /// Unknown column or table (207, 208), no permission (229, 230, 262), NULL or foreign key (515, 547), deadlock (1205),
    /// no lock in time (1222), conflict of snapshots (3960), no answer in time (-2).
    /// </summary>
    private static readonly HashSet<int> QuotesNothing = [207, 208, 229, 230, 262, 515, 547, 1205, 1222, 3960, -2];

    /// <summary>The number of each error.</summary>
    public IReadOnlyList<int> Numbers { get; } = [.. exception.Errors.Cast<SqlError>().Select(error => error.Number)];

    /// <summary>The class of the gravest one.</summary>
    public byte Class { get; } = exception.Class;

    private static string Tell(SqlException exception) =>
        string.Join(' ', exception.Errors.Cast<SqlError>().Select(Tell));

    // Classes of 17 and above tell of the server: no room, no connection, broken.
    private static string Tell(SqlError error) =>
        $"SQL Server error {error.Number.ToString(CultureInfo.InvariantCulture)}, class {error.Class}, line "
        + $"{error.LineNumber.ToString(CultureInfo.InvariantCulture)}"
        + (error.Class >= Resources || QuotesNothing.Contains(error.Number) ? $": {error.Message}" : ".");
}
