using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Kurve.Numo.Clock;
using Kurve.Numo.Simulator;
using Microsoft.Extensions.Time.Testing;
using static Kurve.Numo.Infrastructure.Tests.Simulator.UwlrReading;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>A school whose day is that of a clock, through its school year and into the next.</summary>
public sealed class ClockedDayTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DutchTime.Parse("2026-08-01T00:00")!.Value);
    private SimulatorFixture _simulator = null!;

    public async Task InitializeAsync() => _simulator = await SimulatorFixture.StartAsync(
        new SimulatorOptions { Pupils = 300, Schooljaar = "2026-2027", Clock = _clock });

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public void Every_day_of_the_year_is_one_more_than_the_day_before_from_the_first_of_september_on()
    {
        var days = new List<int>();
        for (var date = new DateOnly(2026, 8, 1); date <= new DateOnly(2027, 8, 31); date = date.AddDays(1))
        {
            At($"{date:yyyy-MM-dd}T00:00");
            days.Add(_simulator.Host.Day);
        }

        days[..32].Should().OnlyContain(day => day == 0, "the first of September is the first day");
        days[31..].Should().Equal(Enumerable.Range(0, days.Count - 31));
    }

    [Fact]
    public void The_day_begins_when_it_does_in_the_netherlands()
    {
        At("2026-10-10T23:59:59");
        var before = _simulator.Host.Day;
        At("2026-10-11T00:00:00");

        (before, _simulator.Host.Day).Should().Be((39, 40));
    }

    [Fact]
    public async Task What_is_delivered_is_that_of_the_day_as_when_it_is_set_by_hand()
    {
        await using var byHand = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 300, Schooljaar = "2026-2027", Day = 40 });
        At("2026-10-11T02:00");

        (await GetAsync("2026-2027")).ToString().Should().Be((await byHand.GetUwlrAsync()).ToString());
        (await _simulator.GetListBytesAsync()).Should().Equal(await byHand.GetListBytesAsync());
    }

    [Fact]
    public async Task On_the_first_of_august_the_prepared_year_is_the_one_of_now()
    {
        At("2027-07-31T23:59");
        var (last, prepared) = (await GetAsync("2026-2027"), await GetAsync("2027-2028"));
        var year = await CurrentYearAsync();
        At("2027-08-01T00:00");
        var begun = await GetAsync("2027-2028");

        (year, await CurrentYearAsync()).Should().Be(("2026-2027", "2027-2028"));
        var keys = KeysOf(begun);
        keys.Except(KeysOf(prepared)).Should().HaveCountLessThan(10, "one day went by");
        KeysOf(prepared).Except(keys).Should().HaveCountLessThan(10);
        GroupReferencesOf(begun).Should().BeSubsetOf(GroupKeysOf(begun));
        (await GetAsync("2026-2027")).ToString().Should().Be(last.ToString(), "the old year is as it ended");
    }

    [Fact]
    public async Task From_the_first_of_august_on_the_web_service_has_those_who_came_and_the_codes_of_the_new_classes()
    {
        At("2027-07-31T12:00");
        var firstYears = KeysOf(await GetAsync("2027-2028")).Except(KeysOf(await GetAsync("2026-2027"))).ToHashSet();
        var before = await ListAsync();
        At("2027-08-01T12:00");
        var after = await ListAsync();

        firstYears.Should().HaveCountGreaterThan(30);
        before.Keys.Should().NotIntersectWith(firstYears);
        after.Keys.Intersect(firstYears).Should().HaveCount(firstYears.Count);
        var stayed = before.Keys.Intersect(after.Keys).ToList();
        stayed.Should().HaveCountGreaterThan(100);
        stayed.Count(key => !string.Equals(before[key], after[key], StringComparison.Ordinal))
            .Should().BeGreaterThan(stayed.Count * 3 / 4, "most go up a class");
    }

    [Fact]
    public async Task Life_goes_on_in_the_new_year_and_first_years_stay_where_they_are()
    {
        At("2027-08-01T12:00");
        var (begin, old) = (await GetAsync("2027-2028"), await GetAsync("2026-2027"));
        At("2027-10-01T12:00");
        var later = await GetAsync("2027-2028");

        KeysOf(later).Should().NotBeEquivalentTo(KeysOf(begin));
        ClassesOfFirstYears(later).Should().Equal(ClassesOfFirstYears(begin));
        (await GetAsync("2026-2027")).ToString().Should().Be(old.ToString());
    }

    [Fact]
    public async Task Beyond_the_next_school_year_nothing_more_happens_and_there_is_no_data()
    {
        At("2028-07-31T12:00");
        var last = await GetAsync("2027-2028");
        At("2030-01-01T12:00");

        (await GetAsync("2027-2028")).ToString().Should().Be(last.ToString());
        (await GetAsync("2028-2029")).Element(SimulatorFixture.Lg + "geengegevens").Should().NotBeNull();
    }

    [Fact]
    public async Task A_clock_that_is_moved_back_brings_back_what_was()
    {
        At("2026-12-01T12:00");
        var before = await GetAsync("2026-2027");
        At("2027-09-01T12:00");
        _ = await GetAsync("2027-2028");
        At("2026-12-01T12:00");

        (await GetAsync("2026-2027")).ToString().Should().Be(before.ToString());
        _simulator.Host.Day.Should().Be(91);
    }

    [Fact]
    public void What_changed_over_the_first_of_august_is_told_by_the_years_of_the_days()
    {
        var last = new DateOnly(2027, 7, 31).DayNumber - new DateOnly(2026, 9, 1).DayNumber;

        var changes = _simulator.Host.Changes(_simulator.School, last, last + 1);

        changes.Leavers.Should().BeGreaterThan(10, "examination classes leave");
        changes.Joiners.Should().BeGreaterThan(30, "first-years come");
        changes.Movers.Should().BeGreaterThan(100, "everybody else is in another class");
    }

    [Fact]
    public async Task The_day_cannot_be_set_beside_the_clock()
    {
        using var response = await _simulator.Client.PostAsync("/control/day?day=3", content: null);
        var set = () => _simulator.Host.Day = 3;

        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()
            .Should().Contain("numo clock set");
        set.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task The_first_day_can_be_another()
    {
        await using var simulator = await SimulatorFixture.StartAsync(new SimulatorOptions
        {
            Pupils = 5,
            Schooljaar = "2026-2027",
            Clock = _clock,
            FirstDay = new DateOnly(2026, 8, 24),
        });
        At("2026-08-31T12:00");

        simulator.Host.Day.Should().Be(7);
    }

    [Fact]
    public void A_first_day_outside_the_school_year_is_refused()
    {
        var options = new SimulatorOptions { Schooljaar = "2026-2027", Clock = _clock };

        (options with { FirstDay = new DateOnly(2027, 8, 1) }).FindFault().Should().Contain("--first-day must be in");
        (options with { FirstDay = new DateOnly(2026, 7, 31) }).FindFault().Should().Contain("--first-day must be in");
        (options with { FirstDay = new DateOnly(2027, 7, 31) }).FindFault().Should().BeNull();
    }

    [Fact]
    public void A_day_to_start_at_is_refused_beside_a_clock() =>
        new SimulatorOptions { Day = 2, Clock = _clock }.FindFault().Should().Contain("--clock");

    [Theory]
    [InlineData("give --clock as well", "--first-day", "2026-09-01")]
    [InlineData("'soon' is not a date", "--clock", "x", "--first-day", "soon")]
    public void Options_that_make_no_sense_are_named(string reason, params string[] args) =>
        SimulatorCommand.Build().Parse(args).Errors.Should().Contain(error => error.Message.Contains(reason));

    [Fact]
    public async Task A_clock_file_that_cannot_be_read_ends_the_program_with_a_failure() =>
        (await SimulatorCommand.Build().Parse(["--quiet", "--clock", Path.GetTempPath()]).InvokeAsync()).Should().Be(1);

    private static HashSet<string> KeysOf(XElement answer) =>
        LeerlingenOf(answer).Where(l => l.Attribute("key") is not null).Select(KeyOf).ToHashSet(StringComparer.Ordinal);

    private static string KeyOf(XElement leerling) => leerling.Attribute("key")!.Value;

    private static List<string> ClassesOfFirstYears(XElement answer) =>
    [
        .. LeerlingenOf(answer)
            .Where(l => l.Attribute("key") is not null && int.Parse(KeyOf(l), CultureInfo.InvariantCulture) >= 3_520_000)
            .Select(l => $"{KeyOf(l)} {ClassOf(l)}"),
    ];

    /// <summary>The opleidingscode of each pupil in the web service's list, by UWLR key.</summary>
    private async Task<Dictionary<string, string>> ListAsync() => (await _simulator.GetListAsync())
        .Element("Table")!.Element("Leerlingen")!.Elements("Leerling")
        .DistinctBy(row => row.Element("ExterneId")!.Value)
        .ToDictionary(row => row.Element("ExterneId")!.Value, row => row.Element("opleidingscode")!.Value);

    private void At(string moment)
    {
        var target = DutchTime.Parse(moment)!.Value;
        if (target < _clock.GetUtcNow())
        {
            _clock.AdjustTime(target);
        }
        else
        {
            _clock.SetUtcNow(target);
        }

    }

    private Task<XElement> GetAsync(string schooljaar) =>
        _simulator.GetUwlrAsync(_simulator.Uwlr().With("schooljaar", schooljaar));

    private async Task<string?> CurrentYearAsync() =>
        (await _simulator.Client.GetFromJsonAsync<JsonElement>("/control/schools")).GetProperty("schooljaar").GetString();
}
