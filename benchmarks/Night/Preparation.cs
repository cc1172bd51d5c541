using System.Diagnostics;
using System.Globalization;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>Connects all schools and imports their people once, as administrators do.</summary>
internal static class Preparation
{
    private const int AtOnce = 4;
    private const int Told = 100;

    /// <summary>Prepares the folder's database.</summary>
    public static async Task RunAsync(SimulatorProcess simulator, PreparedFolder folder, CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        await simulator.MoveToFirstDayAsync(ct);
        await using (var api = await ApiServer.StartAsync(simulator, folder, folder.Database, [], ct))
        {
            var done = 0;
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
            await Parallel.ForEachAsync(simulator.Schools, options, async (school, stop) =>
            {
                await PrepareAsync(api.Connection, school, stop);
                if (Interlocked.Increment(ref done) % Told == 0)
                {
                    await Console.Error.WriteLineAsync(
                        string.Create(CultureInfo.InvariantCulture, $"{done} schools prepared"));
                }
            });
        }

        folder.Finish();
        await Console.Error.WriteLineAsync($"Prepared in {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s");
    }

    private static async Task PrepareAsync(ApiConnection api, SimulatedSchool simulated, CancellationToken ct)
    {
        var registered = await api.Scholen.RegisterSchoolAsync(
            new RegisterSchoolRequest
            {
                Naam = "Voorbeeldcollege " + simulated.Brin,
                Brin = simulated.Brin,
                Vestigingen = { simulated.Vestigingen },
            },
            cancellationToken: ct);
        var school = registered.School.Id;
        await api.Koppelingen.CreateKoppelingAsync(
            new CreateKoppelingRequest
            {
                SchoolId = school,
                Las = Las.Magister,
                Schooldomein = simulated.Domein,
                WebserviceGebruiker = simulated.Gebruiker,
                WebserviceWachtwoord = simulated.Wachtwoord,
            },
            cancellationToken: ct);
        await SchoolCalls.DiagnoseAsync(api, school, ct);
        await api.Koppelingen.ActivateKoppelingAsync(
            new ActivateKoppelingRequest { SchoolId = school }, cancellationToken: ct);
        await SchoolCalls.ImportAsync(api, school, [], ct);
    }
}
