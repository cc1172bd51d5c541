using System.Xml.Linq;
using static Kurve.Numo.Infrastructure.Tests.Simulator.UwlrReading;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>Next school year, as the school administration prepares it.</summary>
public sealed class VolgendjaarTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;
    private List<XElement> _nu = [];
    private List<XElement> _straks = [];
    private XElement _antwoord = null!;

    public async Task InitializeAsync()
    {
        _simulator = await SimulatorFixture.StartAsync(pupils: 800);
        _nu = LeerlingenOf(await _simulator.GetUwlrAsync());
        _antwoord = await _simulator.GetUwlrAsync(_simulator.Uwlr().With("schooljaar", "2027-2028"));
        _straks = LeerlingenOf(_antwoord);
    }

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public void Most_pupils_go_up_one_leerjaar_and_a_few_stay_down()
    {
        var straks = _straks.Where(HasKey).ToDictionary(KeyOf, LeerjaarOf, StringComparer.Ordinal);
        var steps = _nu.Where(l => straks.ContainsKey(KeyOf(l))).CountBy(l => straks[KeyOf(l)] - LeerjaarOf(l)).ToDictionary();

        steps.Keys.Should().BeEquivalentTo([0, 1]);
        steps[0].Should().BeInRange(10, 60);
        steps[1].Should().BeGreaterThan(500);
    }

    [Fact]
    public void Examination_classes_leave_and_first_years_come()
    {
        var keys = _straks.Where(HasKey).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var known = _nu.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var leavers = _nu.Where(l => !keys.Contains(KeyOf(l))).ToList();
        var comers = _straks.Where(l => !known.Contains(KeyOf(l))).ToList();

        leavers.Should().HaveCountGreaterThan(40).And.OnlyContain(l => LeerjaarOf(l) >= 14);
        comers.Should().HaveCountGreaterThan(100).And.OnlyContain(l => LeerjaarOf(l) == 11);
    }

    [Fact]
    public async Task Groups_have_keys_of_their_own_and_everybody_is_in_one_that_exists()
    {
        var nu = await _simulator.GetUwlrAsync();

        GroupKeysOf(_antwoord).Should().OnlyHaveUniqueItems().And.NotIntersectWith(GroupKeysOf(nu));
        GroupReferencesOf(_antwoord).Should().BeSubsetOf(GroupKeysOf(_antwoord));
    }

    [Fact]
    public void Teachers_stay_and_the_answer_names_its_school_year()
    {
        LeerkrachtenOf(_antwoord).Should().NotBeEmpty();
        _antwoord.Descendants(SimulatorFixture.Lg + "schooljaar").Single().Value.Should().Be("2027-2028");
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_to_the_letter()
    {
        var again = await _simulator.GetUwlrAsync(_simulator.Uwlr().With("schooljaar", "2027-2028"));

        again.ToString().Should().Be(_antwoord.ToString());
    }

    private static bool HasKey(XElement leerling) => leerling.Attribute("key") is not null;

    private static string KeyOf(XElement leerling) => leerling.Attribute("key")!.Value;

    private static int LeerjaarOf(XElement leerling) =>
        int.Parse(Field(leerling, "jaargroep")!, System.Globalization.CultureInfo.InvariantCulture);
}
