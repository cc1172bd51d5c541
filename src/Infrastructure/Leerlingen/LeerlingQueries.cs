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

internal sealed class ListLeerlingenHandler(DbSession session, Opleidingscatalogus catalogus, TimeProvider clock)
    : IRequestHandler<ListLeerlingen, Result<Page<LeerlingView>>>
{
    private const string List = $"""
        SELECT {LeerlingLezer.Columns}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id > @After
            AND (@ShowGearchiveerd = 1 OR l.Status = 0)
            AND (@ZonderDoelgroep = 0 OR l.Opleiding IS NULL)
            AND (@VastgezetOp IS NULL OR l.VastgezetTotEnMet >= @VastgezetOp)
            AND (@GroepId IS NULL OR EXISTS (
                SELECT 1
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
                WHERE lg.SchoolId = @SchoolId AND lg.GroepId = @GroepId AND lg.LeerlingId = l.Id
                    AND (({ShownSql.LeerlingStays}) OR NOT {GroepLezer.IsShown})))
        ORDER BY l.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<LeerlingView>>> Handle(ListLeerlingen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new
        {
            request.SchoolId,
            After = after,
            ShowGearchiveerd = request.ShowGearchiveerd ? 1 : 0,
            ZonderDoelgroep = request.ZonderDoelgroep ? 1 : 0,
            VastgezetOp = request.AlleenVastgezet ? PinColumns.WriteDay(clock.Today()) : null,
            request.GroepId,
            Huidig = clock.CurrentSchooljaar().Begin,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<LeerlingRow>(List, parameters, cancellationToken);
        var views = await LeerlingLezer.ShowAsync(
            session, catalogus, request.SchoolId, clock.CurrentSchooljaar(), rows, cancellationToken);
        return PageTokens.ToPage(views, request.Page, view => view.Id);
    }
}
