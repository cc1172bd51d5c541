using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Kurve.Numo.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.Plans;

/// <summary>
/// Notes each statement that SQLite itself says it ran while the write lock was held, whoever sent it: all between the
/// beginning and the end of a transaction that may write, and statements outside one that write by themselves.
/// </summary>
internal sealed partial class WriteRecorder
{
    private static readonly AsyncLocal<WriteRecorder?> Ambient = new();

    private readonly ConcurrentDictionary<string, byte> _statements = new(StringComparer.Ordinal);

    /// <summary>The one that the test at hand began; all that is awaited within sees it.</summary>
    public static WriteRecorder? Current => Ambient.Value;

    /// <summary>What ran, each text once: lists of parameters count as one, however long.</summary>
    public IReadOnlyCollection<string> Statements => [.. _statements.Keys];

    /// <summary>Records from now on.</summary>
    public static WriteRecorder Begin() => Ambient.Value = new WriteRecorder();

    /// <summary>Forgets what ran so far.</summary>
    public void Clear() => _statements.Clear();

    /// <summary>Lets a process be recorded, when a test does.</summary>
    public static void Register(IServiceCollection services)
    {
        if (Current is not null)
        {
            services.AddSingleton<SqlDialect>(provider => new Recorded(
                provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString));
        }
    }

    /// <summary>Listens to a connection until it is closed.</summary>
    public void Watch(DbConnection connection)
    {
        var isWriting = false;
        strdelegate_profile profile = (_, statement, _) => isWriting = Note(statement, isWriting);
        raw.sqlite3_profile(((SqliteConnection)connection).Handle, profile, null);
    }

    private bool Note(string statement, bool isWriting)
    {
        if (statement.StartsWith("BEGIN", StringComparison.Ordinal))
        {
            return statement.StartsWith("BEGIN IMMEDIATE", StringComparison.Ordinal);
        }

        if (Ending().IsMatch(statement))
        {
            return false;
        }

        if (isWriting || Writing().IsMatch(statement))
        {
            _statements.TryAdd(Numbered().Replace(statement.Trim(), "${name}"), 0);
        }

        return isWriting;
    }

    [GeneratedRegex(@"^\s*(COMMIT|ROLLBACK)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^\s*(INSERT|UPDATE|DELETE)\s", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Writing();

    // Dapper makes @Ids1, @Ids2 and so on of a list.
    [GeneratedRegex(@"(?<name>@[A-Za-z]+)1(,\s*@[A-Za-z]+\d+)*(?=\))", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Numbered();

    private sealed class Recorded(string connectionString) : SqliteStandIn(connectionString);
}
