using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class ListDocentenHandler(DbSession session, TimeProvider clock)
    : IRequestHandler<ListDocenten, Result<Page<DocentView>>>
{
    private const string List = $"""
        SELECT {DocentLezer.Columns}
        FROM Leerlingen_Docent AS l
        WHERE l.SchoolId = @SchoolId AND l.Id > @After AND (@ShowGearchiveerd = 1 OR l.Status = 0)
            AND (@VastgezetOp IS NULL OR l.VastgezetTotEnMet >= @VastgezetOp)
        ORDER BY l.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<DocentView>>> Handle(ListDocenten request, CancellationToken cancellationToken)
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
            VastgezetOp = request.AlleenVastgezet ? PinColumns.WriteDay(clock.Today()) : null,
            Huidig = clock.CurrentSchooljaar().Begin,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<DocentRow>(List, parameters, cancellationToken);
        var views = await DocentLezer.ShowAsync(
            session, request.SchoolId, clock.CurrentSchooljaar(), rows, cancellationToken);
        return PageTokens.ToPage(views, request.Page, view => view.Id);
    }
}
