using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Opleidingen;

/// <summary>
/// A school's codes that give no doelgroep. Counts its active pupils per code, leerjaar and class in one query, and
/// translates each code once: codes that give a doelgroep drop out. Pupils whose doelgroep a person locked in Numo (bit
/// 2048) need no code.
/// </summary>
internal sealed class UnknownCodes(DbSession session, IVertalers vertalers, TimeProvider clock)
{
    private const int MostKlassen = 5;
    private const int MostVerwanten = 100;

    private const string Count = $"""
        SELECT l.Opleidingscode AS Code, l.Leerjaar, g.Naam AS Klas, COUNT(*) AS Aantal
        FROM Leerlingen_Leerling AS l
        LEFT JOIN (
            SELECT lg.LeerlingId, MIN(k.Naam) AS Naam
            FROM Leerlingen_LeerlingGroep AS lg
            INNER JOIN Leerlingen_Groep AS k ON k.SchoolId = lg.SchoolId AND k.Id = lg.GroepId
            WHERE lg.SchoolId = @SchoolId AND k.Soort = 0
                AND k.Schooljaar = (
                    SELECT MAX(n.Schooljaar)
                    FROM Leerlingen_LeerlingGroep AS m
                    INNER JOIN Leerlingen_Groep AS n ON n.SchoolId = m.SchoolId AND n.Id = m.GroepId
                    WHERE m.SchoolId = lg.SchoolId AND m.LeerlingId = lg.LeerlingId
                        AND n.Schooljaar <= {SchooljaarSql.Shown})
            GROUP BY lg.LeerlingId) AS g ON g.LeerlingId = l.Id
        WHERE l.SchoolId = @SchoolId AND l.Status = 0 AND l.Opleidingscode > '' AND (l.Vergrendeld & 2048) = 0
        GROUP BY l.Opleidingscode, l.Leerjaar, g.Naam
        ORDER BY l.Opleidingscode, g.Naam, l.Leerjaar;
        """;

    /// <summary>Reads them, by code.</summary>
    public async Task<Result<OnbekendeCodeView[]>> ReadAsync(SchoolId schoolId, CancellationToken ct)
    {
        var huidig = clock.CurrentSchooljaar();
        var vertaler = await vertalers.GetAsync(schoolId, huidig, ct);
        if (!vertaler.IsOk)
        {
            return vertaler.Error;
        }

        var rows = await session.QueryAsync<Row>(Count, new { SchoolId = schoolId, Huidig = huidig.Begin }, ct);
        OnbekendeCodeView[] codes =
        [
            .. rows
                .GroupBy(row => row.Code, StringComparer.Ordinal)
                .OrderBy(code => code.Key, StringComparer.Ordinal)
                .Select(code => Judge(code.Key, code, vertaler.Value))
                .OfType<OnbekendeCodeView>(),
        ];
        return WithSiblings(codes);
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
            concerned[0].Vertaling.Lezing,
            []);
    }

    private static Onbekendreden Reason(IEnumerable<Vertaling> vertalingen) =>
        vertalingen.First() is { Lezing: { Zekerheid: not Zekerheid.Hoog } lezing }
            ? lezing.Opleiding is null ? Onbekendreden.Onbekend : Onbekendreden.Voorstel
            : vertalingen.Any(v => v.Leerjaaruitkomst == Leerjaaruitkomst.Ongeldig) ? Onbekendreden.LeerjaarOngeldig
            : Onbekendreden.LeerjaarOntbreekt;

    // A code that is certain waits for a leerjaar, not for a decision.
    private static OnbekendeCodeView[] WithSiblings(OnbekendeCodeView[] codes)
    {
        var open = codes
            .Where(code => code.Lezing.Zekerheid != Zekerheid.Hoog)
            .ToDictionary(code => code.Opleidingscode, code => CodeFamily.Of(code.Opleidingscode), StringComparer.Ordinal);
        var byStem = open
            .SelectMany(code => code.Value.Stems, (code, stem) => (Stem: stem, Code: code.Key))
            .ToLookup(code => code.Stem, code => code.Code, StringComparer.Ordinal);
        return
        [
            .. codes.Select(code => open.TryGetValue(code.Opleidingscode, out var family)
                ? code with { Verwanten = [.. Siblings(code.Opleidingscode, family, byStem)] }
                : code),
        ];
    }

    private static IEnumerable<string> Siblings(string code, CodeFamily family, ILookup<string, string> byStem) =>
        family.Stems
            .SelectMany(stem => byStem[stem])
            .Where(other => !string.Equals(other, code, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Take(MostVerwanten);

    private sealed class Row
    {
        public required string Code { get; init; }

        public int? Leerjaar { get; init; }

        public string? Klas { get; init; }

        public required int Aantal { get; init; }
    }
}
