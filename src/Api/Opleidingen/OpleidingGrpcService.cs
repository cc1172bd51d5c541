using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Opleidingen;

internal sealed partial class OpleidingGrpcService(ISender sender, ILogger<OpleidingGrpcService> logger)
    : OpleidingService.OpleidingServiceBase
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
        return settled.IsOk
            ? settled.Value.ToProto(await ListSiblingsAsync(command, context.CancellationToken))
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

    // The translation is settled by now, and an error would say that it is not.
    private async Task<Page<OnbekendeCodeView>> ListSiblingsAsync(SetVertaling command, CancellationToken ct)
    {
        try
        {
            var query = new ListVerwanteCodes(command.SchoolId, command.Opleidingscode, command.Opleiding);
            var siblings = await sender.Send(query, ct);
            if (siblings.IsOk)
            {
                return siblings.Value;
            }

            LogRefused(command.SchoolId, siblings.Error.Code);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogFailed(exception, command.SchoolId);
        }

        return new Page<OnbekendeCodeView>([], Next: null);
    }

    [LoggerMessage(
        LogLevel.Warning,
        "A translation of school {SchoolId} was answered without sibling codes, which were refused: {Code}")]
    private partial void LogRefused(SchoolLabel schoolId, string code);

    [LoggerMessage(
        LogLevel.Error,
        "A translation of school {SchoolId} was answered without sibling codes: they could not be read")]
    private partial void LogFailed(Exception exception, SchoolLabel schoolId);
}
