using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class ListGroepenHandler(DbSession session, TimeProvider clock)
    : IRequestHandler<ListGroepen, Result<Page<GroepView>>>
{
    private const string List = $"""
        SELECT g.Id, g.Schooljaar, g.Vestiging, g.Soort, g.Naam, g.Leerjaar, g.Status,
            (SELECT COUNT(*)
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                WHERE lg.SchoolId = g.SchoolId AND lg.GroepId = g.Id AND l.Status = 0) AS AantalLeerlingen,
            (SELECT COUNT(*)
                FROM Leerlingen_DocentGroep AS dg
                INNER JOIN Leerlingen_Docent AS d ON d.SchoolId = dg.SchoolId AND d.Id = dg.DocentId
                WHERE dg.SchoolId = g.SchoolId AND dg.GroepId = g.Id AND d.Status = 0) AS AantalDocenten
        FROM Leerlingen_Groep AS g
        WHERE g.SchoolId = @SchoolId AND g.Id > @After
            AND g.Schooljaar = COALESCE(@Schooljaar, {SchooljaarSql.Shown})
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
        var rows = await session.QueryAsync<Row>(List, parameters, cancellationToken);
        return PageTokens.ToPage([.. rows.Select(r => r.ToView())], request.Page, view => view.Id);
    }

    private sealed class Row
    {
        public required GroepId Id { get; init; }

        public required int Schooljaar { get; init; }

        public required string Vestiging { get; init; }

        public required Groepsoort Soort { get; init; }

        public required string Naam { get; init; }

        public int? Leerjaar { get; init; }

        public required Accountstatus Status { get; init; }

        public required int AantalLeerlingen { get; init; }

        public required int AantalDocenten { get; init; }

        public GroepView ToView() =>
            new(Id.Value, Schooljaar, Vestiging, Soort, Naam, Leerjaar, Status, AantalLeerlingen, AantalDocenten);
    }
}
