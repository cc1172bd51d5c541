using Grpc.Core;
using Kurve.Numo.Api.Importeren.Csv;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Importeren;

internal sealed partial class ImportGrpcService
{
    public override async Task<UploadImportResponse> UploadImport(
        IAsyncStreamReader<UploadImportRequest> requestStream, ServerCallContext context)
    {
        var kop = await UploadReader.ReadKopAsync(requestStream, context.CancellationToken);
        var asked = kop.ToRequest([]);
        var grenzen = (await sender.Send(new GetUploadgrenzen(asked.SchoolId), context.CancellationToken)).Reply(g => g);
        using var upload = new UploadReader(uploads, grenzen, asked.SchoolId, context.Subject());
        var inhoud = await upload.ReadAsync(requestStream, context.CancellationToken);
        return (await sender.Send(kop.ToRequest(inhoud), context.CancellationToken))
            .Reply(run => new UploadImportResponse { ImportRun = run.ToProto() });
    }

    public override async Task<PreviewCsvResponse> PreviewCsv(PreviewCsvRequest request, ServerCallContext context)
    {
        var asked = (request.Kop ?? new Uploadkop()).ToRequest([]);
        var grenzen = (await sender.Send(new GetUploadgrenzen(asked.SchoolId), context.CancellationToken)).Reply(g => g);
        using var upload = new UploadReader(uploads, grenzen, asked.SchoolId, context.Subject());
        var inhoud = upload.Take(request.Inhoud);
        return (await sender.Send(request.Kop!.ToRequest(inhoud), context.CancellationToken))
            .Reply(run => new PreviewCsvResponse { ImportRun = run.ToProto() });
    }

    public override async Task<GetCsvsjabloonResponse> GetCsvsjabloon(
        GetCsvsjabloonRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(CsvMapping.ToProto);

    public override async Task<SetKolomindelingResponse> SetKolomindeling(
        SetKolomindelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(indeling => new SetKolomindelingResponse { Kolomindeling = indeling.ToProto() });

    public override async Task<GetKolomindelingResponse> GetKolomindeling(
        GetKolomindelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(indeling => new GetKolomindelingResponse { Kolomindeling = indeling.ToProto() });

    public override async Task<ListKolomindelingenResponse> ListKolomindelingen(
        ListKolomindelingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(CsvMapping.ToProto);

    public override async Task<DeleteKolomindelingResponse> DeleteKolomindeling(
        DeleteKolomindelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(indeling => new DeleteKolomindelingResponse { Kolomindeling = indeling.ToProto() });
}
