using System.Net.Http.Json;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Bediening;
using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class DayChangesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 5)]
    [InlineData(0, 30)]
    [InlineData(12, 40)]
    public async Task The_reported_changes_are_the_difference_between_the_answers_of_the_two_days(int from, int to)
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);
        var before = await SnapshotAsync(simulator, from);
        var after = await SnapshotAsync(simulator, to);

        var reported = simulator.Host.Changes(simulator.School, from, to);

        var both = before.People.Keys.Where(after.People.ContainsKey).ToList();
        var movers = both.Where(k => !Equals(before.People[k].Class, after.People[k].Class)).ToList();
        var renamed = both.Where(k => !Equals(before.People[k].Name, after.People[k].Name)).ToList();
        var recoded = both
            .Where(k => !Equals(before.Codes.GetValueOrDefault(k), after.Codes.GetValueOrDefault(k))).ToList();
        reported.Before.Should().Be(before.People.Count);
        reported.After.Should().Be(after.People.Count);
        reported.Leavers.Should().Be(before.People.Count - both.Count);
        (reported.Joiners + reported.Returners).Should().Be(after.People.Count - both.Count);
        reported.Movers.Should().Be(movers.Count);
        reported.Renamed.Should().Be(renamed.Count);
        reported.Recoded.Should().Be(recoded.Count);
        reported.Changed.Should().Be(movers.Concat(renamed).Concat(recoded).ToHashSet(StringComparer.Ordinal).Count);
        reported.TeachersJoined.Should().Be(after.Teachers.Count(t => !before.Teachers.Contains(t)));
        reported.TeachersLeft.Should().Be(before.Teachers.Count(t => !after.Teachers.Contains(t)));
    }

    [Fact]
    public async Task A_day_at_a_school_of_800_brings_some_of_everything_but_little()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);

        var days = Enumerable.Range(0, 100).Select(d => simulator.Host.Changes(simulator.School, d, d + 1)).ToList();

        days.Average(d => d.Joiners).Should().BeInRange(2, 4);
        days.Average(d => d.Leavers).Should().BeInRange(1, 3);
        days.Average(d => d.Movers).Should().BeInRange(3, 7);
        days.Average(d => d.Renamed).Should().BeInRange(1, 3);
        days.Average(d => d.Recoded).Should().BeInRange(0.5, 3);
        days.Average(d => d.Returners).Should().BeInRange(0.1, 1);
        days.Max(d => d.Changed + d.Joiners + d.Returners + d.Leavers).Should().BeLessThan(40);
        days.Sum(d => d.TeachersJoined).Should().BePositive();
        days.Sum(d => d.TeachersLeft).Should().BePositive();
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(50, 1)]
    [InlineData(50, 2)]
    [InlineData(120, 3)]
    public async Task Each_day_at_a_small_school_brings_one_takes_one_and_moves_one(int pupils, int seed)
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: pupils, seed: seed);

        var days = Enumerable.Range(0, 20).Select(d => simulator.Host.Changes(simulator.School, d, d + 1)).ToList();

        days.Should().OnlyContain(d => d.Joiners > 0 && d.Leavers > 0 && d.Movers > 0);
    }

    [Fact]
    public async Task Somebody_who_returns_has_the_keys_of_before()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);
        var day = Enumerable.Range(0, 100).First(d => simulator.Host.Changes(simulator.School, d, d + 1).Returners > 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var earlier = 0; earlier < day; earlier++)
        {
            seen.UnionWith((await SnapshotAsync(simulator, earlier)).People.Keys);
        }

        var before = await SnapshotAsync(simulator, day);
        var after = await SnapshotAsync(simulator, day + 1);

        after.People.Keys.Count(k => !before.People.ContainsKey(k) && seen.Contains(k))
            .Should().Be(simulator.Host.Changes(simulator.School, day, day + 1).Returners);
    }

    [Fact]
    public void Turbulent_days_bring_moves_to_another_vestiging_other_keys_lost_eck_ids_and_other_names_of_teachers()
    {
        var simulatie = new Simulatie(new SimulatorOptions { Pupils = 90, Vestigingen = 2, Turbulent = true });
        var verloop = simulatie.VerloopOf(simulatie.Scholen[0]);

        var days = Enumerable.Range(0, 60);
        var leerlingen = days.SelectMany(day => Pairs(verloop.At(day), verloop.At(day + 1))).ToList();
        var docenten = days.SelectMany(day => verloop.At(day).Docenten).Distinct().ToList();

        leerlingen.Should().Contain(p => p.Before.Klas.Vestiging != p.After.Klas.Vestiging)
            .And.Contain(p => p.Before.Uitgifte < p.After.Uitgifte)
            .And.Contain(p => !p.Before.EckIdVerloren && p.After.EckIdVerloren)
            .And.Contain(p => p.Before.EckIdVerloren && !p.After.EckIdVerloren);
        docenten.GroupBy(d => d.Nummer).Should().Contain(d => d.Count() > 1);
    }

    [Fact]
    public async Task The_day_can_be_changed_from_outside_and_both_protocols_follow()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);
        var uwlr = (await simulator.GetUwlrAsync()).ToString();
        var list = await simulator.GetListBytesAsync();

        using var response = await simulator.Client.PostAsync("/control/day?day=1", content: null);

        ((int)response.StatusCode).Should().Be(200);
        simulator.Host.Day.Should().Be(1);
        (await simulator.GetUwlrAsync()).ToString().Should().NotBe(uwlr);
        (await simulator.GetListBytesAsync()).Should().NotEqual(list);
    }

    [Fact]
    public async Task The_changes_can_be_asked_from_outside()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);

        var changes = await simulator.Client.GetFromJsonAsync<Verschil>("/control/changes?school=99AA&from=2&to=6");

        changes.Should().Be(simulator.Host.Changes(simulator.School, 2, 6));
    }

    [Theory]
    [InlineData("/control/changes?school=99ZZ&from=0&to=1", 404)]
    [InlineData("/control/changes?school=99AA&from=3&to=1", 400)]
    [InlineData("/control/changes?school=99AA&from=-1&to=1", 400)]
    public async Task A_question_about_changes_that_makes_no_sense_is_refused(string address, int status)
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        using var response = await simulator.Client.GetAsync(new Uri(address, UriKind.Relative));

        ((int)response.StatusCode).Should().Be(status);
    }

    private static IEnumerable<(Leerling Before, Leerling After)> Pairs(Momentopname before, Momentopname after) =>
        before.Leerlingen.Join(after.Leerlingen, l => l.Nummer, l => l.Nummer, (b, a) => (b, a));

    private static async Task<Snapshot> SnapshotAsync(SimulatorFixture simulator, int day)
    {
        simulator.Host.Day = day;
        var antwoord = await simulator.GetUwlrAsync();
        var rows = (await simulator.GetListAsync()).Descendants("Leerling");
        return new Snapshot(
            UwlrReading.LeerlingenOf(antwoord).ToDictionary(
                l => l.Attribute("key")!.Value,
                l => (UwlrReading.ClassOf(l), UwlrReading.NameOf(l).ToString()),
                StringComparer.Ordinal),
            rows.GroupBy(r => r.Element("ExterneId")!.Value, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First().Element("opleidingscode")!.Value, StringComparer.Ordinal),
            UwlrReading.KeysOf(UwlrReading.LeerkrachtenOf(antwoord)).ToHashSet(StringComparer.Ordinal));
    }

    private sealed record Snapshot(
        Dictionary<string, (string Class, string Name)> People,
        Dictionary<string, string> Codes,
        HashSet<string> Teachers);
}
