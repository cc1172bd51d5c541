using System.Diagnostics;
using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Application.Tests.Shared;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Who_asks_the_same_over_and_over_makes_one_span()
    {
        var name = $"Test{Guid.NewGuid():N}";
        var spans = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => string.Equals(source.Name, Telemetry.Name, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => spans += activity.OperationName.EndsWith(name, StringComparison.Ordinal) ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);

        await WatchAsync(name);
        spans.Should().Be(1);
        await WatchAsync(name);

        spans.Should().Be(2, "another call has its own");
    }

    private static async Task WatchAsync(string name)
    {
        for (var i = 0; i < 3; i++)
        {
            await AskAsync(name);
            Telemetry.LeaveOutSpans();
        }
    }

    private static async Task AskAsync(string name)
    {
        using var measurement = Telemetry.Request(name);
        await Task.Yield();
    }
}
