using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed partial class UwlrAnswerTests
{
    [Fact]
    public async Task Every_pupil_and_teacher_has_a_key_of_its_own()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);

        var antwoord = await simulator.GetUwlrAsync();

        UwlrReading.KeysOf(UwlrReading.LeerlingenOf(antwoord)).Should().HaveCount(800).And.OnlyHaveUniqueItems();
        UwlrReading.KeysOf(UwlrReading.LeerkrachtenOf(antwoord))
            .Should().HaveCountGreaterThan(60).And.OnlyHaveUniqueItems();
        UwlrReading.EckIdsOf(antwoord).Should().OnlyHaveUniqueItems().And.OnlyContain(id => EckIdForm().IsMatch(id));
    }

    [Fact]
    public async Task Groups_have_keys_of_their_own_and_every_reference_exists()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);

        var antwoord = await simulator.GetUwlrAsync();

        var keys = UwlrReading.GroupKeysOf(antwoord);
        keys.Should().OnlyHaveUniqueItems();
        UwlrReading.GroupReferencesOf(antwoord).Should().BeSubsetOf(keys);
    }

    [Fact]
    public async Task A_few_groups_have_no_pupil_and_a_few_have_no_teacher()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);

        var antwoord = await simulator.GetUwlrAsync();

        var keys = UwlrReading.GroupKeysOf(antwoord);
        var withPupil = UwlrReading.LeerlingenOf(antwoord).Descendants().Attributes("key").Select(a => a.Value);
        var withTeacher = UwlrReading.LeerkrachtenOf(antwoord).Descendants().Attributes("key").Select(a => a.Value);
        keys.Except(withPupil, StringComparer.Ordinal).Count().Should().BeInRange(1, 20);
        keys.Except(withTeacher, StringComparer.Ordinal).Count().Should().BeInRange(1, 30);
    }

    [Fact]
    public async Task Pupils_are_spread_over_all_years_in_classes_of_a_usual_size_with_8_to_12_lesson_groups()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);

        var pupils = UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync());

        pupils.Select(p => UwlrReading.Field(p, "jaargroep")).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo("11", "12", "13", "14", "15", "16");
        pupils.GroupBy(UwlrReading.ClassOf, StringComparer.Ordinal).Select(g => g.Count())
            .Should().OnlyContain(size => size > 20 && size < 33);
        pupils.Select(p => p.Descendants(SimulatorFixture.Lg + "samengestelde_groep").Count())
            .Should().OnlyContain(count => count >= 8 && count <= 12);
    }

    [Fact]
    public async Task Names_vary_and_some_have_accents_and_prefixes()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 800);

        var names = UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync()).Select(UwlrReading.NameOf).ToList();

        names.Distinct().Should().HaveCountGreaterThan(780);
        names.Should().Contain(n => n.Voorvoegsel == "van der").And.Contain(n => n.Voorvoegsel == null);
        names.Should().Contain(n => n.Roepnaam!.Contains('é')).And.Contain(n => n.Roepnaam!.Contains('ë'));
    }

    [Fact]
    public async Task Version_2_2_has_dates_of_birth_and_version_2_3_has_not()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        var v22 = await simulator.GetUwlrAsync(simulator.Uwlr().With("xsdversie", "2.2"));
        var v23 = await simulator.GetUwlrAsync();

        UwlrReading.LeerlingenOf(v22).Should().OnlyContain(l => UwlrReading.Field(l, "geboortedatum") != null);
        UwlrReading.LeerlingenOf(v23).Should().OnlyContain(l => UwlrReading.Field(l, "geboortedatum") == null);
    }

    [Fact]
    public async Task The_asked_share_of_pupils_comes_without_key_in_2_3_and_always_with_an_eck_id()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 400, WithoutKey = 30, Schooljaar = "2026-2027" });

        var v22 = UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync(simulator.Uwlr().With("xsdversie", "2.2")));
        var v23 = UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync());

        v22.Should().OnlyContain(l => l.Attribute("key") != null);
        var without = v23.Where(l => l.Attribute("key") is null).ToList();
        without.Count.Should().BeInRange(80, 160);
        without.Should().OnlyContain(l => l.Attribute("eckid") != null);
    }

    [Fact]
    public async Task The_other_way_to_write_a_year_can_be_asked()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 200, Jaargroep = Jaargroepvorm.EenTotZes, Schooljaar = "2026-2027" });

        var pupils = UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync());

        pupils.Select(p => UwlrReading.Field(p, "jaargroep")).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo("1", "2", "3", "4", "5", "6");
    }

    [Fact]
    public async Task Each_vestiging_answers_with_its_own_pupils_only()
    {
        await using var simulator = await SimulatorFixture.StartAsync(
            new SimulatorOptions { Pupils = 250, Vestigingen = 3, Schooljaar = "2026-2027" });
        var answers = new List<XElement>();
        foreach (var vestiging in simulator.School.Vestigingen)
        {
            answers.Add(await simulator.GetUwlrAsync(simulator.Uwlr().With("dependancecode", vestiging)));
        }

        answers.SelectMany(UwlrReading.LeerlingenOf).Attributes("key").Select(a => a.Value)
            .Should().HaveCount(250).And.OnlyHaveUniqueItems();
        answers.SelectMany(UwlrReading.GroupKeysOf).Should().OnlyHaveUniqueItems();
        answers.Should().OnlyContain(a => UwlrReading.LeerlingenOf(a).Count > 80);
    }

    [Fact]
    public async Task A_year_without_data_and_a_school_without_pupils_are_geengegevens()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        await using var empty = await SimulatorFixture.StartAsync(pupils: 0);

        var otherYear = await simulator.GetUwlrAsync(simulator.Uwlr().With("schooljaar", "2031-2032"));
        var nobody = await empty.GetUwlrAsync();

        otherYear.Elements().Single().Name.LocalName.Should().Be("geengegevens");
        nobody.Elements().Single().Name.LocalName.Should().Be("geengegevens");
    }

    [Fact]
    public async Task A_school_of_one_pupil_is_answered_too()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 1);

        UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync()).Should().ContainSingle();
    }

    [GeneratedRegex("^https://ketenid\\.nl/201703/[0-9a-f]{128}$", RegexOptions.None, 60_000)]
    private static partial Regex EckIdForm();
}
