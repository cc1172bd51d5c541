using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

public sealed class PreviewExpiryTests : IAsyncLifetime
{
    private const string Term = "Numo:Importeren:VoorbeeldVervalt";
    private const string Interval = "Numo:Importeren:Opruiminterval";

    private SimulatorHost _simulator = null!;

    public async Task InitializeAsync() => _simulator = await SimulatorHost.StartAsync(
        new SimulatorOptions { Pupils = 20, Quiet = true }, CancellationToken.None);

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public async Task A_preview_that_is_too_old_becomes_discarded_with_the_reason_by_itself()
    {
        await using var api = await ApiProcess.StartAsync(_simulator, (Term, "00:00:02"), (Interval, "00:00:01"));
        await using var second = await api.StartBesideAsync(_simulator, (Term, "00:00:02"), (Interval, "00:00:01"));
        var school = await TestSchool.ConnectAsync(api, _simulator.Scholen[0]);
        var preview = await school.PreviewAsync();

        var expired = await school.GetAsync(preview);
        for (var waited = 0; expired.State == ImportState.Vergeleken && waited < 300; waited++)
        {
            await Task.Delay(100);
            expired = await school.GetAsync(preview);
        }

        (expired.State, expired.Verwerping?.Code).Should().Be((ImportState.Verworpen, "VOORBEELD_VERVALLEN"));
        expired.Actiehouder.Should().Be(Actiehouder.School);
        (await RunCalls.ReasonAsync(() => school.ApplyAsync(preview))).Should().Be("VOORBEELD_VERVALLEN");
        (await school.HistoryAsync()).Should().ContainSingle().Which.Leerlingen.Nieuw.Should().Be(20, "counts stay");
    }

    [Fact]
    public async Task A_preview_that_is_too_old_is_not_applied_even_before_anybody_noted_it()
    {
        await using var api = await ApiProcess.StartAsync(_simulator, (Term, "00:00:00.5"), (Interval, "1.00:00:00"));
        var school = await TestSchool.ConnectAsync(api, _simulator.Scholen[0]);
        var preview = await school.PreviewAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));

        var reason = await RunCalls.ReasonAsync(() => school.ApplyAsync(preview));

        reason.Should().Be("VOORBEELD_VERVALLEN");
        (await school.CountLeerlingenAsync()).Should().Be(0);
    }

    [Theory]
    [InlineData(Term, "00:00:00")]
    [InlineData(Interval, "00:00:00")]
    [InlineData("Numo:Importeren:PlanBewaartermijn", "0")]
    public async Task A_term_that_makes_no_sense_is_refused_at_start(string setting, string value)
    {
        var start = async () =>
        {
            await using var api = await ApiProcess.StartAsync(_simulator, (setting, value));
        };

        (await start.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain(setting);
    }
}
