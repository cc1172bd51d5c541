using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen.Datakwaliteit;

/// <summary>
/// Lists what is behind a number, page by page; each kind has its own source. The numbers of kinds in the statements are
/// those of <see cref="Kwaliteitssoort"/>.
/// </summary>
internal sealed class ListDatakwaliteitHandler(
    DbSession session, Opleidingscatalogus catalogus, TimeProvider clock)
    : IRequestHandler<ListDatakwaliteit, Result<BevindingenView>>
{
    private const string ListLeerlingen = $"""
        SELECT {LeerlingLezer.Columns}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id > @After AND l.Status = 0
            AND ((@Soort = 1 AND {Kwaliteitsvoorwaarden.LeerlingZonderEckId})
                OR (@Soort = 2 AND {Kwaliteitsvoorwaarden.LeerlingZonderDoelgroep})
                OR (@Soort = 3 AND {Kwaliteitsvoorwaarden.LeerlingZonderStamgroep})
                OR (@Soort = 14 AND {Kwaliteitsvoorwaarden.VastzettingEindigt})
                OR (@Soort = 16 AND {Kwaliteitsvoorwaarden.ZonderAchternaam}))
        ORDER BY l.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string ListDocenten = $"""
        SELECT {DocentLezer.Columns}
        FROM Leerlingen_Docent AS l
        WHERE l.SchoolId = @SchoolId AND l.Id > @After AND l.Status = 0
            AND ((@Soort = 6 AND {Kwaliteitsvoorwaarden.DocentZonderEmail})
                OR (@Soort = 15 AND {Kwaliteitsvoorwaarden.VastzettingEindigt})
                OR (@Soort = 17 AND {Kwaliteitsvoorwaarden.ZonderAchternaam}))
        ORDER BY l.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string ListGroepen = $"""
        SELECT {GroepLezer.Columns}
        FROM Leerlingen_Groep AS g
        WHERE g.SchoolId = @SchoolId AND g.Id > @After AND g.Status = 0 AND g.Schooljaar = @Schooljaar
            AND ((@Soort = 9 AND {Kwaliteitsvoorwaarden.GroepZonderLeerling})
                OR (@Soort = 10 AND {Kwaliteitsvoorwaarden.GroepZonderDocent}))
        ORDER BY g.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<BevindingenView>> Handle(ListDatakwaliteit request, CancellationToken cancellationToken)
    {
        var byNumber = request.Soort is >= Kwaliteitssoort.LeerlingZonderRegel and <= Kwaliteitssoort.NietHerkend;
        if (byNumber ? PageTokens.ReadNumber(request.Page) is null : PageTokens.ReadId(request.Page) is null)
        {
            return PageTokenOngeldig.Default;
        }

        var page = await session.ReadAtOnceAsync(() => ReadAsync(request, cancellationToken), cancellationToken);
        return new BevindingenView(page);
    }

    private async Task<Page<BevindingView>> ReadAsync(ListDatakwaliteit request, CancellationToken ct)
    {
        var peiling = await Peiling.ReadAsync(session, request.SchoolId, request.Schooljaar, clock, ct);
        return request.Soort switch
        {
            <= Kwaliteitssoort.LeerlingZonderStamgroep
                or Kwaliteitssoort.LeerlingVastzettingEindigt
                or Kwaliteitssoort.LeerlingZonderAchternaam => await ReadLeerlingenAsync(request, peiling, ct),
            Kwaliteitssoort.DocentZonderEmail
                or Kwaliteitssoort.DocentVastzettingEindigt
                or Kwaliteitssoort.DocentZonderAchternaam => await ReadDocentenAsync(request, peiling, ct),
            Kwaliteitssoort.GroepZonderLeerling or Kwaliteitssoort.GroepZonderDocent =>
                await ReadGroepenAsync(request, peiling, ct),
            >= Kwaliteitssoort.LeerlingZonderRegel => await Bronregels.ReadAsync(session, request, peiling, ct),
            _ => await new Dubbelenpagina(session, catalogus, clock).ReadAsync(request, ct),
        };
    }

    private async Task<Page<BevindingView>> ReadLeerlingenAsync(
        ListDatakwaliteit request, Peiling peiling, CancellationToken ct)
    {
        var rows = await session.QueryAsync<LeerlingRow>(ListLeerlingen, Parameters(request, peiling), ct);
        var views = await LeerlingLezer.ShowAsync(
            session, catalogus, request.SchoolId, clock.CurrentSchooljaar(), rows, ct);
        return PageTokens.ToPage(
            [.. views.Select(v => new BevindingView { Aantal = 1, Leerlingen = [v] })],
            request.Page,
            b => b.Leerlingen[0].Id);
    }

    private async Task<Page<BevindingView>> ReadDocentenAsync(
        ListDatakwaliteit request, Peiling peiling, CancellationToken ct)
    {
        var rows = await session.QueryAsync<DocentRow>(ListDocenten, Parameters(request, peiling), ct);
        var views = await DocentLezer.ShowAsync(session, request.SchoolId, clock.CurrentSchooljaar(), rows, ct);
        return PageTokens.ToPage(
            [.. views.Select(v => new BevindingView { Aantal = 1, Docenten = [v] })],
            request.Page,
            b => b.Docenten[0].Id);
    }

    private async Task<Page<BevindingView>> ReadGroepenAsync(
        ListDatakwaliteit request, Peiling peiling, CancellationToken ct)
    {
        var rows = await session.QueryAsync<GroepRow>(ListGroepen, Parameters(request, peiling), ct);
        return PageTokens.ToPage(
            [.. rows.Select(r => new BevindingView { Groep = r.ToView() })], request.Page, b => b.Groep!.Id);
    }

    private object Parameters(ListDatakwaliteit request, Peiling peiling) => new
    {
        request.SchoolId,
        Soort = (int)request.Soort,
        Schooljaar = peiling.Schooljaar.Begin,
        Gevraagd = request.Schooljaar?.Begin,
        Huidig = clock.CurrentSchooljaar().Begin,
        Eind = PinColumns.WriteDay(clock.Today().AddDays(Vastzetting.DagenTevoren)),
        After = PageTokens.ReadId(request.Page)!.Value,
        Take = request.Page.Size + 1,
    };
}
