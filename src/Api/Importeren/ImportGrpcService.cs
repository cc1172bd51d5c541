using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Importeren;

internal sealed partial class ImportGrpcService(
    ISender sender, Uploads uploads, IHostApplicationLifetime lifetime, TimeProvider clock)
    : ImportService.ImportServiceBase
{
    /// <summary>How often a watched run is looked at. From the store, so that any replica can be watched.</summary>
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(250);

    public override async Task<PreviewImportResponse> PreviewImport(
        PreviewImportRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(run => new PreviewImportResponse { ImportRun = run.ToProto() });

    public override async Task<GetImportRunResponse> GetImportRun(
        GetImportRunRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(run => new GetImportRunResponse { ImportRun = run.ToProto() });

    public override async Task WatchImportRun(
        WatchImportRunRequest request,
        IServerStreamWriter<WatchImportRunResponse> responseStream,
        ServerCallContext context)
    {
        var query = request.ToRequest();
        var sent = new WatchImportRunResponse();
        while (true)
        {
            var run = (await sender.Send(query, context.CancellationToken)).Reply(found => found);
            Telemetry.LeaveOutSpans();
            var news = new WatchImportRunResponse { ImportRun = run.ToProto() };
            if (!news.Equals(sent))
            {
                sent = news;
                await responseStream.WriteAsync(news, context.CancellationToken);
            }

            if (run.IsStil)
            {
                return;
            }

            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                throw new ProcesStopt().ToRpcException();
            }

            await Task.Delay(WatchInterval, clock, context.CancellationToken);
        }
    }

    public override async Task<ListImportRegelsResponse> ListImportRegels(
        ListImportRegelsRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(ImportMapping.ToProto);

    public override async Task<ReleaseBrakeResponse> ReleaseBrake(
        ReleaseBrakeRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(run => new ReleaseBrakeResponse { ImportRun = run.ToProto() });

    public override async Task<ApplyImportResponse> ApplyImport(
        ApplyImportRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(run => new ApplyImportResponse { ImportRun = run.ToProto() });

    public override async Task<DiscardImportResponse> DiscardImport(
        DiscardImportRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(run => new DiscardImportResponse { ImportRun = run.ToProto() });

    public override async Task<UndoImportResponse> UndoImport(UndoImportRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(RunsMapping.ToProto);

    public override async Task<CompareImportRunsResponse> CompareImportRuns(
        CompareImportRunsRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(RunsMapping.ToProto);

    public override Task ExportImportRegels(
        ExportImportRegelsRequest request,
        IServerStreamWriter<ExportImportRegelsResponse> responseStream,
        ServerCallContext context) => sender.StreamAsync(request.ToRequest(), responseStream, ToExport, context);

    public override async Task<ResolveConflictResponse> ResolveConflict(
        ResolveConflictRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(beslissing => beslissing.ToReply(request.ValidateOnly));

    public override async Task<ListBeslissingenResponse> ListBeslissingen(
        ListBeslissingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(ConflictMapping.ToProto);

    public override async Task<DeleteBeslissingResponse> DeleteBeslissing(
        DeleteBeslissingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(beslissing => new DeleteBeslissingResponse { Beslissing = beslissing.ToProto() });

    public override async Task<ListImportRunsResponse> ListImportRuns(
        ListImportRunsRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(ImportMapping.ToProto);

    public override async Task<GetImportbeleidResponse> GetImportbeleid(
        GetImportbeleidRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(beleid => new GetImportbeleidResponse { Importbeleid = beleid.ToProto() });

    public override async Task<UpdateImportbeleidResponse> UpdateImportbeleid(
        UpdateImportbeleidRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(beleid => new UpdateImportbeleidResponse { Importbeleid = beleid.ToProto() });

    private static ExportImportRegelsResponse ToExport(Exportdeel deel) => new()
    {
        Csv = UnsafeByteOperations.UnsafeWrap(deel.Csv),
        ResumeToken = deel.Volgende ?? "",
        Aantal = deel.Aantal,
    };
}
