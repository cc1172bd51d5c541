using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>
/// Each way in which a koppeling can be broken, with the check, gate, owner and advice that a diagnosis names; the
/// runbook has the same table.
/// </summary>
[Collection(nameof(KoppelingenApi))]
public sealed class BrokenStateTests(EndToEnd numo)
{
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
            var before = await GetAsync(school);
            await storing.Breek(numo, school, simulated);
            await CheckAsync(school.Reconnect(), storing, before.Geschiedenis);
        }
        finally
        {
            await HealAsync(storing);
        }
    }

    [Fact]
    public void The_runbook_has_the_same_table()
    {
        // The last column is for who reads it: what to do, in other words than the advice.
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "koppeling.md"))
            .SkipWhile(line => !line.StartsWith("| what is broken ", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => string.Join(" | ", line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)[..^1]));

        rows.Should().Equal(Storing.All.Select(Describe));
    }

    [Fact]
    public void Each_broken_state_is_told_by_an_advice_of_its_own() =>
        Storing.All.Select(s => s.Advies).Should().OnlyHaveUniqueItems();

    private static async Task CheckAsync(
        TestSchool school, Storing storing, IReadOnlyCollection<Poortgebeurtenis> before)
    {
        var (controles, koppeling) = await school.TestKoppelingAsync();

        var controle = controles.First(
            c => c.Uitkomst is Controleuitkomst.Mislukt or Controleuitkomst.Waarschuwing);
        controle.Soort.Should().Be(storing.Soort);
        controle.Uitkomst.Should().Be(storing.Uitkomst);
        controle.Code.Should().Be(storing.Code);
        controle.Poort.Should().Be(storing.Poort);
        controle.Actiehouder.Should().Be(storing.Actiehouder);
        controle.Advies.Should().Contain(storing.Advies);
        CheckPoorten(koppeling, storing, controle);
        var history = (await GetAsync(school)).Geschiedenis;
        history.Should().EndWith(before, "what happened before stays as it was");
        history.Should().OnlyContain(g => g.Door.Length > 0 && g.Bewijs.Length > 0 && g.Moment != null);
    }

    private static void CheckPoorten(Koppeling koppeling, Storing storing, Controle controle)
    {
        var lapsed = koppeling.Poorten.Where(p => p.Status != Poortstatus.Bevestigd).ToList();
        lapsed.Select(p => (p.Poort, p.Status)).Should().Equal(
            storing.Vervalt == Poort.Unspecified ? [] : [(storing.Vervalt, Poortstatus.Vervallen)]);
        if (storing.Poort != Poort.Unspecified && storing.Vervalt == storing.Poort)
        {
            lapsed[0].Actiehouder.Should().Be(storing.Actiehouder, "the overview says what the diagnosis saw");
            lapsed[0].VolgendeStap.Should().Be(controle.Advies);
        }
    }

    private static async Task<GetKoppelingResponse> GetAsync(TestSchool school) =>
        await school.Koppelingen.GetKoppelingAsync(new GetKoppelingRequest { SchoolId = school.Id });

    // As a row of the runbook, without its last column.
    private static string Describe(Storing storing) => string.Join(
        " | ",
        storing.Naam,
        KoppelingWords.NameOf(storing.Soort)
            + (storing.Uitkomst == Controleuitkomst.Waarschuwing ? " (warning)" : ""),
        $"`{storing.Code}`",
        storing.Poort == Poort.Unspecified ? "–" : storing.Poort.ToString(),
        storing.Actiehouder == Actiehouder.School ? "school" : storing.Actiehouder.ToString(),
        $"„{storing.Advies}”");

    private async Task HealAsync(Storing storing)
    {
        numo.Simulator.Misbehaviour.Reset();
        await numo.Simulator.SetMagisterOpenAsync(open: true, CancellationToken.None);
        if (storing.Code == "UWLR_SLEUTEL_ONGELDIG")
        {
            await numo.Api.RestartAsync((Storing.Sleutel, numo.Simulator.Uwlr.Autorisatiesleutel));
        }
    }
}
