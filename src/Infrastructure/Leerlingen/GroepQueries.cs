using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class ListGroepenHandler(DbSession session, TimeProvider clock)
    : IRequestHandler<ListGroepen, Result<Page<GroepView>>>
{
    private const string List = $"""
        SELECT {GroepLezer.Columns}
        FROM Leerlingen_Groep AS g
        WHERE g.SchoolId = @SchoolId AND g.Id > @After
            AND (g.Schooljaar = @Schooljaar OR (@Schooljaar IS NULL AND {GroepLezer.IsShown}))
            AND (@Soort IS NULL OR g.Soort = @Soort)
            AND (@ShowGearchiveerd = 1 OR g.Status = 0)
        ORDER BY g.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<GroepView>>> Handle(ListGroepen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new
        {
            request.SchoolId,
            After = after,
            Schooljaar = request.Schooljaar?.Begin,
            Huidig = clock.CurrentSchooljaar().Begin,
            Soort = (int?)request.Soort,
            ShowGearchiveerd = request.ShowGearchiveerd ? 1 : 0,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<GroepRow>(List, parameters, cancellationToken);
        return PageTokens.ToPage([.. rows.Select(r => r.ToView())], request.Page, view => view.Id);
    }
}
