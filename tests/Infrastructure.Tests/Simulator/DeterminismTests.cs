using System.Diagnostics;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class DeterminismTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_in_both_protocols()
    {
        await using var one = await SimulatorFixture.StartAsync(seed: 7);
        await using var other = await SimulatorFixture.StartAsync(seed: 7);

        (await UwlrTextAsync(one)).Should().Be(await UwlrTextAsync(other));
        (await one.GetListBytesAsync()).Should().Equal(await other.GetListBytesAsync());
    }

    [Fact]
    public async Task Another_seed_gives_other_people_and_other_passwords()
    {
        await using var one = await SimulatorFixture.StartAsync(seed: 7);
        await using var other = await SimulatorFixture.StartAsync(seed: 8);

        (await UwlrTextAsync(one)).Should().NotBe(await UwlrTextAsync(other));
        one.School.Wachtwoord.Should().NotBe(other.School.Wachtwoord);
        one.Host.Uwlr.Autorisatiesleutel.Should().NotBe(other.Host.Uwlr.Autorisatiesleutel);
    }

    [Fact]
    public async Task A_day_is_the_same_whether_it_is_reached_at_once_or_by_way_of_others()
    {
        await using var atOnce = await SimulatorFixture.StartAsync(new SimulatorOptions { Pupils = 120, Day = 9 });
        await using var byWay = await SimulatorFixture.StartAsync(new SimulatorOptions { Pupils = 120 });
        foreach (var day in new[] { 3, 14, 0, 5, 9 })
        {
            byWay.Host.Day = day;
            await byWay.GetListBytesAsync();
        }

        (await byWay.GetListBytesAsync()).Should().Equal(await atOnce.GetListBytesAsync());
    }

    [Fact]
    public async Task Two_schools_have_no_person_and_no_password_in_common()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 60, Schools = 2, Schooljaar = "2026-2027" });
        var first = await simulator.GetUwlrAsync();
        var second = await simulator.GetUwlrAsync(simulator.Uwlr().With("brincode", "99AB"));

        UwlrReading.EckIdsOf(first).Should().NotIntersectWith(UwlrReading.EckIdsOf(second));
        simulator.Host.Scholen.Select(s => s.Wachtwoord).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_schools_have_brins_that_no_real_school_has()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Schools = 700, Pupils = 1 });

        simulator.Host.Scholen.Select(s => s.Brin).Should().OnlyHaveUniqueItems().And.OnlyContain(
            brin => brin.StartsWith("99", StringComparison.Ordinal) || brin.StartsWith("98", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_hundred_days_of_a_school_are_ready_at_once()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);
        simulator.Host.Changes(simulator.School, 0, 0);

        var clock = Stopwatch.StartNew();
        simulator.Host.Changes(simulator.School, 0, 200);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5), "a second is the aim, and this machine may be busy");
    }

    private static async Task<string> UwlrTextAsync(SimulatorFixture simulator)
    {
        using var response = await simulator.SendUwlrAsync(simulator.Uwlr());
        return await response.Content.ReadAsStringAsync();
    }
}
