namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>
/// Lets those of this process who write to one SQLite database do so one after the other, in the order in which they came.
/// What keeps work alive goes first: it waits for one writer at most, however many there are. Nobody holds a thread
/// while waiting.
/// </summary>
/// <param name="longest">How long one waits at most.</param>
/// <param name="busy">What is thrown after that.</param>
internal sealed class WriteTurns(TimeSpan longest, Func<Exception> busy)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _urgent = new();
    private readonly LinkedList<TaskCompletionSource> _others = new();
    private bool _isTaken;

    /// <summary>Waits for its turn; dispose what comes back to give the turn away.</summary>
    /// <param name="isUrgent">Whether it keeps work alive.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IDisposable> EnterAsync(bool isUrgent, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var queue = isUrgent ? _urgent : _others;
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return new Turn(this);
            }

            place = queue.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            await place.Value.Task.WaitAsync(longest, ct);
        }
        catch (TimeoutException)
        {
            // Unless its turn came at the same moment.
            if (Leave(queue, place))
            {
                throw busy();
            }
        }
        catch (OperationCanceledException)
        {
            if (!Leave(queue, place))
            {
                Exit();
            }

            throw;
        }

        return new Turn(this);
    }

    private bool Leave(LinkedList<TaskCompletionSource> queue, LinkedListNode<TaskCompletionSource> place)
    {
        lock (_gate)
        {
            if (place.List is null)
            {
                return false;
            }

            queue.Remove(place);
            return true;
        }
    }

    private void Exit()
    {
        lock (_gate)
        {
            var queue = _urgent.Count > 0 ? _urgent : _others;
            if (queue.First is { } next)
            {
                queue.RemoveFirst();
                next.Value.SetResult();
            }
            else
            {
                _isTaken = false;
            }
        }
    }

    private sealed class Turn(WriteTurns turns) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                turns.Exit();
            }
        }
    }
}
