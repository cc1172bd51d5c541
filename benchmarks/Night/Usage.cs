using System.Diagnostics;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>What a process used so far.</summary>
/// <param name="At">When that was.</param>
/// <param name="Cpu">Time of processors, in user and kernel.</param>
/// <param name="Peak">The most memory that it had at once, in bytes (VmHWM).</param>
internal sealed record Usage(DateTimeOffset At, TimeSpan Cpu, long Peak)
{
    /// <summary>Looks now.</summary>
    public static Usage Of(int process)
    {
        using var found = Process.GetProcessById(process);
        return new Usage(DateTimeOffset.UtcNow, found.TotalProcessorTime, found.PeakWorkingSet64);
    }
}
