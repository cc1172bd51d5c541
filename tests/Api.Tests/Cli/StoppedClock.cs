namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>A clock on which it is always the same moment; its timers run as others do.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
