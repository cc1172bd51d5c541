using Kurve.Numo.Infrastructure.Tests.Persistence;

namespace Kurve.Numo.Infrastructure.Tests.Stores;

/// <summary>Which engine the test at hand runs on.</summary>
internal static class TestStore
{
    private static readonly AsyncLocal<bool> OnSqlServer = new();

    public static bool IsSqlServer => OnSqlServer.Value;

    /// <summary>Runs on SQL Server; all that is awaited within sees it.</summary>
    public static async Task<T> OnSqlServerAsync<T>(Func<Task<T>> run)
    {
        OnSqlServer.Value = true;
        return await run();
    }
}

/// <summary>
/// Keeps a test, or all of a class, from running on SQL Server as well, as tests with a <see cref="TestDatabase"/> do.
/// </summary>
/// <param name="reason">What of SQLite it is about.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class SqliteOnlyAttribute(string reason) : Attribute
{
    public string Reason => reason;
}
