using Kurve.Numo.Simulator;

namespace Kurve.Numo.Api.Tests;

/// <summary>One API and one simulator with many schools; every test takes a school of its own.</summary>
public class EndToEnd : IAsyncLifetime
{
    private int _next = -1;

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal ApiProcess Api { get; private set; } = null!;

    internal virtual SimulatorOptions Options { get; } =
        new() { Pupils = 120, Schools = 200, MagisterPort = 0, Quiet = true };

    /// <summary>Beside those that every API under test has.</summary>
    internal virtual (string Name, string Value)[] Settings { get; } = [];

    public async Task InitializeAsync()
    {
        Simulator = await SimulatorHost.StartAsync(Options, CancellationToken.None);
        Api = await ApiProcess.StartAsync(Simulator, Settings);
    }

    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    internal SimulatedSchool TakeSimulated() => Simulator.Scholen[Interlocked.Increment(ref _next)];

    internal async Task<(TestSchool School, SimulatedSchool Simulated)> TakeSchoolAsync()
    {
        var simulated = TakeSimulated();
        return (await TestSchool.ConnectAsync(Api, simulated), simulated);
    }
}
