using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Scholen;

internal sealed class ListScholenHandler(DbSession session, ICallerAccessor caller)
    : IRequestHandler<ListScholen, Result<Page<SchoolView>>>
{
    private const string List = """
        SELECT Id, Naam, Brin, Sector, Geregistreerd, Gesloten, Versie
        FROM Scholen_School
        WHERE Id > @After
            AND (@Brin IS NULL OR Brin = @Brin)
            AND (@ShowClosed = 1 OR Gesloten IS NULL)
            AND (@Alle = 1 OR Id IN @Scholen)
        ORDER BY Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string Vestigingen = """
        SELECT SchoolId, Nummer
        FROM Scholen_Vestiging
        WHERE SchoolId IN @Ids
        ORDER BY SchoolId, Nummer;
        """;

    public async Task<Result<Page<SchoolView>>> Handle(ListScholen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var bound = caller.Current.Scholen;
        var parameters = new
        {
            After = after,
            Brin = request.Brin?.Value,
            ShowClosed = request.ShowClosed ? 1 : 0,
            Alle = bound is null ? 1 : 0,
            Scholen = TypeHandlers.ToList(bound?.Select(id => id.Value) ?? []),
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<SchoolRow>(List, parameters, cancellationToken);
        var ids = TypeHandlers.ToList(rows.Select(r => r.Id.Value));
        var vestigingen = await session.QueryAsync<VestigingRow>(Vestigingen, new { Ids = ids }, cancellationToken);
        var bySchool = vestigingen.ToLookup(v => v.SchoolId, v => v.Nummer);
        return PageTokens.ToPage(
            [.. rows.Select(r => SchoolView.Of(r.ToSchool(bySchool[r.Id])))], request.Page, school => school.Id);
    }

    private sealed class VestigingRow
    {
        public required SchoolId SchoolId { get; init; }

        public required string Nummer { get; init; }
    }
}
