using Kurve.Numo.Infrastructure.Tests.Shared;
using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>The nights of <see cref="NightTests"/> without the fencing number: otherwise those would show nothing.</summary>
public sealed class UnfencedNightTests(ITestOutputHelper output)
{
    [Fact]
    public Task Without_the_fencing_number_a_process_that_slept_spoils_what_another_did() =>
        CheckSpoiledAsync(NightTests.Few);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Without_the_fencing_number_a_process_that_slept_spoils_what_another_did_at_many_schools() =>
        CheckSpoiledAsync(NightTests.Many);

    private async Task CheckSpoiledAsync(int schools)
    {
        await using var ploeg = await Nachtploeg.StartAsync(schools, onFile: true, output, isFenced: false);

        var held = await new Slaapnacht(ploeg).PassAsync();

        var ended = await ploeg.Boek.ListEndedAsync();
        var endings = await ploeg.Boek.CountEndingsAsync();
        held.Should().Contain(
            school => !ended.Contains(school) || endings[school] > 1, "nothing told the sleeper that it is too late");
    }
}
