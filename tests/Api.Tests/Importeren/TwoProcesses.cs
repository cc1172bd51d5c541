using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>Two processes of the API on one database, and schools whose sources may be slow.</summary>
public sealed class TwoProcesses : IAsyncLifetime
{
    private const int Schools = 30;
    private int _next = -1;

    internal SimulatorHost Simulator { get; private set; } = null!;

    /// <summary>The process that fetches.</summary>
    internal ApiProcess First { get; private set; } = null!;

    /// <summary>The other one.</summary>
    internal ApiProcess Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var options = new SimulatorOptions { Pupils = 600, Schools = Schools, Vestigingen = 2, Quiet = true };
        Simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);

        // What counts here is that many at once have one effect, and not how many are let in.
        (string Name, string Value)[] settings = [("Numo:Limits:HeavyCallsPerSchool", "128")];
        First = await ApiProcess.StartAsync(Simulator, settings);
        Second = await First.StartBesideAsync(Simulator, settings);
    }

    public async Task DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    internal async Task<(TestSchool School, SimulatedSchool Simulated)> TakeSchoolAsync()
    {
        var simulated = Simulator.Scholen[Interlocked.Increment(ref _next)];
        return (await TestSchool.ConnectAsync(First, simulated), simulated);
    }

    /// <summary>Starts a preview of a school whose people come a few bytes at a time.</summary>
    internal async Task<(TestSchool School, string Run)> StartSlowAsync(MisbehaviourDetails? details = null)
    {
        var (school, simulated) = await TakeSchoolAsync();
        Simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, simulated.Brin, details: details ?? Slow);
        return (school, await StartAsync(school));
    }

    /// <summary>Starts a preview.</summary>
    internal static async Task<string> StartAsync(TestSchool school) =>
        (await school.Import.PreviewImportAsync(new PreviewImportRequest { SchoolId = school.Id })).ImportRun.Id;

    /// <summary>Slow enough to last for minutes, and never silent.</summary>
    internal static MisbehaviourDetails Slow { get; } = new() { PieceSize = 512, Delay = TimeSpan.FromMilliseconds(100) };
}
