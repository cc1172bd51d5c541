using Kurve.Numo.Infrastructure.Tests.Shared;
using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>Nights in which processes die at work, and on a file one sleeps.</summary>
public sealed class NightTests(ITestOutputHelper output)
{
    public const int Few = 16;
    public const int Many = 200;

    [Fact]
    public Task Every_school_is_synced_once_though_processes_die_and_sleep() => CheckNightAsync(Few);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Each_of_many_schools_is_synced_once_though_processes_die_and_sleep() => CheckNightAsync(Many);

    [SqlServerFact]
    public async Task Every_school_is_synced_once_though_processes_of_a_cluster_die()
    {
        await using var ploeg = await Nachtploeg.StartAsync(Few, onFile: false, output);

        await ploeg.KillAtWorkAsync();
        await ploeg.KillAtWorkAsync();
        ploeg.Hurry();

        await CheckAsync(ploeg);
    }

    private async Task CheckNightAsync(int schools)
    {
        await using var ploeg = await Nachtploeg.StartAsync(schools, onFile: true, output);

        var held = await new Slaapnacht(ploeg).PassAsync();

        held.Should().NotBeEmpty();
        await CheckAsync(ploeg);
    }

    private static async Task CheckAsync(Nachtploeg ploeg)
    {
        var schools = ploeg.Scholen.Count;
        ploeg.Deaths.Should().HaveCount(2).And.OnlyContain(
            death => death.Ended < schools && death.AtWork > 0, "each died in the middle of the night");

        await ploeg.UntilEndedAsync(schools);
        await Nachtploeg.UntilAsync(
            async () => (await ploeg.Boek.ListHeldAsync()).All(lease => lease.IsPlanner), Nachtploeg.LongestHold);

        var leftBehind = await Task.WhenAll(ploeg.Deaths.Select(death => death.LeftBehind));
        leftBehind.SelectMany(left => left).Should().BeEmpty("nobody renews what a process held that died");
        (await ploeg.Boek.CountEndingsAsync()).Should()
            .HaveCount(schools).And.OnlyContain(school => school.Value == 1);
        (await ploeg.Boek.CountAppliesAsync()).Should().NotBeEmpty().And.OnlyContain(school => school.Value == 1);
        foreach (var school in await ploeg.Boek.ListEndedAsync())
        {
            var now = await ploeg.Through(school).PreviewAsync();
            (now.Leerlingen.Nieuw + now.Leerlingen.Bijwerken + now.Leerlingen.Heractiveren).Should().Be(
                0, "all that could be applied was, and nothing by half");
        }
    }
}
