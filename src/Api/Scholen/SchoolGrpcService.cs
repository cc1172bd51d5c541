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
        var command = request.ToRequest();
        return request.ValidateOnly
            ? new RegisterSchoolResponse { School = command.ToPreview() }
            : (await sender.Send(command, context.CancellationToken))
                .Reply(school => new RegisterSchoolResponse { School = school.ToProto() });
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
