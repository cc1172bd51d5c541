using Kurve.Numo.Simulator;

namespace Kurve.Numo.Api.Tests;

/// <summary>One API and one simulator with many schools; every test takes a school of its own.</summary>
public sealed class EndToEnd : IAsyncLifetime
{
    private const int Schools = 40;
    private int _next = -1;

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal ApiProcess Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var options = new SimulatorOptions { Pupils = 120, Schools = Schools, MagisterPort = 0, Quiet = true };
        Simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        Api = await ApiProcess.StartAsync(Simulator);
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
