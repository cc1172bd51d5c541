using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class ListDocentenHandler(DbSession session, TimeProvider clock)
    : IRequestHandler<ListDocenten, Result<Page<DocentView>>>
{
    private const string List = """
        SELECT Id, SchoolId, Status, Vestiging, EckId, UwlrKey, Roepnaam, Voorvoegsel, Achternaam, Email,
            Gemaakt, Gewijzigd, Versie
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId AND Id > @After AND (@ShowGearchiveerd = 1 OR Status = 0)
        ORDER BY Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string Groepen = $"""
        SELECT dg.DocentId AS PersoonId, g.Id, g.Naam, g.Soort
        FROM Leerlingen_DocentGroep AS dg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = dg.SchoolId AND g.Id = dg.GroepId
        WHERE dg.SchoolId = @SchoolId AND dg.DocentId IN @Ids
            AND g.Schooljaar = {SchooljaarSql.Shown}
        ORDER BY g.Naam;
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
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<Row>(List, parameters, cancellationToken);
        var ids = TypeHandlers.ToList(rows.Select(r => r.Id.Value));
        var shown = new { request.SchoolId, Ids = ids, Huidig = clock.CurrentSchooljaar().Begin };
        var groepen = ids.Length == 0 ? [] : await session.QueryAsync<LidRow>(Groepen, shown, cancellationToken);
        var byPersoon = groepen.ToLookup(g => g.PersoonId);
        return PageTokens.ToPage(
            [.. rows.Select(r => r.ToView(byPersoon[r.Id]))], request.Page, view => view.Id);
    }

    private sealed class Row
    {
        public required AccountId Id { get; init; }

        public required SchoolId SchoolId { get; init; }

        public required Accountstatus Status { get; init; }

        public required string Vestiging { get; init; }

        public string? EckId { get; init; }

        public string? UwlrKey { get; init; }

        public string? Roepnaam { get; init; }

        public string? Voorvoegsel { get; init; }

        public string? Achternaam { get; init; }

        public string? Email { get; init; }

        public required DateTimeOffset Gemaakt { get; init; }

        public required DateTimeOffset Gewijzigd { get; init; }

        public required long Versie { get; init; }

        public DocentView ToView(IEnumerable<LidRow> groepen) => new(
            Id.Value,
            SchoolId.Value,
            Status,
            Vestiging,
            EckId,
            UwlrKey,
            Roepnaam,
            Voorvoegsel,
            Achternaam,
            Email,
            [.. groepen.Select(g => g.ToView())],
            Gemaakt,
            Gewijzigd,
            Versie);
    }
}
