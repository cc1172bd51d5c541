using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>Renews leases while their work goes on, stops the work when one is lost, and gives them back after it.</summary>
public sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly ILeases _leases;
    private readonly IReadOnlyList<Lease> _held;
    private readonly TimeSpan _duur;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _loop;

    private LeaseKeeper(
        ILeases leases, IReadOnlyList<Lease> held, TimeSpan duur, TimeProvider clock, CancellationToken ct)
    {
        (_leases, _held, _duur) = (leases, held, duur);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _loop = RenewAsync(clock);
    }

    /// <summary>How long after the last renewal the work goes on: until shortly before the leases run out.</summary>
    private TimeSpan Longest => _duur * 5 / 6;

    /// <summary>Is cancelled when the work must stop.</summary>
    public CancellationToken Token => _lost.Token;

    /// <summary>Begins to renew.</summary>
    public static LeaseKeeper Start(
        ILeases leases, IReadOnlyList<Lease> held, TimeSpan duur, TimeProvider clock, CancellationToken ct) =>
        new(leases, held, duur, clock, ct);

    /// <summary>Gives them back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _loop;
        foreach (var lease in _held)
        {
            try
            {
                await _leases.ReleaseAsync(lease, CancellationToken.None);
            }
            catch (Exception)
            {
                // It runs out by itself.
            }
        }

        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(_duur / 3, clock);
        var renewed = clock.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                var asked = clock.GetTimestamp();
                try
                {
                    if (!await RenewAllAsync(Longest - clock.GetElapsedTime(renewed, asked), clock))
                    {
                        Telemetry.LeaseLost();
                        await _lost.CancelAsync();
                        return;
                    }

                    renewed = asked;
                }
                catch (Exception) when (
                    clock.GetElapsedTime(renewed, asked) < _duur / 2
                    && clock.GetElapsedTime(renewed) < Longest
                    && !_ended.IsCancellationRequested)
                {
                    // A store that is away for a moment: there is time for one more try.
                }
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (Exception)
        {
            // Whoever cannot renew does not know whether it still holds them.
            await _lost.CancelAsync();
        }
    }

    private async Task<bool> RenewAllAsync(TimeSpan patience, TimeProvider clock)
    {
        using var limit = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _ended.Token);
        foreach (var lease in _held)
        {
            if (!await _leases.RenewAsync(lease, _duur, either.Token))
            {
                return false;
            }
        }

        return true;
    }
}
