using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Shared;
using Xunit.Abstractions;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>
/// Three processes on one store, of which one at a time schedules. The first that does is killed in the middle of the
/// night; the second stands still for longer than its lease, and finds when it goes on that the third has done what it
/// was at; then the third is killed.
/// </summary>
public sealed class NightTests(ITestOutputHelper output)
{
    private const int Few = 24;
    private const int Many = 200;

    [Fact]
    public Task Every_school_is_synced_once_though_processes_die_and_sleep() => CheckNightAsync(Few);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Each_of_many_schools_is_synced_once_though_processes_die_and_sleep() => CheckNightAsync(Many);

    /// <summary>The same night without the fencing number: otherwise the test above would show nothing.</summary>
    [Fact]
    public async Task Without_the_fencing_number_a_process_that_slept_spoils_what_another_did()
    {
        await using var ploeg = await Nachtploeg.StartAsync(Few, isFenced: false);

        var held = await PassNightAsync(ploeg);

        var ended = await ploeg.EndedAsync();
        var endings = await ploeg.CountEndingsAsync();
        held.Should().Contain(
            school => !ended.Contains(school) || endings[school] > 1, "nothing told the sleeper that it is too late");
    }

    private async Task CheckNightAsync(int schools)
    {
        await using var ploeg = await Nachtploeg.StartAsync(schools, isFenced: true);

        var held = await PassNightAsync(ploeg);
        await ploeg.UntilEndedAsync(schools);

        held.Should().NotBeEmpty();
        (await ploeg.CountEndingsAsync()).Should().HaveCount(schools).And.OnlyContain(school => school.Value == 1);
        (await ploeg.CountAppliesAsync()).Should().OnlyContain(school => school.Value == 1);
        await Nachtploeg.UntilAsync(async () => (await ploeg.HeldAsync()).Count == 0);
        foreach (var school in held)
        {
            var now = await ploeg.Through(school).PreviewAsync();
            (now.Leerlingen.Nieuw + now.Leerlingen.Bijwerken + now.Leerlingen.Heractiveren).Should().Be(0);
        }
    }

    /// <summary>The schools that the process that slept was at.</summary>
    private async Task<IReadOnlyList<SchoolId>> PassNightAsync(Nachtploeg ploeg)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var schools = ploeg.Scholen.Count;

        var first = await ploeg.SchedulerAsync();
        await ploeg.UntilEndedAsync(random.Next(1, schools / 4));
        await first.KillAsync();

        var second = await ploeg.SchedulerAsync(first);
        await ploeg.UntilEndedAsync(random.Next(schools / 3, schools / 2));
        ploeg.Greep.Hold(second.Id);
        await Nachtploeg.UntilAsync(() => Task.FromResult(ploeg.Greep.HeldBy(second.Id).Count > 0));
        await ploeg.PauseAsync(second);

        var third = await ploeg.SchedulerAsync(first, second);
        var held = ploeg.Greep.HeldBy(second.Id);
        await Nachtploeg.UntilAsync(async () => !held.Except(await ploeg.EndedAsync()).Any());
        ploeg.Greep.LetGo(second.Id);
        second.Continue();
        await Nachtploeg.UntilAsync(() => Task.FromResult(held.All(s => ploeg.Greep.HasTried(second.Id, s))));
        await third.KillAsync();
        return held;
    }
}
