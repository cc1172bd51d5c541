using System.Text.RegularExpressions;
using Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;
using Kurve.Numo.Infrastructure.Tests.Stores;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>Every column of a person is remembered by a merge and given back when it is undone, or named here.</summary>
[SqliteOnly("the columns of both engines are compared elsewhere")]
public sealed partial class SamenvoegColumnTests
{
    private const string Columns = "SELECT name FROM pragma_table_info(@Table);";

    private static readonly Dictionary<string, string> NotRemembered = new(StringComparer.Ordinal)
    {
        ["Gemaakt"] = "a merge makes nobody",
        ["Gewijzigd"] = "undoing is a change as well",
        ["Versie"] = "it only rises; the version before and after are remembered",
        ["SamengevoegdMet"] = "nobody who was merged is merged again, so it was empty",
        ["VastgezetTotEnMet"] = "a merge leaves pins as they are",
        ["VastgezetReden"] = "a merge leaves pins as they are",
        ["VastgezetDoor"] = "a merge leaves pins as they are",
        ["VastgezetMoment"] = "a merge leaves pins as they are",
    };

    [Theory]
    [InlineData("Leerlingen_Leerling", LeerlingSamenvoegingSql.Save, LeerlingSamenvoegingSql.Restore)]
    [InlineData("Leerlingen_Docent", DocentSamenvoegingSql.Save, DocentSamenvoegingSql.Restore)]
    public async Task A_column_of_a_person_is_remembered_and_given_back_or_there_is_a_reason_why_not(
        string table, string save, string restore)
    {
        await using var database = TestDatabase.Create();

        var person = await database.QueryAsync<string>(Columns, new { Table = table });
        var remembered = await database.QueryAsync<string>(Columns, new { Table = table + "Samenvoeging" });

        person.Except(remembered).Should().BeEquivalentTo(NotRemembered.Keys, "of each others there is a column to undo");
        remembered.Except(person).Should().BeEquivalentTo(["VervaltId", "VersieVoor", "VersieNa"]);
        InsertedColumns().Match(save).Groups["columns"].Value
            .Split(',', StringSplitOptions.TrimEntries).Should().BeEquivalentTo(remembered);
        RestoredColumns().Matches(restore).Select(m => m.Groups["column"].Value).Should().BeEquivalentTo(
            person.Except(NotRemembered.Keys).Except(["SchoolId", "Id"]));
    }

    [GeneratedRegex(@"INSERT INTO \w+ \((?<columns>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InsertedColumns();

    [GeneratedRegex(@"(?<column>\w+) = m\.\k<column>,", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RestoredColumns();
}
