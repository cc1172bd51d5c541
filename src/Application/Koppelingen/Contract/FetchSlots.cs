using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Application.Koppelingen.Contract;

/// <summary>What a turn is for. Each kind has turns of its own: one that stalls keeps no other waiting.</summary>
public enum FetchLane
{
    /// <summary>An import that asks the sources.</summary>
    Sources,

    /// <summary>An import that reads a file.</summary>
    Files,

    /// <summary>A diagnosis or a rehearsal, which changes nothing.</summary>
    Trials,
}

/// <summary>
/// How many schools this process works on at once, of each kind: a question mostly waits for the network, and each holds one
/// school in memory.
/// </summary>
public sealed class FetchSlots : IDisposable
{
    private const int Parallelism = 4;

    private readonly Dictionary<FetchLane, SemaphoreSlim> _free =
        Enum.GetValues<FetchLane>().ToDictionary(lane => lane, _ => new SemaphoreSlim(Parallelism));

    /// <summary>Waits for its turn; dispose what comes back to give the turn away.</summary>
    public async Task<IDisposable> EnterAsync(FetchLane lane, CancellationToken ct)
    {
        Telemetry.CountWaiting(1);
        try
        {
            await _free[lane].WaitAsync(ct);
        }
        finally
        {
            Telemetry.CountWaiting(-1);
        }

        Telemetry.CountAsking(1);
        return new Slot(_free[lane]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var free in _free.Values)
        {
            free.Dispose();
        }
    }

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                Telemetry.CountAsking(-1);
                free.Release();
            }
        }
    }
}
