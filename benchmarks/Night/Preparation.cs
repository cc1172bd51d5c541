using System.Collections.Concurrent;
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
        var brakes = new ConcurrentBag<string>();
        if (folder.IsSwitch)
        {
            folder.Clock.MoveToPreparation();
        }
        else
        {
            await simulator.MoveToFirstDayAsync(ct);
        }

        await using (var api = await ApiServer.StartAsync(simulator, folder, folder.Database, [], ct))
        {
            var done = 0;
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
            await Parallel.ForEachAsync(simulator.Schools, options, async (school, stop) =>
            {
                var id = await PrepareAsync(api.Connection, school, stop);
                if (folder.IsSwitch)
                {
                    var run = await SchoolCalls.PrepareSchooljaarAsync(api.Connection, id, stop);
                    run.Remmen.ToList().ForEach(r => brakes.Add(r.Code));
                }

                if (Interlocked.Increment(ref done) % Told == 0)
                {
                    await Console.Error.WriteLineAsync(
                        string.Create(CultureInfo.InvariantCulture, $"{done} schools prepared"));
                }
            });
        }

        folder.Finish();
        await Console.Error.WriteLineAsync($"Prepared in {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s");
        if (folder.IsSwitch)
        {
            await Console.Error.WriteLineAsync(
                $"Brakes released at the next school year: {SwitchSurvey.Count(brakes)}");
        }
    }

    private static async Task<string> PrepareAsync(ApiConnection api, SimulatedSchool simulated, CancellationToken ct)
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
        return school;
    }
}
