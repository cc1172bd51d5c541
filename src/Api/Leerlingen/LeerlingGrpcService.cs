using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Leerlingen;

internal sealed partial class LeerlingGrpcService(ISender sender, Opleidingscatalogus opleidingen)
    : LeerlingService.LeerlingServiceBase
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

    public override async Task<UpdateLeerlingResponse> UpdateLeerling(
        UpdateLeerlingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(opleidingen), context.CancellationToken))
            .Reply(leerling => new UpdateLeerlingResponse { Leerling = leerling.ToProto() });

    public override async Task<ArchiveLeerlingResponse> ArchiveLeerling(
        ArchiveLeerlingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(leerling => new ArchiveLeerlingResponse { Leerling = leerling.ToProto() });

    public override async Task<ReactivateLeerlingResponse> ReactivateLeerling(
        ReactivateLeerlingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(leerling => new ReactivateLeerlingResponse { Leerling = leerling.ToProto() });

    public override async Task<UpdateDocentResponse> UpdateDocent(
        UpdateDocentRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(docent => new UpdateDocentResponse { Docent = docent.ToProto() });

    public override async Task<ArchiveDocentResponse> ArchiveDocent(
        ArchiveDocentRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(docent => new ArchiveDocentResponse { Docent = docent.ToProto() });

    public override async Task<ReactivateDocentResponse> ReactivateDocent(
        ReactivateDocentRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(docent => new ReactivateDocentResponse { Docent = docent.ToProto() });

    public override async Task<PinLeerlingResponse> PinLeerling(
        PinLeerlingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(leerling => new PinLeerlingResponse { Leerling = leerling.ToProto() });

    public override async Task<PinDocentResponse> PinDocent(
        PinDocentRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(docent => new PinDocentResponse { Docent = docent.ToProto() });

    public override async Task<UnpinLeerlingResponse> UnpinLeerling(
        UnpinLeerlingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(leerling => new UnpinLeerlingResponse { Leerling = leerling.ToProto() });

    public override async Task<UnpinDocentResponse> UnpinDocent(
        UnpinDocentRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(docent => new UnpinDocentResponse { Docent = docent.ToProto() });
}
