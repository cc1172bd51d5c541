using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Leerlingen;

internal sealed partial class LeerlingGrpcService
{
    public override async Task<MergeLeerlingenResponse> MergeLeerlingen(
        MergeLeerlingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SamenvoegingMapping.ToProto);

    public override async Task<UndoMergeLeerlingenResponse> UndoMergeLeerlingen(
        UndoMergeLeerlingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SamenvoegingMapping.ToProto);

    public override async Task<MergeDocentenResponse> MergeDocenten(
        MergeDocentenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SamenvoegingMapping.ToProto);

    public override async Task<UndoMergeDocentenResponse> UndoMergeDocenten(
        UndoMergeDocentenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SamenvoegingMapping.ToProto);

    public override async Task<MarkVerschillendResponse> MarkVerschillend(
        MarkVerschillendRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(verschil => new MarkVerschillendResponse { Verschil = SamenvoegingMapping.ToProto(verschil) });

    public override async Task<UnmarkVerschillendResponse> UnmarkVerschillend(
        UnmarkVerschillendRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(verschil => new UnmarkVerschillendResponse { Verschil = SamenvoegingMapping.ToProto(verschil) });

    public override async Task<ListVerschillendResponse> ListVerschillend(
        ListVerschillendRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SamenvoegingMapping.ToProto);
}
