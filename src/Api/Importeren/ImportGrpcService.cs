using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Importeren;

internal sealed partial class ImportGrpcService(ISender sender, Uploads uploads, TimeProvider clock)
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
        var sent = (Versie: 0L, Gelezen: -1);
        while (true)
        {
            var run = (await sender.Send(query, context.CancellationToken)).Reply(found => found);
            if (sent != (run.Versie, run.Gelezen))
            {
                sent = (run.Versie, run.Gelezen);
                await responseStream.WriteAsync(
                    new WatchImportRunResponse { ImportRun = run.ToProto() }, context.CancellationToken);
            }

            if (run.IsStil)
            {
                return;
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

    public override async Task<ListImportRunsResponse> ListImportRuns(
        ListImportRunsRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(ImportMapping.ToProto);
}
