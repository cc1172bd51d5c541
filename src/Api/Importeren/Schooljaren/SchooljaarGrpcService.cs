using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Importeren.Schooljaren;

internal sealed class SchooljaarGrpcService(ISender sender) : SchooljaarService.SchooljaarServiceBase
{
    public override async Task<GetSchooljaarwisselResponse> GetSchooljaarwissel(
        GetSchooljaarwisselRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SchooljaarMapping.ToProto);

    public override async Task<PrepareSchooljaarResponse> PrepareSchooljaar(
        PrepareSchooljaarRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(run => new PrepareSchooljaarResponse { ImportRun = run.ToProto() });

    public override async Task<AgreeSchooljaarResponse> AgreeSchooljaar(
        AgreeSchooljaarRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(wissel => new AgreeSchooljaarResponse { Schooljaarwissel = wissel.ToProto() });

    public override async Task<WithdrawSchooljaarResponse> WithdrawSchooljaar(
        WithdrawSchooljaarRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(wissel => new WithdrawSchooljaarResponse { Schooljaarwissel = wissel.ToProto() });

    public override async Task<ListSchooljaarwisselsResponse> ListSchooljaarwissels(
        ListSchooljaarwisselsRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SchooljaarMapping.ToProto);

    public override async Task<RehearseSchooljaarResponse> RehearseSchooljaar(
        RehearseSchooljaarRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SchooljaarMapping.ToProto);
}
