using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class ListLeerlingenHandler(
    DbSession session, Opleidingscatalogus catalogus, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<ListLeerlingen, Result<Page<LeerlingView>>>
{
    private const string Chosen = $"""
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId
            AND (@Status IS NULL OR l.Status = @Status)
            AND (@ZonderDoelgroep = 0 OR l.Opleiding IS NULL)
            AND (@VastgezetOp IS NULL OR l.VastgezetTotEnMet >= @VastgezetOp)
            AND (@GroepId IS NULL OR EXISTS (
                SELECT 1
                FROM Leerlingen_LeerlingGroep AS lg
                INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
                WHERE lg.SchoolId = @SchoolId AND lg.GroepId = @GroepId AND lg.LeerlingId = l.Id
                    AND (({ShownSql.LeerlingStays}) OR NOT {GroepLezer.IsShown})))
        """;

    private const string List = $"""
        SELECT {LeerlingLezer.Columns}
        {Chosen}
            AND l.Id > @After
        ORDER BY l.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string Count = $"""
        SELECT COUNT(*)
        {Chosen};
        """;

    private const string Keys = """
        l.Id, l.Roepnaam, l.Voorvoegsel, l.Achternaam, l.StamnummerCanoniek AS Stamnummer, l.EckId
        """;

    private const string Search = $"""
        SELECT {Keys}
        {Chosen};
        """;

    private const string SearchStamnummer = $"""
        SELECT {Keys}
        {Chosen}
            AND l.StamnummerCanoniek = @Stamnummer;
        """;

    private const string FindKeys = $"""
        SELECT {Keys}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id = @After;
        """;

    private const string GetPage = $"""
        SELECT {LeerlingLezer.Columns}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id IN @Ids;
        """;

    public async Task<Result<Page<LeerlingView>>> Handle(ListLeerlingen request, CancellationToken cancellationToken)
    {
        if (request.Naam is not null && !caller.Current.MayKnowPeople)
        {
            return new NietVoorSupport();
        }

        return PageTokens.ReadId(request.Page) is not { } after ? PageTokenOngeldig.Default
            : request is { Naam: null, Zoek: null, Stamnummer: null, OpNaam: false }
                ? await ListAsync(request, after, cancellationToken)
                : await session.ReadAtOnceAsync(() => SearchAsync(request, after, cancellationToken), cancellationToken);
    }

    private async Task<Result<Page<LeerlingView>>> ListAsync(ListLeerlingen request, Guid after, CancellationToken ct)
    {
        var parameters = Parameters(request, after);
        var rows = await session.QueryAsync<LeerlingRow>(List, parameters, ct);
        var page = PageTokens.ToPage(await ShowAsync(request, rows, ct), request.Page, view => view.Id);
        return request.MetTotaal
            ? page with { Total = (await session.QueryAsync<int>(Count, parameters, ct))[0] }
            : page;
    }

    private async Task<Result<Page<LeerlingView>>> SearchAsync(ListLeerlingen request, Guid after, CancellationToken ct)
    {
        var parameters = Parameters(request, after);
        var begin = request.Page.After is null ? null : await session.FindAsync<Zoekrij>(FindKeys, parameters, ct);
        if (request.Page.After is not null && begin is null)
        {
            return PageTokenOngeldig.Default;
        }

        var statement = request.Stamnummer is null ? Search : SearchStamnummer;
        var people = await session.QueryAsync<Zoekrij>(statement, parameters, ct);
        var page = Zoekpagina.Of(
            [.. people.Where(person => IsAskedFor(request, person))],
            request.OpNaam ? Zoekpagina.ByName : Zoekpagina.ById,
            begin,
            request.Page.Size);
        var ids = TypeHandlers.ToList(page.Ids.Select(id => id.Value));
        var rows = ids.Length == 0
            ? []
            : await session.QueryAsync<LeerlingRow>(
                GetPage, new { request.SchoolId, Ids = ids, Huidig = clock.CurrentSchooljaar().Begin }, ct);
        return page.Show(await ShowAsync(request, rows, ct), view => view.Id, request.MetTotaal);
    }

    private bool IsAskedFor(ListLeerlingen request, Zoekrij person) =>
        request.Naam?.IsNameOf(person.Roepnaam, person.Voorvoegsel, person.Achternaam) is not false
        && (request.Zoek is null || Zoekpagina.IsMeant(person, request.Zoek, caller.Current.MayKnowPeople));

    private object Parameters(ListLeerlingen request, Guid after) => new
    {
        request.SchoolId,
        After = after,
        Status = (int?)(request.Status ?? (request.ShowGearchiveerd ? null : Accountstatus.Actief)),
        ZonderDoelgroep = request.ZonderDoelgroep ? 1 : 0,
        VastgezetOp = request.AlleenVastgezet ? PinColumns.WriteDay(clock.Today()) : null,
        request.GroepId,
        Stamnummer = request.Stamnummer?.Canoniek,
        Huidig = clock.CurrentSchooljaar().Begin,
        Take = request.Page.Size + 1,
    };

    private Task<IReadOnlyList<LeerlingView>> ShowAsync(
        ListLeerlingen request, IReadOnlyList<LeerlingRow> rows, CancellationToken ct) =>
        LeerlingLezer.ShowAsync(session, catalogus, request.SchoolId, clock.CurrentSchooljaar(), rows, ct);
}
