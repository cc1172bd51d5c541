using Kurve.Numo.Cli.Rendering;
using Spectre.Console;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>Does the same for many schools, a few at once, and tells how far it is.</summary>
/// <param name="console">Where progress is told: redrawn in place on a terminal, else as plain lines.</param>
/// <param name="clock">The time.</param>
internal sealed class BulkWork(IAnsiConsole console, TimeProvider clock)
{
    /// <summary>Few enough to leave room for the nights and for other callers.</summary>
    private const int AtOnce = 4;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Does it for each, in no order.</summary>
    public static Task ForEachAsync<T>(
        IEnumerable<T> items, Func<T, CancellationToken, Task> work, CancellationToken ct) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        (item, stop) => new ValueTask(work(item, stop)));

    /// <summary>Does it for each, in no order, and shows how many are done.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="items">For whom.</param>
    /// <param name="nameOf">What they are called.</param>
    /// <param name="work">Does it for one.</param>
    /// <param name="ct">Stops.</param>
    public Task ShowForEachAsync<T>(
        string what,
        IReadOnlyCollection<T> items,
        Func<T, string> nameOf,
        Func<T, CancellationToken, Task> work,
        CancellationToken ct)
    {
        if (!Terminal.IsLive(console))
        {
            var told = SpacedLines(items.Count);
            return ForEachAsync(items, (item, stop) => ReportAsync(item, stop, told), ct);
        }

        return console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask(Markup.Escape(what), maxValue: items.Count);
            await ForEachAsync(items, (item, stop) => ReportAsync(item, stop, _ => bar.Increment(1)), ct);
        });

        async Task ReportAsync(T item, CancellationToken stop, Action<string> report)
        {
            await work(item, stop);
            report(nameOf(item));
        }
    }

    // Plain lines pile up in a log: no more than one in a few seconds, and the last.
    private Action<string> SpacedLines(int total)
    {
        var gate = new Lock();
        var done = 0;
        var next = DateTimeOffset.MinValue;
        return name =>
        {
            lock (gate)
            {
                if (++done < total && clock.GetUtcNow() < next)
                {
                    return;
                }

                next = clock.GetUtcNow() + BetweenLines;
                Plain.Write(console, $"{done} of {total}: {name}");
            }
        };
    }
}
