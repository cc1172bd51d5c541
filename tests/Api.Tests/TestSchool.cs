using Dapper;
using Grpc.Core;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests;

/// <summary>A school that is registered and connected, and how an administrator works with it.</summary>
internal sealed class TestSchool(ApiProcess api, string id)
{
    public const string AllScopes = "numo.read numo.import numo.leerplan numo.beheer";

    public string Id => id;

    public ImportService.ImportServiceClient Import { get; } = new(api.As(AllScopes));

    public LeerlingService.LeerlingServiceClient Leerlingen { get; } = new(api.As(AllScopes));

    public LeerplanService.LeerplanServiceClient Leerplannen { get; } = new(api.As(AllScopes));

    public KoppelingService.KoppelingServiceClient Koppelingen { get; } = new(api.As(AllScopes));

    public OpleidingService.OpleidingServiceClient Opleidingen { get; } = new(api.As(AllScopes));

    public SynchronisatieService.SynchronisatieServiceClient Syncs { get; } = new(api.As(AllScopes));

    /// <summary>A school that has passed all five gates.</summary>
    public static async Task<TestSchool> ConnectAsync(ApiProcess api, SimulatedSchool simulated)
    {
        var school = await RegisterAsync(api, simulated);
        await school.Koppelingen.CreateKoppelingAsync(school.Koppeling(simulated));
        await school.TestKoppelingAsync();
        await school.Koppelingen.ActivateKoppelingAsync(new ActivateKoppelingRequest { SchoolId = school.Id });
        return school;
    }

    /// <summary>A school without a koppeling.</summary>
    public static async Task<TestSchool> RegisterAsync(ApiProcess api, SimulatedSchool simulated)
    {
        var scholen = new SchoolService.SchoolServiceClient(api.As(AllScopes));
        var registered = await scholen.RegisterSchoolAsync(
            new RegisterSchoolRequest
            {
                Naam = "Voorbeeldcollege",
                Brin = simulated.Brin,
                Vestigingen = { simulated.Vestigingen },
            });
        return new TestSchool(api, registered.School.Id);
    }

    /// <summary>What connects it, with the password that the simulator knows.</summary>
    public CreateKoppelingRequest Koppeling(SimulatedSchool simulated) => new()
    {
        SchoolId = id,
        Las = Las.Magister,
        Schooldomein = simulated.Domein,
        WebserviceGebruiker = simulated.Gebruiker,
        WebserviceWachtwoord = simulated.Wachtwoord,
    };

    /// <summary>Diagnoses live: the checks, and the koppeling after.</summary>
    public async Task<(List<Controle> Controles, Koppeling Koppeling)> TestKoppelingAsync()
    {
        using var test = Koppelingen.TestKoppeling(new TestKoppelingRequest { SchoolId = id });
        var controles = new List<Controle>();
        await foreach (var answer in test.ResponseStream.ReadAllAsync())
        {
            if (answer.Koppeling is { } koppeling)
            {
                return (controles, koppeling);
            }

            controles.Add(answer.Controle);
        }

        throw new InvalidOperationException("The diagnosis ended without a koppeling.");
    }

    /// <summary>The same school, by way of another process on the same database.</summary>
    public TestSchool Through(ApiProcess other) => new(other, id);

    /// <summary>The same school after the API was started again.</summary>
    public TestSchool Reconnect() => new(api, id);

    /// <summary>Previews, and waits until the run needs a person or is finished.</summary>
    public async Task<ImportRun> PreviewAsync()
    {
        var started = await Import.PreviewImportAsync(new PreviewImportRequest { SchoolId = id });
        return await WatchAsync(started.ImportRun.Id);
    }

    public async Task<ImportRun> WatchAsync(string run)
    {
        using var watch = Import.WatchImportRun(new WatchImportRunRequest { SchoolId = id, ImportRunId = run });
        var last = new ImportRun();
        await foreach (var answer in watch.ResponseStream.ReadAllAsync())
        {
            last = answer.ImportRun;
        }

        return last;
    }

    public async Task<ImportRun> ApplyAsync(ImportRun run, string requestId = "", params RegelSoort[] soorten) =>
        (await Import.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = id,
            ImportRunId = run.Id,
            PlanHash = run.PlanHash,
            Soorten = { soorten },
            RequestId = requestId,
        })).ImportRun;

    public async Task<ImportRun> DiscardAsync(string run) =>
        (await Import.DiscardImportAsync(new DiscardImportRequest { SchoolId = id, ImportRunId = run })).ImportRun;

    /// <summary>What somebody did in the data of the school, as it can see itself.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(string subject)
    {
        await using var connection = await api.OpenDatabaseAsync();
        var actions = await connection.QueryAsync<string>(
            "SELECT Actie FROM Privacy_Audit WHERE SchoolId = @School AND Subject = @Subject;",
            new { School = TypeHandlers.ToBytes(Guid.Parse(id)), Subject = subject });
        return actions.AsList();
    }

    /// <summary>The number of active leerlingen, counted page by page.</summary>
    public async Task<int> CountLeerlingenAsync()
    {
        var request = new ListLeerlingenRequest { SchoolId = id, PageSize = 500 };
        var count = 0;
        do
        {
            var page = await Leerlingen.ListLeerlingenAsync(request);
            count += page.Leerlingen.Count;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return count;
    }

    /// <summary>The number of active docenten, counted page by page.</summary>
    public async Task<int> CountDocentenAsync()
    {
        var request = new ListDocentenRequest { SchoolId = id, PageSize = 500 };
        var count = 0;
        do
        {
            var page = await Leerlingen.ListDocentenAsync(request);
            count += page.Docenten.Count;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return count;
    }

    public async Task<ImportState> StateOfAsync(ImportRun run) =>
        (await Import.GetImportRunAsync(new GetImportRunRequest { SchoolId = id, ImportRunId = run.Id })).ImportRun.State;
}
