namespace Kurve.Numo.Benchmarks.Night;

/// <summary>What syncing all schools once took.</summary>
/// <param name="Way">How they were synced.</param>
/// <param name="Schools">How many.</param>
/// <param name="Applied">People that were changed.</param>
/// <param name="Outcomes">What the syncs came to, and how often.</param>
internal sealed record Measurement(string Way, int Schools, int Applied, string Outcomes)
{
    /// <summary>What the API used before the first school.</summary>
    public required TimeSpan Before { get; init; }

    /// <summary>What the API used for all schools.</summary>
    public required TimeSpan Cpu { get; init; }

    /// <summary>What the simulator used meanwhile, on the same machine.</summary>
    public required TimeSpan SimulatorCpu { get; init; }

    /// <summary>From the first school to the last.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>What the API used for each of the first schools, in which code is compiled.</summary>
    public required TimeSpan PerFirst { get; init; }

    /// <summary>What it used for each of those after them; nothing when there are no more.</summary>
    public required TimeSpan? PerLater { get; init; }

    /// <summary>The most memory that the API had, in bytes.</summary>
    public required long Peak { get; init; }
}

/// <summary>Measures the API while schools are synced.</summary>
internal sealed class Meter(ApiServer api, SimulatorProcess simulator)
{
    /// <summary>
    /// How many schools a process is given to warm up with. They are told apart, so that few schools can be compared with
    /// the first of many.
    /// </summary>
    public const int First = 100;

    private readonly Usage _begin = api.Usage;
    private readonly Usage _simulated = simulator.Usage;
    private (int Done, Usage Usage)? _warm;

    /// <summary>So many schools are done.</summary>
    public void Pass(int done)
    {
        if (_warm is null && done >= First)
        {
            _warm = (done, api.Usage);
        }
    }

    /// <summary>All schools are done.</summary>
    public Measurement End(string way, int applied, string outcomes)
    {
        var (end, schools) = (api.Usage, simulator.Schools.Count);
        var (first, warm) = _warm ?? (schools, end);
        return new Measurement(way, schools, applied, outcomes)
        {
            Before = _begin.Cpu,
            Cpu = end.Cpu - _begin.Cpu,
            SimulatorCpu = simulator.Usage.Cpu - _simulated.Cpu,
            Wall = end.At - _begin.At,
            PerFirst = (warm.Cpu - _begin.Cpu) / first,
            PerLater = first < schools ? (end.Cpu - warm.Cpu) / (schools - first) : null,
            Peak = end.Peak,
        };
    }
}
