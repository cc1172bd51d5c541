using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests;

/// <summary>A school that is registered and connected, and how an administrator works with it.</summary>
internal sealed class TestSchool(ApiProcess api, string id)
{
    public const string AllScopes = "numo.read numo.import numo.beheer";

    public string Id => id;

    public ImportService.ImportServiceClient Import { get; } = new(api.As(AllScopes));

    public LeerlingService.LeerlingServiceClient Leerlingen { get; } = new(api.As(AllScopes));

    public static async Task<TestSchool> ConnectAsync(ApiProcess api, SimulatedSchool simulated)
    {
        var scholen = new SchoolService.SchoolServiceClient(api.As(AllScopes));
        var registered = await scholen.RegisterSchoolAsync(
            new RegisterSchoolRequest { Naam = "Voorbeeldcollege", Brin = simulated.Brin });
        await new KoppelingService.KoppelingServiceClient(api.As(AllScopes)).CreateKoppelingAsync(new CreateKoppelingRequest
        {
            SchoolId = registered.School.Id,
            Las = Las.Magister,
            Schooldomein = simulated.Domein,
            WebserviceGebruiker = simulated.Gebruiker,
            WebserviceWachtwoord = simulated.Wachtwoord,
        });
        return new TestSchool(api, registered.School.Id);
    }

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
