using System.Diagnostics;
using System.Text;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <content>
/// The canary: what is no secret, sent on purpose through each place in each form, so that a walk that finds nothing
/// proves something. The product carries it as text that is there to be shown: a school's name, a reason.
/// </content>
public sealed partial class SecretsWalk
{
    internal const string Kanarie = "canary";

    private const string KanarieTekst = "Kanarievogel 7 +&%;'\"<>/z";

    private async Task PlantAsync(SimulatedSchool simulated)
    {
        _zoeker.Add(Kanarie, KanarieTekst);
        var id = await RegisterAsync(simulated);
        await _gesprek.AskAsync<CreateKoppelingResponse>(Koppeling(id, simulated));
        foreach (var (naam, bytes) in Geheimvormen.Of(KanarieTekst))
        {
            var vorm = Encoding.UTF8.GetString(bytes);
            PlantInProcess(vorm);
            if (!string.Equals(naam, Geheimvormen.Utf16, StringComparison.Ordinal))
            {
                await PlantInKitAsync(id, simulated, vorm);
                await PlantInAnswersAsync(id, simulated, vorm);
            }
        }

        PlantInDatabase();
    }

    private void PlantInProcess(string vorm)
    {
        _api.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Kanarie).Log(
            LogLevel.Trace, new EventId(1), vorm, exception: null, (text, _) => text);
        using var source = new ActivitySource(Kanarie);
        using (var activity = source.StartActivity(Kanarie))
        {
            activity!.SetTag("tag", vorm);
        }

        try
        {
            throw new InvalidOperationException("outer", new IOException("inner") { Data = { ["data"] = vorm } });
        }
        catch (InvalidOperationException)
        {
            // Thrown for the recording alone.
        }
    }

    private async Task PlantInKitAsync(string id, SimulatedSchool simulated, string vorm)
    {
        await _gesprek.AskAsync<UpdateSchoolResponse>(new UpdateSchoolRequest
        {
            School = new School { Id = id, Naam = vorm },
            UpdateMask = new() { Paths = { "naam" } },
        });
        var folder = Path.Combine(_surroundings.Folder, "canary");
        Use("password of a kit", await _numo.RunAsync(
            ["koppeling", "kit", "--school", simulated.Brin, "--out", folder, "--force"]));
        KeepKit(folder);
    }

    private async Task PlantInAnswersAsync(string id, SimulatedSchool simulated, string vorm)
    {
        await _gesprek.AskAsync<SuspendKoppelingResponse>(new SuspendKoppelingRequest { SchoolId = id, Reden = vorm });
        await _gesprek.TryAsync<PreviewImportResponse>(new PreviewImportRequest { SchoolId = id });
        await _gesprek.SendAsync(HttpMethod.Get, $"/v1/scholen/{id}/koppeling");
        await RunBothAsync([], "koppeling", "status", "--school", simulated.Brin);
        await _numo.RunAsync(["import", "preview", "--school", simulated.Brin]);
        await _gesprek.AskAsync<ResumeKoppelingResponse>(new ResumeKoppelingRequest { SchoolId = id });
    }

    /// <summary>In the file itself, and in what was written since.</summary>
    private void PlantInDatabase()
    {
        using var connection = new SqliteConnection($"Data Source={_surroundings.Database}");
        connection.Open();
        Execute(connection, "CREATE TABLE Kanarie (Vorm BLOB);");
        InsertForms(connection);
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
        Execute(connection, "DELETE FROM Kanarie;");
        InsertForms(connection);
    }

    private static void InsertForms(SqliteConnection connection)
    {
        foreach (var (_, bytes) in Geheimvormen.Of(KanarieTekst))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Kanarie (Vorm) VALUES (@vorm);";
            command.Parameters.AddWithValue("@vorm", bytes);
            command.ExecuteNonQuery();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void KeepDatabase()
    {
        foreach (var plaats in (string[])[Plaatsen.Database, Plaatsen.DatabaseWal, Plaatsen.DatabaseShm])
        {
            using var stream = new FileStream(
                Path.Combine(_surroundings.Folder, plaats),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            _opname.Keep(plaats, bytes.ToArray());
        }
    }

    private void KeepKit(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            _opname.Keep(Plaatsen.KitFile, File.ReadAllBytes(file));
        }
    }
}
