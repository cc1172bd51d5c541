using Kurve.Numo.Application.Koppelingen.Contract;

namespace Kurve.Numo.Application.Tests.Importeren;

public sealed class FetchLaneTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(FetchLane.Trials, FetchLane.Sources)]
    [InlineData(FetchLane.Files, FetchLane.Sources)]
    [InlineData(FetchLane.Sources, FetchLane.Files)]
    public async Task Forty_that_stall_of_one_kind_keep_no_other_kind_waiting(FetchLane stalled, FetchLane other)
    {
        using var slots = new FetchSlots();
        using var stop = new CancellationTokenSource();
        Task<IDisposable>[] waiting = [.. Enumerable.Range(0, 40).Select(_ => slots.EnterAsync(stalled, stop.Token))];

        using var turn = await slots.EnterAsync(other, CancellationToken.None).WaitAsync(Patience);

        waiting.Count(task => !task.IsCompleted).Should().BeGreaterThan(0, "these wait for each other");
        await stop.CancelAsync();
    }
}
