using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Leerlingen;

internal sealed class LeerlingGrpcService(ISender sender) : LeerlingService.LeerlingServiceBase
{
    public override async Task<GetLeerlingResponse> GetLeerling(
        GetLeerlingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(leerling => new GetLeerlingResponse { Leerling = leerling.ToProto() });

    public override async Task<BatchGetLeerlingenResponse> BatchGetLeerlingen(
        BatchGetLeerlingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerlingMapping.ToProto);

    public override async Task<ListLeerlingenResponse> ListLeerlingen(
        ListLeerlingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerlingMapping.ToProto);

    public override async Task<ListGroepenResponse> ListGroepen(
        ListGroepenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerlingMapping.ToProto);

    public override async Task<ListDocentenResponse> ListDocenten(
        ListDocentenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerlingMapping.ToProto);

    public override async Task<GetDatakwaliteitResponse> GetDatakwaliteit(
        GetDatakwaliteitRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(DatakwaliteitMapping.ToProto);

    public override async Task<ListDatakwaliteitResponse> ListDatakwaliteit(
        ListDatakwaliteitRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(DatakwaliteitMapping.ToProto);

    public override Task ExportLeerlingen(
        ExportLeerlingenRequest request,
        IServerStreamWriter<ExportLeerlingenResponse> responseStream,
        ServerCallContext context) => sender.StreamAsync(request.ToRequest(), responseStream, ToExport, context);

    private static ExportLeerlingenResponse ToExport(Exportdeel deel) => new()
    {
        Csv = UnsafeByteOperations.UnsafeWrap(deel.Csv),
        ResumeToken = deel.Volgende ?? "",
        Aantal = deel.Aantal,
    };
}
