using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Synchronisatie;

internal sealed class SynchronisatieGrpcService(ISender sender) : SynchronisatieService.SynchronisatieServiceBase
{
    public override async Task<StartSyncResponse> StartSync(StartSyncRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(ronde => new StartSyncResponse { Ronde = ronde.ToProto() });

    public override async Task<ListRondesResponse> ListRondes(ListRondesRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SynchronisatieMapping.ToProto);

    public override async Task<ListSyncsResponse> ListSyncs(ListSyncsRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SynchronisatieMapping.ToProto);

    public override async Task<GetSyncbeleidResponse> GetSyncbeleid(
        GetSyncbeleidRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(beleid => new GetSyncbeleidResponse { Syncbeleid = beleid.ToProto() });

    public override async Task<UpdateSyncbeleidResponse> UpdateSyncbeleid(
        UpdateSyncbeleidRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(beleid => new UpdateSyncbeleidResponse { Syncbeleid = beleid.ToProto() });
}
