using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerplannen;

internal sealed class ListLeerplannenHandler(
    DbSession session,
    LeerplanLezer lezer,
    IVaardighedenStore vaardigheden,
    Opleidingscatalogus opleidingen,
    TimeProvider clock)
    : IRequestHandler<ListLeerplannen, Result<Page<LeerplanView>>>
{
    /// <summary>Every doelgroep with active pupils, and every leerplan, with the number of its active pupils.</summary>
    private const string ListKeys = """
        SELECT p.Id, COALESCE(p.Soort, 1) AS Soort, d.Opleiding, d.DoelgroepLeerjaar AS Leerjaar, d.Opleiding AS Naam, d.Aantal
        FROM (
            SELECT SchoolId, Opleiding, DoelgroepLeerjaar, COUNT(*) AS Aantal
            FROM Leerlingen_Leerling
            WHERE SchoolId = @SchoolId AND Status = 0 AND Opleiding IS NOT NULL AND DoelgroepLeerjaar IS NOT NULL
            GROUP BY SchoolId, Opleiding, DoelgroepLeerjaar) AS d
        LEFT JOIN Leerplannen_Leerplan AS p
            ON p.SchoolId = d.SchoolId AND p.Schooljaar = @Schooljaar
                AND p.Opleiding = d.Opleiding AND p.Leerjaar = d.DoelgroepLeerjaar
        UNION ALL
        SELECT p.Id, p.Soort, p.Opleiding, p.Leerjaar, g.Naam,
            (SELECT COUNT(*)
                FROM Leerplannen_Laag AS v
                INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = v.SchoolId AND l.Id = v.LeerlingId
                WHERE v.SchoolId = p.SchoolId AND v.Schooljaar = p.Schooljaar AND v.LeerplanId = p.Id
                    AND l.Status = 0) AS Aantal
        FROM Leerplannen_Leerplan AS p
        LEFT JOIN Leerlingen_Groep AS g ON g.SchoolId = p.SchoolId AND g.Id = p.GroepId
        WHERE p.SchoolId = @SchoolId AND p.Schooljaar = @Schooljaar;
        """;

    public async Task<Result<Page<LeerplanView>>> Handle(ListLeerplannen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadKey(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var jaar = request.Schooljaar ?? clock.CurrentSchooljaar();
        var parameters = new { request.SchoolId, Schooljaar = jaar.Begin };
        var keys = await session.QueryAsync<Sleutel>(ListKeys, parameters, cancellationToken);
        var volgorde = opleidingen.All.Select((opleiding, i) => (opleiding.Code, i))
            .ToDictionary(paar => paar.Code, paar => paar.i, StringComparer.Ordinal);
        var page = PageTokens.ToPage(
            [
                .. keys
                    .Where(key => request.Soorten.Count == 0 || request.Soorten.Contains(key.Soort))
                    .Where(key => key.Opleiding is null || volgorde.ContainsKey(key.Opleiding))
                    .Select(key => (Plaats: key.OrderIn(volgorde), Sleutel: key))
                    .Where(key => string.CompareOrdinal(key.Plaats, after.Text) > 0)
                    .DistinctBy(key => key.Plaats, StringComparer.Ordinal)
                    .OrderBy(key => key.Plaats, StringComparer.Ordinal)
                    .Take(request.Page.Size + 1),
            ],
            request.Page,
            key => (key.Plaats, (int)key.Sleutel.Soort));
        var views = await ShowAsync(
            request.SchoolId, jaar, [.. page.Items.Select(key => key.Sleutel)], cancellationToken);
        return new Page<LeerplanView>(views, page.Next);
    }

    private async Task<IReadOnlyList<LeerplanView>> ShowAsync(
        SchoolId schoolId, Schooljaar jaar, IReadOnlyList<Sleutel> keys, CancellationToken ct)
    {
        var catalogus = await vaardigheden.GetAsync(ct);
        var known = await lezer.LoadAsync(schoolId, keys.Select(key => key.Id).OfType<Guid>(), ct);
        var byId = known.ToDictionary(paar => paar.Id, paar => paar.Leerplan);
        return
        [
            .. keys.Select(key => LeerplanView.Of(
                key.Id is { } id ? byId[id] : Empty(schoolId, jaar, key), key.Aantal, catalogus)),
        ];
    }

    private Leerplan Empty(SchoolId schoolId, Schooljaar jaar, Sleutel key)
    {
        var doelgroep = new Doelgroep(opleidingen.Find(key.Opleiding)!, key.Leerjaar!.Value);
        return Leerplan.Empty(schoolId, jaar, Leerplanbereik.Of(doelgroep), Herkomsten.OfDoelgroep(doelgroep));
    }

    private sealed class Sleutel
    {
        public Guid? Id { get; init; }

        public required Leerplansoort Soort { get; init; }

        public string? Opleiding { get; init; }

        public int? Leerjaar { get; init; }

        public string? Naam { get; init; }

        public required int Aantal { get; init; }

        /// <summary>A text that sorts as the leerplannen are listed.</summary>
        public string OrderIn(Dictionary<string, int> opleidingen) => Soort == Leerplansoort.Doelgroep
            ? FormattableString.Invariant($"1 {opleidingen[Opleiding!]:000} {Leerjaar}")
            : FormattableString.Invariant($"{(int)Soort} {Naam} {Id}");
    }
}
