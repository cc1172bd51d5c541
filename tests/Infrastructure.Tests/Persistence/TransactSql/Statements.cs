using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;

/// <summary>All SQL that the product sends to SQL Server: statements in the code, and migrations.</summary>
internal static partial class Statements
{
    private const string Migrations = ".Persistence.Migrations.";

    /// <summary>Each statement, named after where it stands.</summary>
    public static IReadOnlyList<(string Name, string Sql)> InCode { get; } =
    [
        .. typeof(InfrastructureRegistration).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string))
            .Select(f => (
                Name: $"{f.DeclaringType!.Name}.{f.Name}",
                Sql: InList().Replace((string)f.GetRawConstantValue()!, "IN (@${list})")))
            .Where(f => Statement().IsMatch(f.Sql)),
    ];

    /// <summary>The migrations of an engine by file name, in their order.</summary>
    public static SortedDictionary<string, string> MigrationsOf(string engine)
    {
        var assembly = typeof(InfrastructureRegistration).Assembly;
        var folder = $"{Migrations}{engine}.";
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.IndexOf(folder, StringComparison.Ordinal) is var at and >= 0)
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                scripts.Add(name[(at + folder.Length)..], reader.ReadToEnd());
            }
        }

        return scripts;
    }

    /// <summary>As SQL Server 2019 reads it, the oldest that is supported.</summary>
    public static TSqlScript Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var parsed = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Count == 0
            ? (TSqlScript)parsed
            : throw new FormatException(string.Join('\n', errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")));
    }

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|SET)\s", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Statement();

    // Dapper makes a list of parameters of it.
    [GeneratedRegex(@"IN @(?<list>\w+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex InList();
}
