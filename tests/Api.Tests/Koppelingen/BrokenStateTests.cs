using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>
/// Each way in which a koppeling can be broken, with the check, gate, owner and advice that a diagnosis names; the
/// runbook has the same table.
/// </summary>
public sealed class BrokenStateTests(EndToEnd numo) : IClassFixture<EndToEnd>
{
    private static readonly string[][] Runbook =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "koppeling.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
    ];

    public static TheoryData<string> Storingen() => [.. Storing.All.Select(s => s.Naam)];

    [Theory]
    [MemberData(nameof(Storingen))]
    public async Task A_broken_koppeling_is_told_with_its_gate_owner_and_advice(string naam)
    {
        var storing = Storing.All.Single(s => string.Equals(s.Naam, naam, StringComparison.Ordinal));

        // Another school works with Kurve's key.
        await numo.TakeSchoolAsync();
        var (school, simulated) = await numo.TakeSchoolAsync();
        try
        {
            await storing.Breek(numo, school, simulated);
            await CheckAsync(school.Reconnect(), storing);
        }
        finally
        {
            await HealAsync(storing);
        }
    }

    [Theory]
    [MemberData(nameof(Storingen))]
    public void The_runbook_says_the_same(string naam)
    {
        var storing = Storing.All.Single(s => string.Equals(s.Naam, naam, StringComparison.Ordinal));

        var row = Runbook.Should().ContainSingle(r => r[0] == naam).Subject;

        Plain(row[1].Split('(')[0]).Should().BeEquivalentTo(storing.Soort.ToString());
        row[1].Contains("(warning)", StringComparison.Ordinal).Should().Be(
            storing.Uitkomst == Controleuitkomst.Waarschuwing);
        row[2].Should().Be($"`{storing.Code}`");
        row[3].Should().Be(storing.Poort == Poort.Unspecified ? "–" : storing.Poort.ToString());
        row[4].Should().BeEquivalentTo(storing.Actiehouder.ToString());
    }

    private static async Task CheckAsync(TestSchool school, Storing storing)
    {
        var (controles, koppeling) = await school.TestKoppelingAsync();

        var controle = controles.First(
            c => c.Uitkomst is Controleuitkomst.Mislukt or Controleuitkomst.Waarschuwing);
        controle.Soort.Should().Be(storing.Soort);
        controle.Uitkomst.Should().Be(storing.Uitkomst);
        controle.Code.Should().Be(storing.Code);
        controle.Actiehouder.Should().Be(storing.Actiehouder);
        controle.Advies.Should().ContainEquivalentOf(storing.Advies);
        if (storing.Poort == Poort.Unspecified)
        {
            return;
        }

        controle.Poort.Should().Be(storing.Poort);
        var stand = koppeling.Poorten.Single(p => p.Poort == storing.Poort);
        stand.Status.Should().Be(Poortstatus.Vervallen);
        stand.Actiehouder.Should().Be(storing.Actiehouder, "the overview says what the diagnosis saw");
        stand.VolgendeStap.Should().Be(controle.Advies);
    }

    private async Task HealAsync(Storing storing)
    {
        numo.Simulator.Misbehaviour.Reset();
        await numo.Simulator.SetMagisterOpenAsync(open: true, CancellationToken.None);
        if (storing.Code == "UWLR_SLEUTEL_ONGELDIG")
        {
            await numo.Api.RestartAsync((Storing.Sleutel, numo.Simulator.Uwlr.Autorisatiesleutel));
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetter));
}
