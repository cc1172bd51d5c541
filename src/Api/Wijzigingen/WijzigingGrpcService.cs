using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Wijzigingen;

internal sealed class WijzigingGrpcService(ISender sender) : WijzigingService.WijzigingServiceBase
{
    public override async Task<GetBerichtinstellingResponse> GetBerichtinstelling(
        GetBerichtinstellingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(instelling => new GetBerichtinstellingResponse { Berichtinstelling = instelling.ToProto() });

    public override async Task<UpdateBerichtinstellingResponse> UpdateBerichtinstelling(
        UpdateBerichtinstellingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(instelling => new UpdateBerichtinstellingResponse { Berichtinstelling = instelling.ToProto() });

    public override async Task<RotateWebhookgeheimResponse> RotateWebhookgeheim(
        RotateWebhookgeheimRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(nieuw => new RotateWebhookgeheimResponse
            {
                Geheim = nieuw.Geheim.Reveal(),
                Berichtinstelling = nieuw.Instelling.ToProto(),
            });

    public override async Task<TestBerichtResponse> TestBericht(TestBerichtRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(WijzigingMapping.ToProto);

    public override async Task<ListBerichtenResponse> ListBerichten(
        ListBerichtenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(WijzigingMapping.ToProto);
}
