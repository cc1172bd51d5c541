using System.Text;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

/// <summary>What an administrator asks of runs that were made.</summary>
internal static class RunCalls
{
    public static Task<UndoImportResponse> UndoAsync(
        this TestSchool school, ImportRun run, bool validateOnly = false, string requestId = "") =>
        school.Import.UndoImportAsync(new UndoImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            ValidateOnly = validateOnly,
            RequestId = requestId,
        }).ResponseAsync;

    public static async Task<ImportRun> GetAsync(this TestSchool school, ImportRun run) =>
        (await school.Import.GetImportRunAsync(
            new GetImportRunRequest { SchoolId = school.Id, ImportRunId = run.Id })).ImportRun;

    public static async Task<IReadOnlyList<ImportRun>> HistoryAsync(this TestSchool school, params ImportState[] states) =>
        (await school.Import.ListImportRunsAsync(
            new ListImportRunsRequest { SchoolId = school.Id, States = { states } })).ImportRuns;

    /// <summary>All rows, page by page.</summary>
    public static async Task<IReadOnlyList<ImportRegel>> RegelsAsync(this TestSchool school, ImportRun run)
    {
        var request = new ListImportRegelsRequest { SchoolId = school.Id, ImportRunId = run.Id, PageSize = 500 };
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

    /// <summary>The numbers of the rows of which each outcome became, as the filter has them.</summary>
    public static async Task<Dictionary<Regeluitkomst, int[]>> NummersByUitkomstAsync(TestSchool school, ImportRun run)
    {
        var nummers = new Dictionary<Regeluitkomst, int[]>();
        foreach (var uitkomst in Enum.GetValues<Regeluitkomst>().Where(u => u != Regeluitkomst.Unspecified))
        {
            var regels = await school.RegelsAsync(run, r => r.Uitkomsten.Add(uitkomst));
            nummers.Add(uitkomst, [.. regels.Select(r => r.Nummer)]);
        }

        return nummers.Where(n => n.Value.Length > 0).ToDictionary();
    }

    /// <summary>The numbers of the rows of which each outcome became, as the rows say.</summary>
    public static Dictionary<Regeluitkomst, int[]> NummersByUitkomst(IEnumerable<ImportRegel> regels) =>
        regels.GroupBy(r => r.Uitkomst, r => r.Nummer).ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Everybody as CSV, archived ones and docenten too.</summary>
    public static async Task<string> ExportAsync(this TestSchool school)
    {
        var request = new ExportLeerlingenRequest { SchoolId = school.Id, ShowGearchiveerd = true, MetDocenten = true };
        using var call = school.Leerlingen.ExportLeerlingen(request);
        return Text(await call.ResponseStream.ReadAllAsync().Select(deel => deel.Csv.ToByteArray()).ToListAsync());
    }

    /// <summary>The rows of a run as CSV.</summary>
    public static async Task<string> ExportRegelsAsync(this TestSchool school, ImportRun run)
    {
        var request = new ExportImportRegelsRequest { SchoolId = school.Id, ImportRunId = run.Id };
        using var call = school.Import.ExportImportRegels(request);
        return Text(await call.ResponseStream.ReadAllAsync().Select(deel => deel.Csv.ToByteArray()).ToListAsync());
    }

    /// <summary>The reason of a refusal; empty when the call went well.</summary>
    public static async Task<string> ReasonAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (RpcException refused)
        {
            return refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? refused.StatusCode.ToString();
        }
    }

    private static string Text(IEnumerable<byte[]> parts) => Encoding.UTF8.GetString([.. parts.SelectMany(part => part)]);
}
