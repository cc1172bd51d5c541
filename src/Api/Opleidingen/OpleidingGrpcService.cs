using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Opleidingen;

internal sealed class OpleidingGrpcService(ISender sender) : OpleidingService.OpleidingServiceBase
{
    public override async Task<ListOpleidingenResponse> ListOpleidingen(
        ListOpleidingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(OpleidingMapping.ToProto);

    public override async Task<TranslateOpleidingscodeResponse> TranslateOpleidingscode(
        TranslateOpleidingscodeRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(vertaling => vertaling.ToProto(request.Opleidingscode));

    public override async Task<SetVertalingResponse> SetVertaling(
        SetVertalingRequest request, ServerCallContext context)
    {
        var command = request.ToRequest();
        var settled = await sender.Send(command, context.CancellationToken);
        var siblings = new ListVerwanteCodes(command.SchoolId, command.Opleidingscode, command.Opleiding);
        return settled.IsOk
            ? (await sender.Send(siblings, context.CancellationToken)).Reply(settled.Value.ToProto)
            : throw settled.Error.ToRpcException();
    }

    public override async Task<DeleteVertalingResponse> DeleteVertaling(
        DeleteVertalingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(vertaling => new DeleteVertalingResponse { Vertaling = vertaling.ToProto() });

    public override async Task<ListVertalingenResponse> ListVertalingen(
        ListVertalingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(OpleidingMapping.ToProto);

    public override async Task<ListUnknownOpleidingscodesResponse> ListUnknownOpleidingscodes(
        ListUnknownOpleidingscodesRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(OpleidingMapping.ToProto);

    public override async Task<GetVertaalinstellingResponse> GetVertaalinstelling(
        GetVertaalinstellingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(instelling => new GetVertaalinstellingResponse { Vertaalinstelling = instelling.ToProto() });

    public override async Task<UpdateVertaalinstellingResponse> UpdateVertaalinstelling(
        UpdateVertaalinstellingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(instelling => new UpdateVertaalinstellingResponse { Vertaalinstelling = instelling.ToProto() });

    public override async Task<ImportCreboResponse> ImportCrebo(
        ImportCreboRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(imported => new ImportCreboResponse { Aantal = imported.Aantal });
}
