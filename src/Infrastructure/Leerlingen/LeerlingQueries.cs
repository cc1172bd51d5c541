using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class GetLeerlingHandler(DbSession session, Opleidingscatalogus catalogus, TimeProvider clock)
    : IRequestHandler<GetLeerling, Result<LeerlingView>>
{
    private const string Get = $"""
        SELECT {LeerlingLezer.Columns}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id = @LeerlingId;
        """;

    public async Task<Result<LeerlingView>> Handle(GetLeerling request, CancellationToken cancellationToken)
    {
        var parameters = new { request.SchoolId, request.LeerlingId, Huidig = clock.CurrentSchooljaar().Begin };
        var row = await session.FindAsync<LeerlingRow>(Get, parameters, cancellationToken);
        if (row is null)
        {
            return new LeerlingOnbekend(request.LeerlingId);
        }

        var views = await LeerlingLezer.ShowAsync(
            session, catalogus, request.SchoolId, clock.CurrentSchooljaar(), [row], cancellationToken);
        return views[0];
    }
}

internal sealed class BatchGetLeerlingenHandler(DbSession session, Opleidingscatalogus catalogus, TimeProvider clock)
    : IRequestHandler<BatchGetLeerlingen, Result<LeerlingenGevonden>>
{
    private const string Get = $"""
        SELECT {LeerlingLezer.Columns}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id IN @LeerlingIds;
        """;

    public async Task<Result<LeerlingenGevonden>> Handle(
        BatchGetLeerlingen request, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            request.SchoolId,
            LeerlingIds = TypeHandlers.ToList(request.LeerlingIds.Distinct().Select(id => id.Value)),
            Huidig = clock.CurrentSchooljaar().Begin,
        };
        var rows = await session.QueryAsync<LeerlingRow>(Get, parameters, cancellationToken);
        var views = await LeerlingLezer.ShowAsync(
            session, catalogus, request.SchoolId, clock.CurrentSchooljaar(), rows, cancellationToken);
        var byId = views.ToDictionary(v => v.Id);
        return new LeerlingenGevonden(
            [.. request.LeerlingIds.Where(id => byId.ContainsKey(id.Value)).Select(id => byId[id.Value])],
            [.. request.LeerlingIds.Select(id => id.Value).Where(id => !byId.ContainsKey(id))]);
    }
}
