using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>The night of <see cref="NightTests"/> without the fencing number: otherwise that would show nothing.</summary>
public sealed class UnfencedNightTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Without_the_fencing_number_a_process_that_slept_spoils_what_another_did()
    {
        await using var ploeg = await Nachtploeg.StartAsync(NightTests.Few, isFenced: false);

        var held = await ploeg.PassNightAsync(output);

        var ended = await ploeg.EndedAsync();
        var endings = await ploeg.CountEndingsAsync();
        held.Should().Contain(
            school => !ended.Contains(school) || endings[school] > 1, "nothing told the sleeper that it is too late");
    }
}
