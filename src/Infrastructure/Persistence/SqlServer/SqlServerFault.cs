using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>
/// An error of SQL Server that may be logged. Its own text may quote a row: 2601 and 2627 the key, 2628 the value,
/// 245 what was converted. So it is left out, but for errors that are known to name only objects of the database.
/// </summary>
internal sealed class SqlServerFault : DbException
{
    private const byte Resources = 17;
    private const int NoAnswerInTime = -2;
    private const int Truncated = 2628;

    /// <summary>
    /// Unknown column or table (207, 208), no permission (229, 230, 262), NULL or foreign key (515, 547), deadlock
    /// (1205), no lock in time (1222), conflict of snapshots (3960), no answer in time (-2).
    /// </summary>
    private static readonly HashSet<int> QuotesNothing =
        [207, 208, 229, 230, 262, 515, 547, 1205, 1222, 3960, NoAnswerInTime];

    private SqlServerFault(string message, IReadOnlyList<int> numbers, byte @class)
        : base(message) => (Numbers, Class) = (numbers, @class);

    /// <summary>The number of each error.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>The class of the gravest one.</summary>
    public byte Class { get; }

    /// <summary>What an error of SqlClient means.</summary>
    public static SqlServerFault Of(SqlException exception)
    {
        var errors = exception.Errors.Cast<SqlError>().ToList();
        return new SqlServerFault(
            string.Join(' ', errors.Select(Tell)),
            [.. errors.Select(error => error.Number)],
            errors.Max(error => error.Class));
    }

    /// <summary>All connections that a process may have are in use.</summary>
    public static SqlServerFault NoConnectionFree(int max) => new(
        string.Create(CultureInfo.InvariantCulture, $"None of {max} connections (Max Pool Size) came free in time."),
        [NoAnswerInTime],
        @class: 11);

    /// <summary>
    /// A bulk insert that SqlBulkCopy refused. What the server said, if it did; else where the driver was at, without its
    /// text, which quotes the value.
    /// </summary>
    public static SqlServerFault OfBulkInsert(string table, InvalidOperationException exception) =>
        Causes(exception).OfType<SqlException>().FirstOrDefault() is { } said
            ? Of(said)
            : new SqlServerFault(
                IsValue(exception)
                    ? $"A row does not fit into {table}."
                    : $"Rows could not be written to {table} ({exception.GetType().Name} in {exception.TargetSite?.Name}).",
                IsValue(exception) ? [Truncated] : [],
                @class: 16);

    /// <summary>SqlBulkCopy says of a value that does not fit which column it is for, and why in what it wraps.</summary>
    private static bool IsValue(Exception exception) => Causes(exception).Skip(1).Any(
        cause => cause is InvalidOperationException or FormatException or OverflowException or InvalidCastException);

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    // Classes of 17 and above tell of the server: no room, no connection, broken.
    private static string Tell(SqlError error) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"SQL Server error {error.Number}, class {error.Class}, line {error.LineNumber}")
        + (error.Class >= Resources || QuotesNothing.Contains(error.Number) ? $": {error.Message}" : ".");
}
