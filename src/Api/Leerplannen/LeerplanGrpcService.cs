using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Leerplannen;

internal sealed class LeerplanGrpcService(ISender sender, Opleidingscatalogus opleidingen)
    : LeerplanService.LeerplanServiceBase
{
    public override async Task<ListVaardighedenResponse> ListVaardigheden(
        ListVaardighedenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerplanMapping.ToProto);

    public override async Task<ImportVaardighedenResponse> ImportVaardigheden(
        ImportVaardighedenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerplanMapping.ToProto);

    public override async Task<GetLeerplanResponse> GetLeerplan(
        GetLeerplanRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(opleidingen), context.CancellationToken))
            .Reply(leerplan => new GetLeerplanResponse { Leerplan = leerplan.ToProto() });

    public override async Task<ListLeerplannenResponse> ListLeerplannen(
        ListLeerplannenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerplanMapping.ToProto);

    public override async Task<UpdateLeerplanResponse> UpdateLeerplan(
        UpdateLeerplanRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(opleidingen), context.CancellationToken)).Reply(
            wijziging => new UpdateLeerplanResponse
            {
                Leerplan = wijziging.Leerplan.ToProto(),
                Effect = wijziging.ToEffect(),
            });

    public override async Task<ActivateVaardighedenResponse> ActivateVaardigheden(
        ActivateVaardighedenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(opleidingen), context.CancellationToken)).Reply(
            wijziging => new ActivateVaardighedenResponse
            {
                Leerplan = wijziging.Leerplan.ToProto(),
                Effect = wijziging.ToEffect(),
            });

    public override async Task<DeactivateVaardighedenResponse> DeactivateVaardigheden(
        DeactivateVaardighedenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(opleidingen), context.CancellationToken)).Reply(
            wijziging => new DeactivateVaardighedenResponse
            {
                Leerplan = wijziging.Leerplan.ToProto(),
                Effect = wijziging.ToEffect(),
            });

    public override async Task<GetEffectiveLeerplanResponse> GetEffectiveLeerplan(
        GetEffectiveLeerplanRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(EffectiefMapping.ToOne);

    public override async Task<BatchGetEffectiveLeerplannenResponse> BatchGetEffectiveLeerplannen(
        BatchGetEffectiveLeerplannenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(view => EffectiefMapping.ToMany(view, request.MetHerkomst));

    public override async Task<CarryOverLeerplannenResponse> CarryOverLeerplannen(
        CarryOverLeerplannenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(LeerplanMapping.ToProto);
}
