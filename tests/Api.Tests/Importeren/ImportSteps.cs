using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>What an administrator does with imports, beside the usual.</summary>
internal static class ImportSteps
{
    /// <summary>The school year after this one, which has not begun.</summary>
    public static string NextSchooljaar { get; } = SchooljaarAfter(DateTime.Now);

    /// <summary>Previews a school year, and waits until the run needs a person or is finished.</summary>
    public static async Task<ImportRun> PreviewAsync(this TestSchool school, string schooljaar)
    {
        var started = await school.Import.PreviewImportAsync(
            new PreviewImportRequest { SchoolId = school.Id, Schooljaar = schooljaar });
        return await school.WatchAsync(started.ImportRun.Id);
    }

    /// <summary>Previews and applies, whether the brake is on or not.</summary>
    public static async Task<ImportRun> ImportAsync(this TestSchool school)
    {
        var run = await school.PreviewAsync();
        return await school.ApplyAsync(run.State == ImportState.Wachtend ? await school.ReleaseAsync(run) : run);
    }

    public static async Task<ImportRun> ReleaseAsync(this TestSchool school, ImportRun run, string? hash = null) =>
        (await school.Import.ReleaseBrakeAsync(new ReleaseBrakeRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PlanHash = hash ?? run.PlanHash,
        })).ImportRun;

    /// <summary>All rows of the kinds.</summary>
    public static async Task<List<ImportRegel>> ListRegelsAsync(
        this TestSchool school, ImportRun run, params RegelSoort[] soorten)
    {
        var request = new ListImportRegelsRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PageSize = 500,
            Soorten = { soorten },
        };
        var regels = new List<ImportRegel>();
        do
        {
            var page = await school.Import.ListImportRegelsAsync(request);
            regels.AddRange(page.Regels);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return regels;
    }

    public static async Task<Importbeleid> GetBeleidAsync(this TestSchool school) =>
        (await school.Import.GetImportbeleidAsync(new GetImportbeleidRequest { SchoolId = school.Id })).Importbeleid;

    /// <summary>Changes a school's rules; without paths, what is filled in.</summary>
    public static async Task<Importbeleid> ChangeBeleidAsync(
        this TestSchool school, Importbeleid beleid, params string[] paths)
    {
        beleid.SchoolId = school.Id;
        var request = new UpdateImportbeleidRequest
        {
            Importbeleid = beleid,
            UpdateMask = paths.Length == 0 ? null : new FieldMask { Paths = { paths } },
        };
        return (await school.Import.UpdateImportbeleidAsync(request)).Importbeleid;
    }

    /// <summary>A limit that lets everybody leave, until the last day that is asked.</summary>
    public static Limietafspraak Limit(int days, int aantal = 100_000, double aandeel = 1) => new()
    {
        Aantal = aantal,
        Aandeel = aandeel,
        Reden = "Schooljaarwisseling",
        Eigenaar = "Administratie",
        TotEnMet = Day(days),
    };

    /// <summary>A day from now, as the contract writes it.</summary>
    public static string Day(int days) => TimeProvider.System.Today().AddDays(days).ToString("yyyy-MM-dd", null);

    /// <summary>Why a call is refused; empty when it is not.</summary>
    public static async Task<string> RefusalAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (RpcException refused)
        {
            return refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;
        }
    }

    private static string SchooljaarAfter(DateTime now)
    {
        var begin = now.Month >= 8 ? now.Year + 1 : now.Year;
        return $"{begin}-{begin + 1}";
    }
}
