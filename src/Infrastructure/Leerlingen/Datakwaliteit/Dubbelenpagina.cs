using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Datakwaliteit;

/// <summary>A page of groups of accounts that may be one person; each group stands at its first id.</summary>
internal sealed class Dubbelenpagina(DbSession session, Opleidingscatalogus catalogus, TimeProvider clock)
{
    private const string Leerlingen = $"""
        SELECT {LeerlingLezer.Columns}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id IN @Ids;
        """;

    private const string Docenten = $"""
        SELECT {DocentLezer.Columns}
        FROM Leerlingen_Docent AS l
        WHERE l.SchoolId = @SchoolId AND l.Id IN @Ids;
        """;

    public async Task<Page<BevindingView>> ReadAsync(ListDatakwaliteit request, CancellationToken ct)
    {
        var after = PageTokens.ReadId(request.Page)!.Value;
        var verschillen = await VerschilStore.LoadAsync(session, request.SchoolId, ct);
        var all = await Dubbelen.FindAsync(session, request.SchoolId, request.Soort, verschillen, ct);
        Groep[] groups =
        [
            .. all
                .Where(group => group[0].Id.Value.CompareTo(after) > 0)
                .Take(request.Page.Size + 1)
                .Select(group => new Groep(group.Count, [.. group.Take(BevindingView.MaxAccounts)])),
        ];
        var shown = groups.Take(request.Page.Size).SelectMany(g => g.Accounts).Select(a => a.Id).ToArray();
        var page = PageTokens.ToPage(groups, request.Page, group => group.Accounts[0].Id.Value);
        var show = request.Soort < Kwaliteitssoort.DocentZonderEmail
            ? await ShowLeerlingenAsync(request.SchoolId, shown, ct)
            : await ShowDocentenAsync(request.SchoolId, shown, ct);
        return new Page<BevindingView>([.. page.Items.Select(Show)], page.Next);

        BevindingView Show(Groep groep) => show(groep) with
        {
            Verschillend =
            [
                .. verschillen.Among([.. groep.Accounts.Select(account => account.Id)])
                    .Select(paar => new Accountpaar(paar.Ene.Value, paar.Andere.Value)),
            ],
        };
    }

    private async Task<Func<Groep, BevindingView>> ShowLeerlingenAsync(
        SchoolId schoolId, IReadOnlyCollection<AccountId> ids, CancellationToken ct)
    {
        var rows = await QueryAsync<LeerlingRow>(Leerlingen, schoolId, ids, ct);
        var views = await LeerlingLezer.ShowAsync(
            session, catalogus, schoolId, clock.CurrentSchooljaar(), rows, ct);
        var byId = views.ToDictionary(v => v.Id);
        return groep => new BevindingView
        {
            Aantal = groep.Aantal,
            Leerlingen = [.. groep.Accounts.Select(account => byId[account.Id.Value])],
        };
    }

    private async Task<Func<Groep, BevindingView>> ShowDocentenAsync(
        SchoolId schoolId, IReadOnlyCollection<AccountId> ids, CancellationToken ct)
    {
        var rows = await QueryAsync<DocentRow>(Docenten, schoolId, ids, ct);
        var views = await DocentLezer.ShowAsync(session, schoolId, clock.CurrentSchooljaar(), rows, ct);
        var byId = views.ToDictionary(v => v.Id);
        return groep => new BevindingView
        {
            Aantal = groep.Aantal,
            Docenten = [.. groep.Accounts.Select(account => byId[account.Id.Value])],
        };
    }

    // SQL Server takes some 2,000 parameters, which a page of groups may exceed.
    private async Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql, SchoolId schoolId, IReadOnlyCollection<AccountId> ids, CancellationToken ct)
    {
        var rows = new List<T>(ids.Count);
        foreach (var part in ids.Chunk(PageRequest.MaxSize))
        {
            var parameters = new
            {
                SchoolId = schoolId,
                Ids = TypeHandlers.ToList(part.Select(id => id.Value)),
                Huidig = clock.CurrentSchooljaar().Begin,
            };
            rows.AddRange(await session.QueryAsync<T>(sql, parameters, ct));
        }

        return rows;
    }

    private sealed record Groep(int Aantal, IReadOnlyList<Herkenning> Accounts);
}
