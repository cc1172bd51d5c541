using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kurve.Numo.Cli.Demo;

/// <summary>What changed at the simulated school between two days, by the simulator's own count.</summary>
/// <param name="Joiners">Pupils who came.</param>
/// <param name="Returners">Pupils who came back.</param>
/// <param name="Leavers">Pupils who left.</param>
/// <param name="Changed">Pupils with another class, name or opleidingscode.</param>
/// <param name="TeachersJoined">Teachers who came.</param>
/// <param name="TeachersLeft">Teachers who left.</param>
internal sealed record SimulatedChanges(
    int Joiners, int Returners, int Leavers, int Changed, int TeachersJoined, int TeachersLeft);

/// <summary>Moves the simulator's clock and asks what that changed.</summary>
internal sealed class SimulatorControl(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Web =
        new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

    /// <summary>Makes it a day: 0 is the first.</summary>
    public Task MoveToDayAsync(int day, CancellationToken ct) =>
        PostAsync(string.Create(CultureInfo.InvariantCulture, $"/control/day?day={day}"), ct);

    /// <summary>Lets the school set something up in Magister, such as <c>toestemming=true</c>.</summary>
    public Task SetUpAsync(string brin, string what, CancellationToken ct) =>
        PostAsync($"/control/inrichting?school={brin}&{what}", ct);

    /// <summary>Lets Magister let Kurve's address through.</summary>
    public Task OpenMagisterAsync(CancellationToken ct) => PostAsync("/control/magister?open=true", ct);

    /// <summary>What changed at a school from one day to a later one.</summary>
    public Task<SimulatedChanges> ReadChangesAsync(string brin, int from, int to, CancellationToken ct)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"/control/changes?school={brin}&from={from}&to={to}");
        return AskAsync(async () => await _http.GetFromJsonAsync<SimulatedChanges>(url, Web, ct)
            ?? throw new RefusedException("The simulator told of no changes at all."));
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task<bool> PostAsync(string url, CancellationToken ct) => AskAsync(async () =>
    {
        using var answer = await _http.PostAsync(url, content: null, ct);
        answer.EnsureSuccessStatusCode();
        return true;
    });

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw new RefusedException($"The simulator did not do as it was told: {e.Message}");
        }
    }
}
