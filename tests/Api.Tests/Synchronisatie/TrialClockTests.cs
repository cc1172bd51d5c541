using System.Diagnostics;
using Kurve.Numo.Clock;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>A service and a simulator that go by one clock, which is moved while they run.</summary>
public sealed class TrialClockTests : IAsyncLifetime
{
    /// <summary>Far less than the time between two looks for what is due, and enough for a busy machine.</summary>
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-clock-tests-").FullName;
    private SimulatorHost _simulator = null!;
    private ApiProcess _api = null!;

    private TrialClockFile File => new(Path.Combine(_folder, "clock"));

    public async Task InitializeAsync()
    {
        Set("2026-09-15T12:00");
        _simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                Pupils = 120,
                Schooljaar = "2026-2027",
                Quiet = true,
                Clock = new TrialClock(File, TimeProvider.System, _ => { }),
            },
            CancellationToken.None);
        _api = await ApiProcess.StartAsync(
            _simulator,
            ("Numo:Clock:TrialFile", File.Path),
            ("Numo:Sync:Actief", "true"),
            ("Numo:Sync:Bijwerken", "00:10:00"));
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_clock_that_is_moved_over_nights_makes_them_happen_and_back_holds_up_nothing()
    {
        var school = await TestSchool.ConnectAsync(_api, _simulator.Scholen[0]);
        var preview = await school.PreviewAsync();
        await school.ApplyAsync(preview);
        preview.Schooljaar.Should().Be("2026-2027");

        var next = await NightAsync(school, "2026-09-16");
        next.Uitkomst.Should().BeOneOf(Rondeuitkomst.Toegepast, Rondeuitkomst.Deels);

        var august = await NightAsync(school, "2027-08-01");
        august.Uitkomst.Should().Be(Rondeuitkomst.Wacht, "everybody changes at once");
        (await school.RunOfAsync(august)).Schooljaar.Should().Be("2027-2028");

        var back = await NightAsync(school, "2026-09-18");
        back.Uitkomst.Should().NotBe(Rondeuitkomst.Mislukt);
        (await school.RunOfAsync(back)).Schooljaar.Should().Be("2026-2027");
    }

    [Fact]
    public async Task An_import_that_the_clock_jumps_over_ends_and_holds_up_no_other()
    {
        var school = await TestSchool.ConnectAsync(_api, _simulator.Scholen[0]);
        foreach (var day in new[] { "2026-12-01", "2026-10-01" })
        {
            var preview = school.PreviewAsync();
            Set(day + "T12:00");
            (await preview).State.Should().BeOneOf(ImportState.Vergeleken, ImportState.Wachtend, ImportState.Mislukt);

            (await school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken);
        }
    }

    [Theory]
    [InlineData("Production", null, "Numo:Clock:TrialFile is for environment Development only; this is Production.")]
    [InlineData("Development", "soon", "holds 'soon'; expected one line with the offset")]
    public async Task A_clock_is_refused_elsewhere_than_in_development_and_when_it_is_damaged(
        string environment, string? content, string expected)
    {
        var file = Path.Combine(_folder, "another");
        await System.IO.File.WriteAllTextAsync(file, content ?? "00:00:00");
        var start = () => ApiProcess.StartAsync(
            _simulator, ("ASPNETCORE_ENVIRONMENT", environment), ("Numo:Clock:TrialFile", file));

        (await start.Should().ThrowAsync<InvalidOperationException>()).Which.Message
            .Should().Contain("Kurve.Numo.Api: Numo:Clock:TrialFile").And.Contain(expected).And.NotContain("   at ");
    }

    /// <summary>Sets the clock to the end of a night's window, and waits until the night's ronde has ended.</summary>
    private async Task<Ronde> NightAsync(TestSchool school, string night)
    {
        Set(night + "T05:00");
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Seconds)
        {
            var ronde = (await school.ListRondesAsync()).SingleOrDefault(r => r.Nacht == night);
            if (ronde is not null && ronde.Uitkomst != Rondeuitkomst.Open)
            {
                return ronde;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No night of {night} within {Seconds}:\n{_api.Output}");
    }

    private void Set(string moment) => File.Write(DutchTime.Parse(moment)!.Value - TimeProvider.System.GetUtcNow());
}
