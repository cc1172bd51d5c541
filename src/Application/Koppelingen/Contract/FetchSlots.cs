using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Application.Koppelingen.Contract;

/// <summary>
/// How many schools this process asks at once: a question mostly waits for the network, and each holds one school in
/// memory.
/// </summary>
public sealed class FetchSlots : IDisposable
{
    private const int Parallelism = 4;
    private readonly SemaphoreSlim _free = new(Parallelism);

    /// <summary>Waits for its turn; dispose what comes back to give the turn away.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        Telemetry.CountWaiting(1);
        try
        {
            await _free.WaitAsync(ct);
        }
        finally
        {
            Telemetry.CountWaiting(-1);
        }

        Telemetry.CountAsking(1);
        return new Slot(_free);
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

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
