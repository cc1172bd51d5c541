using System.CommandLine;
using System.Runtime.CompilerServices;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>What a night is measured with.</summary>
/// <param name="Schools">How many schools there are.</param>
/// <param name="Pupils">Pupils per school.</param>
/// <param name="PerLas">How many schools at once: one night for each.</param>
/// <param name="HasLoop">Whether loops over the schools are measured as well.</param>
/// <param name="Keep">Where the prepared schools are kept; null for nowhere.</param>
/// <param name="IsSwitch">Whether it is the night in which the school year changes.</param>
internal sealed record NightSettings(
    int Schools, int Pupils, IReadOnlyList<int> PerLas, bool HasLoop, string? Keep, bool IsSwitch);

/// <summary>The command that measures the nightly syncs, side by side with a loop over all schools.</summary>
internal static class NightCommand
{
    private static readonly Option<int> Schools = new("--schools")
    {
        Description = "Number of schools",
        DefaultValueFactory = _ => 100,
    };

    private static readonly Option<int> Pupils = new("--pupils")
    {
        Description = "Pupils per school",
        DefaultValueFactory = _ => 620,
    };

    private static readonly Option<int[]> PerLas = new("--per-las")
    {
        Description = "Numo:Sync:MaxPerLas; a night is measured for each that is given",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [1, 4, 8],
    };

    private static readonly Option<bool> NoLoop = new("--no-loop")
    {
        Description = "Leave out the loops over all schools: one that previews, watches and applies, and one that diagnoses",
    };

    private static readonly Option<string?> Keep = new("--keep")
    {
        Description = "Folder to keep the prepared schools in; they are used again when it has them",
    };

    private static readonly Option<bool> Switch = new("--switch")
    {
        Description = "The night of 1 August, in which schools that prepared and agreed change to the next school year",
    };

    /// <summary>The command.</summary>
    public static RootCommand Build()
    {
        var command = new RootCommand("Measures the nightly syncs of many schools.");
        foreach (var option in new Option[] { Schools, Pupils, PerLas, NoLoop, Keep, Switch })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, ct) => RunAsync(Read(parsed), ct));
        return command;
    }

    private static NightSettings Read(ParseResult parsed) => new(
        parsed.GetValue(Schools),
        parsed.GetValue(Pupils),
        parsed.GetValue(PerLas)!,
        !parsed.GetValue(NoLoop),
        parsed.GetValue(Keep),
        parsed.GetValue(Switch));

    private static async Task<int> RunAsync(NightSettings settings, CancellationToken ct)
    {
        using var prepared = PreparedFolder.Open(settings);
        await using var simulator = await SimulatorProcess.StartAsync(settings, prepared.Clock, ct);
        if (!prepared.IsReady)
        {
            await Preparation.RunAsync(simulator, prepared, ct);
        }

        Report.WriteHead(settings, prepared, settings.IsSwitch ? [] : await simulator.MoveToNextDayAsync(ct));
        await foreach (var measurement in MeasureAsync(settings, simulator, prepared, ct))
        {
            Report.Write(measurement);
        }

        return 0;
    }

    private static async IAsyncEnumerable<Measurement> MeasureAsync(
        NightSettings settings,
        SimulatorProcess simulator,
        PreparedFolder prepared,
        [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var perLas in settings.PerLas)
        {
            prepared.Clock.MoveToNight();
            yield return await NightRun.MeasureAsync(simulator, prepared, perLas, ct);
        }

        prepared.Clock.MoveToNight();
        if (settings.HasLoop && settings.IsSwitch)
        {
            yield return await LoopRun.MeasureSwitchAsync(simulator, prepared, ct);
        }
        else if (settings.HasLoop)
        {
            yield return await LoopRun.MeasureAsync(simulator, prepared, ct);
            yield return await LoopRun.MeasureDiagnosisAsync(simulator, prepared, ct);
        }
    }
}
