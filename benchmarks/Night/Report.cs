using System.Globalization;
using Kurve.Numo.Simulator.Bediening;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>Writes what was measured as lines of a table in Markdown.</summary>
internal static class Report
{
    private const double Megabyte = 1024 * 1024;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    /// <summary>Writes what the schools are like, and the head of the table.</summary>
    public static void WriteHead(NightSettings settings, PreparedFolder folder, IReadOnlyList<Verschil> changes)
    {
        var size = new FileInfo(folder.Database).Length / Megabyte;
        Console.WriteLine(string.Create(
            Culture, $"{settings.Schools} schools, {Describe(settings, changes)}; database {size:F0} MB"));
        Console.WriteLine($"""

            | way | changed | wall | per minute | CPU | first {Meter.First} | later | start | simulator | peak | came to | load |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """);
    }

    /// <summary>Writes one line.</summary>
    public static void Write(Measurement m)
    {
        var (wall, cpu) = (m.Wall.TotalSeconds, m.Cpu.TotalSeconds);
        var later = m.PerLater is { } each ? string.Create(Culture, $"{each.TotalMilliseconds:F1} ms") : "";
        Console.WriteLine(string.Create(
            Culture,
            $"| {m.Way} | {m.Applied} | {wall:F0} s | {m.Schools * 60 / wall:F0} | {cpu:F1} s "
            + $"| {m.PerFirst.TotalMilliseconds:F1} ms | {later} "
            + $"| {m.Before.TotalSeconds:F1} s "
            + $"| {m.SimulatorCpu.TotalSeconds:F1} s | {m.Peak / Megabyte:F0} MB | {m.Outcomes} | {Load} |"));
    }

    private static string Describe(NightSettings settings, IReadOnlyList<Verschil> changes)
    {
        if (settings.IsSwitch)
        {
            return $"about {settings.Pupils} pupils each, change to the school year after {NightClock.Schooljaar}";
        }

        var pupils = changes.Sum(c => c.Before);
        var different = changes.Sum(c => c.Joiners + c.Returners + c.Leavers + c.Changed);
        return string.Create(
            Culture,
            $"{pupils} pupils, of whom {different} differ, {100.0 * different / pupils:F1} %; "
            + $"{changes.Sum(c => c.Leavers)} left");
    }
}
