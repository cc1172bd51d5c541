using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <content>Files, layouts, rules and decisions of a school that has secrets, and what is stored of its runs.</content>
public sealed partial class SecretsWalk
{
    private const string TweeLeerlingen =
        "stamnummer;sleutel;achternaam\r\n7654321;;Voorbeeld\r\n;eigen-7;Verzonnen\r\n";

    /// <summary>The keys of two who are at the school already.</summary>
    private const string Tegenstrijdig = "stamnummer;sleutel;achternaam\r\n7654321;eigen-7;Voorbeeld\r\n";

    /// <summary>Imports two people from a file, decides of a third who may be both, and undoes it all.</summary>
    private async Task ImportFilesAsync(string id)
    {
        await _gesprek.AskAsync<GetCsvsjabloonResponse>(new GetCsvsjabloonRequest());
        await ArrangeColumnsAsync(id);
        await ChangeRulesAsync(id);
        var kop = new Uploadkop { SchoolId = id, Bestandsnaam = "leerlingen.csv" };
        var uploaded = await _gesprek.AskAsync<UploadImportResponse>(
            new UploadImportRequest { Kop = kop },
            new UploadImportRequest { Blok = ByteString.CopyFromUtf8(TweeLeerlingen) });
        var first = await WatchAsync(id, uploaded.ImportRun.Id);
        await _gesprek.AskAsync<ApplyImportResponse>(
            new ApplyImportRequest { SchoolId = id, ImportRunId = first.Id, PlanHash = first.PlanHash });
        var previewed = await _gesprek.AskAsync<PreviewCsvResponse>(
            new PreviewCsvRequest { Kop = kop, Inhoud = ByteString.CopyFromUtf8(Tegenstrijdig) });
        await DecideAsync(id, await WatchAsync(id, previewed.ImportRun.Id));
        await _gesprek.SendAsync(
            HttpMethod.Post,
            $"/v1/scholen/{id}/imports:previewCsv",
            $$"""{"kop":{},"inhoud":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Tegenstrijdig))}}"}""");
        await _gesprek.AskAsync<UndoImportResponse>(new UndoImportRequest { SchoolId = id, ImportRunId = first.Id });
    }

    private async Task ArrangeColumnsAsync(string id)
    {
        await _gesprek.AskAsync<SetKolomindelingResponse>(new SetKolomindelingRequest
        {
            SchoolId = id,
            Naam = "eigen",
            Kolommen = { new Csvkolomkeuze { Kop = "nr", Kolom = Csvkolom.Stamnummer } },
        });
        await _gesprek.AskAsync<GetKolomindelingResponse>(
            new GetKolomindelingRequest { SchoolId = id, Naam = "eigen" });
        await _gesprek.AskAsync<ListKolomindelingenResponse>(new ListKolomindelingenRequest { SchoolId = id });
        await _gesprek.AskAsync<DeleteKolomindelingResponse>(
            new DeleteKolomindelingRequest { SchoolId = id, Naam = "eigen" });
    }

    private async Task ChangeRulesAsync(string id)
    {
        var beleid = (await _gesprek.AskAsync<GetImportbeleidResponse>(
            new GetImportbeleidRequest { SchoolId = id })).Importbeleid;
        await _gesprek.AskAsync<UpdateImportbeleidResponse>(new UpdateImportbeleidRequest
        {
            Importbeleid = beleid,
            UpdateMask = new FieldMask { Paths = { "modus" } },
        });
    }

    private async Task DecideAsync(string id, ImportRun run)
    {
        var regels = await _gesprek.AskAsync<ListImportRegelsResponse>(new ListImportRegelsRequest
        {
            SchoolId = id,
            ImportRunId = run.Id,
            Soorten = { RegelSoort.Conflict },
        });
        var decided = await _gesprek.AskAsync<ResolveConflictResponse>(new ResolveConflictRequest
        {
            SchoolId = id,
            ImportRunId = run.Id,
            Nummer = regels.Regels[0].Nummer,
            Soort = Beslissingsoort.Overslaan,
        });
        await _gesprek.AskAsync<ListBeslissingenResponse>(new ListBeslissingenRequest { SchoolId = id });
        await _gesprek.AskAsync<DeleteBeslissingResponse>(
            new DeleteBeslissingRequest { SchoolId = id, BeslissingId = decided.Beslissing.Id });
    }

    private async Task LookBackAsync(string id, string run)
    {
        await _gesprek.AskAsync<CompareImportRunsResponse>(
            new CompareImportRunsRequest { SchoolId = id, ImportRunId = run });
        await _gesprek.AskAsync<ExportImportRegelsResponse>(
            new ExportImportRegelsRequest { SchoolId = id, ImportRunId = run });
    }
}
