using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class ListDocentenHandler(DbSession session) : IRequestHandler<ListDocenten, Result<Page<DocentView>>>
{
    private const string List = $"""
        SELECT l.Id, l.SchoolId, l.Status, l.Vestiging, l.EckId, l.UwlrKey, l.Roepnaam, l.Voorvoegsel, l.Achternaam,
            l.Email, l.Gemaakt, l.Gewijzigd, l.Versie, {PersonenSql.Vergrendeld}
        FROM Leerlingen_Docent AS l
        WHERE l.SchoolId = @SchoolId AND l.Id > @After AND (@ShowGearchiveerd = 1 OR l.Status = 0)
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
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<DocentRow>(List, parameters, cancellationToken);
        var views = await DocentLezer.ShowAsync(session, request.SchoolId, rows, cancellationToken);
        return PageTokens.ToPage(views, request.Page, view => view.Id);
    }
}

/// <summary>
/// Shows docenten with their groepen: one query for the docenten, one for the groepen of all of them.
/// </summary>
internal static class DocentLezer
{
    private const string Groepen = """
        SELECT dg.DocentId AS PersoonId, g.Id, g.Naam, g.Soort
        FROM Leerlingen_DocentGroep AS dg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = dg.SchoolId AND g.Id = dg.GroepId
        WHERE dg.SchoolId = @SchoolId AND dg.DocentId IN @Ids
            AND g.Schooljaar = (SELECT MAX(n.Schooljaar) FROM Leerlingen_Groep AS n WHERE n.SchoolId = @SchoolId)
        ORDER BY g.Naam;
        """;

    public static async Task<IReadOnlyList<DocentView>> ShowAsync(
        DbSession session, SchoolId schoolId, IReadOnlyList<DocentRow> rows, CancellationToken ct)
    {
        var ids = TypeHandlers.ToList(rows.Select(r => r.Id.Value));
        var groepen = ids.Length == 0
            ? []
            : await session.QueryAsync<LidRow>(Groepen, new { SchoolId = schoolId, Ids = ids }, ct);
        var byPersoon = groepen.ToLookup(g => g.PersoonId);
        return [.. rows.Select(r => r.ToView(byPersoon[r.Id]))];
    }
}

internal sealed class DocentRow
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

    public Veld Vergrendeld { get; init; }

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
        Versie)
    {
        Vergrendeld = Vergrendeld,
    };

    public Account<DocentGegevens> ToAccount() => new(
        Id,
        Status,
        new DocentGegevens
        {
            Vestiging = Vestigingsnummer.Hydrate(Vestiging),
            EckId = EckId is null ? null : Domain.Shared.EckId.Hydrate(EckId),
            UwlrKey = UwlrKey,
            Roepnaam = Roepnaam,
            Voorvoegsel = Voorvoegsel,
            Achternaam = Achternaam,
            Email = Email,
        },
        Vergrendeld);
}
