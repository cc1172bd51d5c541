using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Opleidingen;

/// <summary>
/// Counts a school's active pupils per code, leerjaar and class in one query, and translates each code once: codes that
/// give a doelgroep drop out. Pupils whose doelgroep a person locked in Numo (bit 2048) need no code.
/// </summary>
internal sealed class ListUnknownOpleidingscodesHandler(DbSession session, IVertalers vertalers, TimeProvider clock)
    : IRequestHandler<ListUnknownOpleidingscodes, Result<Page<OnbekendeCodeView>>>
{
    private const int MostKlassen = 5;

    private const string Count = $"""
        SELECT l.Opleidingscode AS Code, l.Leerjaar, g.Naam AS Klas, COUNT(*) AS Aantal
        FROM Leerlingen_Leerling AS l
        LEFT JOIN (
            SELECT lg.LeerlingId, MIN(k.Naam) AS Naam
            FROM Leerlingen_LeerlingGroep AS lg
            INNER JOIN Leerlingen_Groep AS k ON k.SchoolId = lg.SchoolId AND k.Id = lg.GroepId
            WHERE lg.SchoolId = @SchoolId AND k.Soort = 0
                AND k.Schooljaar = {SchooljaarSql.Shown}
            GROUP BY lg.LeerlingId) AS g ON g.LeerlingId = l.Id
        WHERE l.SchoolId = @SchoolId AND l.Status = 0 AND l.Opleidingscode > @After AND (l.Vergrendeld & 2048) = 0
        GROUP BY l.Opleidingscode, l.Leerjaar, g.Naam
        ORDER BY l.Opleidingscode, g.Naam, l.Leerjaar;
        """;

    public async Task<Result<Page<OnbekendeCodeView>>> Handle(
        ListUnknownOpleidingscodes request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadKey(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var huidig = clock.CurrentSchooljaar();
        var vertaler = await vertalers.GetAsync(request.SchoolId, huidig, cancellationToken);
        if (!vertaler.IsOk)
        {
            return vertaler.Error;
        }

        var rows = await session.QueryAsync<Row>(
            Count, new { request.SchoolId, After = after.Text, Huidig = huidig.Begin }, cancellationToken);
        OnbekendeCodeView[] codes =
        [
            .. rows
                .GroupBy(row => row.Code, StringComparer.Ordinal)
                .Select(code => Judge(code.Key, code, vertaler.Value))
                .OfType<OnbekendeCodeView>()
                .Take(request.Page.Size + 1),
        ];
        return PageTokens.ToPage(codes, request.Page, code => (code.Opleidingscode, 0));
    }

    private static OnbekendeCodeView? Judge(string code, IEnumerable<Row> rows, Opleidingsvertaler vertaler)
    {
        var concerned = rows
            .Select(row => (Row: row, Vertaling: vertaler.Translate(code, row.Leerjaar)))
            .Where(r => r.Vertaling.Doelgroep is null)
            .ToArray();
        return concerned.Length == 0 ? null : new OnbekendeCodeView(
            code,
            Reason(concerned.Select(r => r.Vertaling)),
            concerned.Sum(r => r.Row.Aantal),
            [.. concerned.Select(r => r.Row.Klas).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostKlassen)],
            [.. concerned.Select(r => r.Row.Leerjaar).OfType<int>().Distinct().Order()],
            concerned[0].Vertaling.Lezing);
    }

    private static Onbekendreden Reason(IEnumerable<Vertaling> vertalingen) =>
        vertalingen.First() is { Lezing: { Zekerheid: not Zekerheid.Hoog } lezing }
            ? lezing.Opleiding is null ? Onbekendreden.Onbekend : Onbekendreden.Voorstel
            : vertalingen.Any(v => v.Leerjaaruitkomst == Leerjaaruitkomst.Ongeldig) ? Onbekendreden.LeerjaarOngeldig
            : Onbekendreden.LeerjaarOntbreekt;

    private sealed class Row
    {
        public required string Code { get; init; }

        public int? Leerjaar { get; init; }

        public string? Klas { get; init; }

        public required int Aantal { get; init; }
    }
}
