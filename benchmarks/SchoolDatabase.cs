using System.Globalization;
using Kurve.Numo.Application;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// A database file of its own with one school that has a koppeling and no people yet, and the product on top of it.
/// </summary>
internal sealed class SchoolDatabase : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private SchoolDatabase(ServiceProvider services, string folder, Guid schoolId) =>
        (_services, _folder, SchoolId) = (services, folder, schoolId);

    public Guid SchoolId { get; }

    public string ConnectionString => Connection(_folder);

    public static async Task<SchoolDatabase> CreateAsync(Antwoorden antwoorden)
    {
        var folder = Directory.CreateTempSubdirectory("numo-benchmark-").FullName;
        var services = Build(antwoorden, folder);
        services.MigrateDatabase();
        await using var scope = services.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var verzoek = antwoorden.Verzoek;
        var school = await sender.Send(
            new RegisterSchool("Voorbeeldcollege", verzoek.Brin, [verzoek.Vestiging], Sector.Vo, RequestId: null));
        var created = await sender.Send(new CreateKoppeling(
            new SchoolId(school.Value.Id),
            Las.Magister,
            Schooldomein.Create(antwoorden.School.Domein).Value,
            antwoorden.School.Gebruiker,
            new Geheim(antwoorden.School.Wachtwoord),
            UwlrEndpoint: null,
            UwlrAutorisatiesleutel: null,
            RequestId: null));
        if (!created.IsOk)
        {
            throw new InvalidOperationException(created.Error.Message);
        }

        foreach (var poort in Enum.GetValues<Poort>().Except([Poort.Activatie]))
        {
            await sender.Send(new ConfirmStep(new SchoolId(school.Value.Id), poort, "benchmark", null, null));
        }

        await sender.Send(new ActivateKoppeling(new SchoolId(school.Value.Id), null, null));
        return new SchoolDatabase(services, folder, school.Value.Id);
    }

    public AsyncServiceScope CreateScope() => _services.CreateAsyncScope();

    /// <summary>Previews and applies.</summary>
    public async Task ImportAsync(Schooljaar schooljaar)
    {
        var schoolId = new SchoolId(SchoolId);
        await using var scope = CreateScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var started = await sender.Send(new PreviewImport(schoolId, schooljaar, RequestId: null));
        var runId = new ImportRunId(started.Value.Id);
        await using (var worker = CreateScope())
        {
            await worker.ServiceProvider.GetRequiredService<FetchImport>().RunAsync(
                schoolId, runId, CancellationToken.None);
        }

        var preview = await sender.Send(new GetImportRun(schoolId, runId));
        await sender.Send(new ApplyImport(schoolId, runId, preview.Value.Uitkomst!.PlanHash, [], [], [], RequestId: null));
    }

    /// <summary>The leerlingen of the school.</summary>
    public IReadOnlyList<AccountId> ListLeerlingen() => [.. List("Leerlingen_Leerling").Select(id => new AccountId(id))];

    /// <summary>The groepen of the school.</summary>
    public IReadOnlyList<GroepId> ListGroepen() => [.. List("Leerlingen_Groep").Select(id => new GroepId(id))];

    /// <summary>How many leerlingen the school has.</summary>
    public long CountLeerlingen()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Leerlingen_Leerling WHERE Status = 0";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private List<Guid> List(string table)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id FROM {table} ORDER BY Id";
        using var reader = command.ExecuteReader();
        var ids = new List<Guid>();
        while (reader.Read())
        {
            ids.Add(new Guid((byte[])reader[0], bigEndian: true));
        }

        return ids;
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Connection(string folder) => $"Data Source={Path.Combine(folder, "numo.db")}";

    private static ServiceProvider Build(Antwoorden antwoorden, string folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Numo:Database:ConnectionString"] = Connection(folder),
                ["Numo:DataProtection:KeyFolder"] = Path.Combine(folder, "keys"),
            })
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddApplication(typeof(InfrastructureRegistration));
        services.AddInfrastructure(configuration);
        services.AddSingleton<ICallerAccessor, Beheerder>();
        services.AddSingleton<IPersonenbron>(new UwlrFromMemory(antwoorden));
        services.AddSingleton<IOpleidingenbron>(new MagisterFromMemory(antwoorden));
        return services.BuildServiceProvider();
    }

    private sealed class Beheerder : ICallerAccessor
    {
        public Caller Current { get; } = new(
            "benchmark",
            new HashSet<string>(StringComparer.Ordinal) { Scopes.Read, Scopes.Import, Scopes.Leerplan, Scopes.Beheer },
            Scholen: null);
    }

    // On the thread pool, as the real sources read: both answers are read side by side.
    private sealed class UwlrFromMemory(Antwoorden antwoorden) : IPersonenbron
    {
        public Task<Result<Personenlijst>> FetchAsync(
            PersonenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct) =>
            Task.Run(() => UwlrLezer.Read(new MemoryStream(antwoorden.Uwlr), verzoek, progress, ct), ct);
    }

    private sealed class MagisterFromMemory(Antwoorden antwoorden) : IOpleidingenbron
    {
        public Task<Result<Opleidingenlijst>> FetchAsync(
            OpleidingenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct) => Task.Run(
            () => MagisterLezer
                .Read(
                    new MemoryStream(antwoorden.Magister),
                    new MagisterKolommen(new Dictionary<string, string>(StringComparer.Ordinal)),
                    long.MaxValue,
                    progress,
                    ct)
                .Map(antwoord => new Opleidingenlijst(antwoord.Regels, antwoord.Vingerafdruk)),
            ct);
    }
}
