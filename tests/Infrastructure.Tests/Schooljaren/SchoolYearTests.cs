using Kurve.Numo.Infrastructure.Tests.Shared;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>
/// A school's year from May to November, night by night: what Numo shows is what the school expects, by a model that knows
/// what Numo promises and nothing of how it does that. <c>NUMO_TEST_SEED=17</c> runs the year of one seed alone.
/// </summary>
public abstract class SchoolYearTests
{
    protected const int Honderden = 250;

    /// <summary>Every other seed from the first on; those that are asked for, if any are.</summary>
    protected static TheoryData<int> Seeds(int first, int count)
    {
        var asked = Environment.GetEnvironmentVariable("NUMO_TEST_SEED")?.Split(',') ?? [];
        var seeds = asked.Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return [.. seeds.Count > 0 ? seeds.Where(s => s % 2 == first % 2) : EveryOther(first, count)];
    }

    /// <summary>Runs all seeds, and tells of each that fails.</summary>
    protected static async Task RunAsync(int first, int count)
    {
        var failures = new List<string>();
        foreach (var seed in EveryOther(first, count))
        {
            try
            {
                await Jaar.RunAsync(seed);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                failures.Add($"seed {seed}: {failure.Message}");
            }
        }

        string.Join('\n', failures).Should().BeEmpty();
    }

    private static IEnumerable<int> EveryOther(int first, int count) =>
        Enumerable.Range(0, count).Select(i => first + (2 * i));
}

/// <summary>Odd seeds.</summary>
public sealed class SchoolYearOfOddSeedsTests : SchoolYearTests
{
    public static TheoryData<int> Seeds() => Seeds(1, 10);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Each_day_shows_what_the_school_expects(int seed) => Jaar.RunAsync(seed);

    /// <summary><c>NUMO_TEST_LANG=1 dotnet test tests/Infrastructure.Tests --filter Duur=lang</c>.</summary>
    [LangFact]
    [Trait("Duur", "lang")]
    public Task Each_day_of_hundreds_of_years_shows_what_the_school_expects() => RunAsync(21, Honderden);
}

/// <summary>Even seeds.</summary>
public sealed class SchoolYearOfEvenSeedsTests : SchoolYearTests
{
    public static TheoryData<int> Seeds() => Seeds(2, 10);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Each_day_shows_what_the_school_expects(int seed) => Jaar.RunAsync(seed);

    /// <summary>A key changes in both years' lists, and next year's lacks the ECK iD of that pupil.</summary>
    [Fact]
    public Task Each_day_shows_what_the_school_expects_when_keys_change_before_the_summer() => Jaar.RunAsync(408);

    /// <summary><c>NUMO_TEST_LANG=1 dotnet test tests/Infrastructure.Tests --filter Duur=lang</c>.</summary>
    [LangFact]
    [Trait("Duur", "lang")]
    public Task Each_day_of_hundreds_of_years_shows_what_the_school_expects() => RunAsync(22, Honderden);
}
