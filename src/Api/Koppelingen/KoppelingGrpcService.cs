using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Koppelingen;

internal sealed class KoppelingGrpcService(ISender sender) : KoppelingService.KoppelingServiceBase
{
    public override async Task<CreateKoppelingResponse> CreateKoppeling(
        CreateKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new CreateKoppelingResponse { Koppeling = koppeling.ToProto() });

    public override async Task<GetKoppelingResponse> GetKoppeling(
        GetKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new GetKoppelingResponse { Koppeling = koppeling.ToProto() });
}
