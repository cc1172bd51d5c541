using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Scholen;

internal sealed class SchoolGrpcService(ISender sender) : SchoolService.SchoolServiceBase
{
    public override async Task<RegisterSchoolResponse> RegisterSchool(
        RegisterSchoolRequest request, ServerCallContext context)
    {
        var outcome = await sender.Send(request.ToRequest(), context.CancellationToken);
        var registered = outcome.Reply(SchoolMapping.ToProto);
        return new RegisterSchoolResponse { School = request.ValidateOnly ? registered.WithoutId() : registered };
    }

    public override async Task<GetSchoolResponse> GetSchool(GetSchoolRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(school => new GetSchoolResponse { School = school.ToProto() });

    public override async Task<ListScholenResponse> ListScholen(
        ListScholenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(SchoolMapping.ToProto);

    public override async Task<UpdateSchoolResponse> UpdateSchool(
        UpdateSchoolRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(school => new UpdateSchoolResponse { School = school.ToProto() });

    public override async Task<CloseSchoolResponse> CloseSchool(
        CloseSchoolRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(school => new CloseSchoolResponse { School = school.ToProto() });
}
