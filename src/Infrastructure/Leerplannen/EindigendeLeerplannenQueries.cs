using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>Reads what ends with a school year: three statements, whatever the number of leerplannen.</summary>
internal sealed class EindigendeLeerplannenQueries(
    DbSession session, Tegenhangers tegenhangers, LeerplanLezer lezer, Opleidingscatalogus opleidingen)
    : IEindigendeLeerplannen
{
    /// <summary>Soort 1 is for a doelgroep, 2 for a groep, 3 for a leerling.</summary>
    private const string List = """
        SELECT p.Id, p.Soort, p.Opleiding, p.Leerjaar, p.GroepId, p.LeerlingId, g.Naam, g.Vestiging, g.Soort AS Groepsoort,
            (SELECT COUNT(*)
                FROM Leerplannen_Keuze AS k
                WHERE k.SchoolId = p.SchoolId AND k.LeerplanId = p.Id AND k.Actief = 1) AS Actief,
            (SELECT COUNT(*)
                FROM Leerplannen_Keuze AS k
                WHERE k.SchoolId = p.SchoolId AND k.LeerplanId = p.Id AND k.Actief = 0) AS Inactief,
            (SELECT COUNT(*)
                FROM Leerplannen_Keuze AS k
                INNER JOIN Leerplannen_Vaardigheid AS v ON v.Code = k.Vaardigheid
                WHERE k.SchoolId = p.SchoolId AND k.LeerplanId = p.Id AND v.Vervallen = 1) AS Vervallen,
            (SELECT COUNT(*)
                FROM Leerplannen_Streefniveau AS s
                WHERE s.SchoolId = p.SchoolId AND s.LeerplanId = p.Id) AS Streefniveaus,
            CASE p.Soort
                WHEN 1 THEN (
                    SELECT COUNT(*)
                    FROM Leerlingen_Leerling AS l
                    WHERE l.SchoolId = p.SchoolId AND l.Opleiding = p.Opleiding AND l.DoelgroepLeerjaar = p.Leerjaar
                        AND l.Status = 0)
                WHEN 2 THEN (
                    SELECT COUNT(*)
                    FROM Leerlingen_LeerlingGroep AS lg
                    INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = lg.SchoolId AND l.Id = lg.LeerlingId
                    WHERE lg.SchoolId = p.SchoolId AND lg.GroepId = p.GroepId AND l.Status = 0)
                ELSE (
                    SELECT COUNT(*)
                    FROM Leerlingen_Leerling AS l
                    WHERE l.SchoolId = p.SchoolId AND l.Id = p.LeerlingId AND l.Status = 0)
            END AS Aantal
        FROM Leerplannen_Leerplan AS p
        LEFT JOIN Leerlingen_Groep AS g ON g.SchoolId = p.SchoolId AND g.Id = p.GroepId
        WHERE p.SchoolId = @SchoolId AND p.Schooljaar = @Van;
        """;

    /// <summary>Who is in the counterparts, and who of them in the groep that ends; an empty counterpart is left out.</summary>
    private const string CountLeerlingen = $"""
        SELECT g.Id AS VanId, t.Id AS NaarId, COUNT(*) AS Aantal,
            SUM(CASE WHEN a.LeerlingId IS NULL THEN 0 ELSE 1 END) AS Zelfde
        FROM Leerplannen_Leerplan AS p
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = p.SchoolId AND g.Id = p.GroepId
        INNER JOIN Leerlingen_Groep AS t
            ON {Tegenhangers.IsTegenhanger}
        INNER JOIN Leerlingen_LeerlingGroep AS b ON b.SchoolId = t.SchoolId AND b.GroepId = t.Id
        INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = b.SchoolId AND l.Id = b.LeerlingId
        LEFT JOIN Leerlingen_LeerlingGroep AS a
            ON a.SchoolId = b.SchoolId AND a.LeerlingId = b.LeerlingId AND a.GroepId = g.Id
        WHERE p.SchoolId = @SchoolId AND p.Schooljaar = @Van AND l.Status = 0
        GROUP BY g.Id, t.Id;
        """;

    public async Task<EindigendeLeerplannen> ListAsync(SchoolId schoolId, Schooljaar van, CancellationToken ct)
    {
        var naar = Schooljaar.Hydrate(van.Begin + 1);
        var parameters = new { SchoolId = schoolId, Van = van.Begin, Naar = naar.Begin };
        var (gevonden, rijen, tellingen) = await session.ReadAtOnceAsync(
            async () => (
                await tegenhangers.FindAsync(schoolId, van, naar, ct),
                await session.QueryAsync<Rij>(List, parameters, ct),
                await session.QueryAsync<Telling>(CountLeerlingen, parameters, ct)),
            ct);
        var byId = gevonden.ToDictionary(t => t.Id);
        var byGroepen = tellingen.ToDictionary(t => (t.VanId, t.NaarId));
        var volgorde = opleidingen.All.Select((opleiding, i) => (opleiding.Code, i))
            .ToDictionary(paar => paar.Code, paar => paar.i, StringComparer.Ordinal);
        Rij[] sprekend =
        [
            .. rijen.Where(r => r.SaysSomething)
                .OrderBy(r => r.Soort)
                .ThenBy(r => volgorde.GetValueOrDefault(r.Opleiding ?? "", int.MaxValue))
                .ThenBy(r => r.Opleiding, StringComparer.Ordinal)
                .ThenBy(r => r.Leerjaar)
                .ThenBy(r => r.Vestiging, StringComparer.Ordinal)
                .ThenBy(r => r.Naam, StringComparer.Ordinal)
                .ThenBy(r => r.GroepId ?? r.LeerlingId),
        ];
        return new EindigendeLeerplannen(
            sprekend.Length,
            [.. sprekend.Take(IEindigendeLeerplannen.MostLeerplannen).Select(r => Show(r, byId[r.Id], byGroepen))]);
    }

    private EindigendLeerplan Show(
        Rij rij, Tegenhanger tegenhanger, Dictionary<(Guid VanId, Guid NaarId), Telling> tellingen)
    {
        var doelgroep = lezer.ToDoelgroep(rij.Opleiding, rij.Leerjaar);
        var isDropped = rij.Soort == Leerplansoort.Doelgroep && doelgroep is null;
        return new EindigendLeerplan(
            rij.Soort,
            new Leerplaninhoud(rij.Actief, rij.Inactief, rij.Vervallen, rij.Streefniveaus),
            isDropped ? 0 : rij.Aantal,
            tegenhanger.Uitkomst)
        {
            Doelgroep = isDropped ? $"{rij.Opleiding} {rij.Leerjaar}" : doelgroep?.ToString(),
            Groep = rij.GroepId is { } id
                ? new EindigendeGroep(
                    new GroepId(id),
                    rij.Naam!,
                    Vestigingsnummer.Hydrate(rij.Vestiging!),
                    rij.Groepsoort!.Value,
                    tegenhanger.GroepId is { } naar ? ShowTegenhanger(naar, tellingen.GetValueOrDefault((id, naar))) : null)
                : null,
            Leerling = rij.LeerlingId is { } leerling ? new AccountId(leerling) : null,
        };
    }

    private static Groepstegenhanger ShowTegenhanger(Guid id, Telling? telling) =>
        new(new GroepId(id), telling?.Zelfde ?? 0, telling?.Aantal ?? 0);

    private sealed class Rij
    {
        public required Guid Id { get; init; }

        public required Leerplansoort Soort { get; init; }

        public string? Opleiding { get; init; }

        public int? Leerjaar { get; init; }

        public Guid? GroepId { get; init; }

        public Guid? LeerlingId { get; init; }

        public string? Naam { get; init; }

        public string? Vestiging { get; init; }

        public Groepsoort? Groepsoort { get; init; }

        public required int Actief { get; init; }

        public required int Inactief { get; init; }

        public required int Vervallen { get; init; }

        public required int Streefniveaus { get; init; }

        public required int Aantal { get; init; }

        public bool SaysSomething => Actief + Inactief + Streefniveaus > 0;
    }

    private sealed class Telling
    {
        public required Guid VanId { get; init; }

        public required Guid NaarId { get; init; }

        public required int Aantal { get; init; }

        public required int Zelfde { get; init; }
    }
}
