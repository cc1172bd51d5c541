using System.Reflection;
using System.Text.RegularExpressions;
using Kurve.Numo.Infrastructure.Leerlingen;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Kurve.Numo.Infrastructure.Tests.Stores;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>How SQLite finds who is asked for: within one school, by a key, and never in the whole table.</summary>
[SqliteOnly("EXPLAIN QUERY PLAN")]
public sealed partial class ZoekplanTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();

    public Task InitializeAsync() => _database.RegisterSchoolAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("SearchStamnummer", "UX_Leerlingen_Leerling_Stamnummer (SchoolId=? AND StamnummerCanoniek=?)")]
    [InlineData("Search", "PRIMARY KEY (SchoolId=?)")]
    [InlineData("Count", "PRIMARY KEY (SchoolId=?)")]
    [InlineData("List", "PRIMARY KEY (SchoolId=? AND Id>?)")]
    [InlineData("FindKeys", "PRIMARY KEY (SchoolId=? AND Id=?)")]
    public async Task People_are_found_by_a_key(string statement, string expected)
    {
        var plan = await ExplainAsync(Sql(typeof(ListLeerlingenHandler), statement));

        plan.Should().Contain(step => step.StartsWith("SEARCH l", StringComparison.Ordinal) && step.EndsWith(expected, StringComparison.Ordinal));
        plan.Should().NotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Docenten_are_found_within_their_school()
    {
        var plan = await ExplainAsync(Sql(typeof(ListDocentenHandler), "Search"));

        plan.Should().ContainSingle().Which.Should().EndWith("PRIMARY KEY (SchoolId=?)");
    }

    private static string Sql(Type handler, string name) =>
        (string)handler.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;

    private async Task<IReadOnlyList<string>> ExplainAsync(string sql)
    {
        var rendered = sql.Replace("OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY", "LIMIT @Take", StringComparison.Ordinal);
        var values = Parameter().Matches(rendered).Select(m => m.Value[1..]).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => (object)1, StringComparer.Ordinal);
        var steps = await _database.QueryAsync<Stap>("EXPLAIN QUERY PLAN " + rendered, values);
        return [.. steps.Select(step => step.Detail)];
    }

    [GeneratedRegex("@[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    private sealed class Stap
    {
        public required string Detail { get; init; }
    }
}
