using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class ListDocentenHandler(DbSession session, ICallerAccessor caller, TimeProvider clock)
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

    private const string Search = """
        SELECT l.Id, l.Roepnaam, l.Voorvoegsel, l.Achternaam, l.EckId, l.Email
        FROM Leerlingen_Docent AS l
        WHERE l.SchoolId = @SchoolId AND (@ShowGearchiveerd = 1 OR l.Status = 0)
            AND (@VastgezetOp IS NULL OR l.VastgezetTotEnMet >= @VastgezetOp);
        """;

    private const string GetPage = $"""
        SELECT {DocentLezer.Columns}
        FROM Leerlingen_Docent AS l
        WHERE l.SchoolId = @SchoolId AND l.Id IN @Ids;
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
        if (request.Zoek is { } zoek)
        {
            var people = await session.QueryAsync<Zoekrij>(Search, parameters, cancellationToken);
            return await SearchAsync(request, zoek, people, after, cancellationToken);
        }

        var rows = await session.QueryAsync<DocentRow>(List, parameters, cancellationToken);
        return PageTokens.ToPage(await ShowAsync(request, rows, cancellationToken), request.Page, view => view.Id);
    }

    private async Task<Result<Page<DocentView>>> SearchAsync(
        ListDocenten request, Zoektekst zoek, IReadOnlyList<Zoekrij> people, Guid after, CancellationToken ct)
    {
        var page = Zoekpagina.Of(
            [.. people.Where(person => Zoekpagina.IsMeant(person, zoek, caller.Current.MayKnowPeople))],
            Zoekpagina.ById,
            request.Page.After is null ? null : new Zoekrij { Id = new AccountId(after) },
            request.Page.Size);
        var ids = TypeHandlers.ToList(page.Ids.Select(id => id.Value));
        var rows = ids.Length == 0
            ? []
            : await session.QueryAsync<DocentRow>(
                GetPage, new { request.SchoolId, Ids = ids, Huidig = clock.CurrentSchooljaar().Begin }, ct);
        return page.Show(await ShowAsync(request, rows, ct), view => view.Id, withTotal: false);
    }

    private Task<IReadOnlyList<DocentView>> ShowAsync(
        ListDocenten request, IReadOnlyList<DocentRow> rows, CancellationToken ct) =>
        DocentLezer.ShowAsync(session, request.SchoolId, clock.CurrentSchooljaar(), rows, ct);
}
