using Kurve.Numo.Infrastructure.Tests.Shared;
using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>A night in which three processes die and sleep (<see cref="Nachtploeg.PassNightAsync"/>).</summary>
public sealed class NightTests(ITestOutputHelper output)
{
    public const int Few = 16;
    public const int Many = 200;

    [Fact]
    public Task Every_school_is_synced_once_though_processes_die_and_sleep() => CheckNightAsync(Few);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Each_of_many_schools_is_synced_once_though_processes_die_and_sleep() => CheckNightAsync(Many);

    private async Task CheckNightAsync(int schools)
    {
        await using var ploeg = await Nachtploeg.StartAsync(schools, isFenced: true);

        var held = await ploeg.PassNightAsync(output);
        await ploeg.UntilEndedAsync(schools);

        held.Should().NotBeEmpty();
        (await ploeg.CountEndingsAsync()).Should().HaveCount(schools).And.OnlyContain(school => school.Value == 1);
        (await ploeg.CountAppliesAsync()).Should().NotBeEmpty().And.OnlyContain(school => school.Value == 1);
        (await ploeg.HeldBeyondLeaseAsync()).Should().BeEmpty("nobody renews what a process held that died");
        await Nachtploeg.UntilAsync(async () => (await ploeg.HeldAsync()).Count == 0);
        foreach (var school in await ploeg.EndedAsync())
        {
            var now = await ploeg.Through(school).PreviewAsync();
            (now.Leerlingen.Nieuw + now.Leerlingen.Bijwerken + now.Leerlingen.Heractiveren).Should().Be(
                0, "all that could be applied was, and nothing by half");
        }
    }
}
