using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Kurve.Numo.Cli.Demo;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Bediening;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>The simulator, as a process of its own.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _http;

    private SimulatorProcess(ChildProcess process, SimulatorReady ready, HttpClient http) =>
        (_process, Ready, _http) = (process, ready, http);

    /// <summary>Where it is, and what it wants to see.</summary>
    public SimulatorReady Ready { get; }

    /// <summary>Its schools.</summary>
    public IReadOnlyList<SimulatedSchool> Schools { get; private set; } = [];

    /// <summary>What it used so far.</summary>
    public Usage Usage => Usage.Of(_process.Id);

    /// <summary>Starts it, on the first day.</summary>
    public static async Task<SimulatorProcess> StartAsync(
        NightSettings settings, NightClock clock, CancellationToken ct)
    {
        var announcement = new SimulatorAnnouncement();
        var process = ChildProcess.StartDotnet(
            "simulator",
            [
                Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Simulator.dll"),
                "--schools", settings.Schools.ToString(CultureInfo.InvariantCulture),
                "--pupils", settings.Pupils.ToString(CultureInfo.InvariantCulture),
                .. FollowClock(clock),
            ],
            new Dictionary<string, string>(StringComparer.Ordinal),
            announcement.Read);
        if (await Task.WhenAny(announcement.Ready, process.Exited) == process.Exited)
        {
            throw new InvalidOperationException(string.Join('\n', process.LastLines));
        }

        var ready = await announcement.Ready;
        var simulator = new SimulatorProcess(process, ready, new HttpClient { BaseAddress = ready.Address });
        simulator.Schools = (await simulator.GetAsync<SchoolsAnswer>("/control/schools", ct)).Schools;
        return simulator;
    }

    /// <summary>Makes it the first day, as it was when the schools were prepared.</summary>
    public Task MoveToFirstDayAsync(CancellationToken ct) => MoveToDayAsync(0, ct);

    /// <summary>Makes it the next day, and tells what that changed at each school.</summary>
    public async Task<IReadOnlyList<Verschil>> MoveToNextDayAsync(CancellationToken ct)
    {
        var changes = new List<Verschil>();
        foreach (var school in Schools)
        {
            changes.Add(await GetAsync<Verschil>($"/control/changes?school={school.Brin}&from=0&to=1", ct));
        }

        await MoveToDayAsync(1, ct);
        return changes;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }

    private static string[] FollowClock(NightClock clock) => clock.File is { } file
        ? ["--clock", file, "--first-day", NightClock.LastDay, "--schooljaar", NightClock.Schooljaar]
        : [];

    private async Task MoveToDayAsync(int day, CancellationToken ct)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/control/day?day={day}");
        using var answer = await _http.PostAsync(new Uri(address, UriKind.Relative), content: null, ct);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string address, CancellationToken ct) =>
        (await _http.GetFromJsonAsync<T>(new Uri(address, UriKind.Relative), JsonSerializerOptions.Web, ct))!;

    private sealed record SchoolsAnswer(IReadOnlyList<SimulatedSchool> Schools);
}
