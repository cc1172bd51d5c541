using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>
/// Finds for whom leerplannen of one school year are in another, and so which of them can be taken over: for who takes them
/// over, and for who tells beforehand.
/// </summary>
internal sealed class Tegenhangers(DbSession session, LeerplanLezer lezer)
{
    /// <summary>Whether the groep with alias t is in @Naar what the groep with alias g is in its own school year.</summary>
    public const string IsTegenhanger = """
        t.SchoolId = g.SchoolId AND t.Schooljaar = @Naar AND t.Vestiging = g.Vestiging AND t.Soort = g.Soort
                AND t.Naam = g.Naam AND t.Status = 0
        """;

    /// <summary>
    /// Each leerplan of the one year with whom it is for in the other, and with the leerplan that is there already. A
    /// doelgroep and a pupil stay the same.
    /// </summary>
    private const string Find = $"""
        SELECT p.Id, p.Soort, p.Opleiding, p.Leerjaar, 1 AS IsErNog, p.GroepId, n.Id AS AanwezigId
        FROM Leerplannen_Leerplan AS p
        LEFT JOIN Leerplannen_Leerplan AS n
            ON n.SchoolId = p.SchoolId AND n.Schooljaar = @Naar
                AND n.Opleiding = p.Opleiding AND n.Leerjaar = p.Leerjaar
        WHERE p.SchoolId = @SchoolId AND p.Schooljaar = @Van AND p.Soort = 1
        UNION ALL
        SELECT p.Id, p.Soort, p.Opleiding, p.Leerjaar, CASE WHEN l.Status = 0 THEN 1 ELSE 0 END AS IsErNog, p.GroepId,
            n.Id AS AanwezigId
        FROM Leerplannen_Leerplan AS p
        INNER JOIN Leerlingen_Leerling AS l ON l.SchoolId = p.SchoolId AND l.Id = p.LeerlingId
        LEFT JOIN Leerplannen_Leerplan AS n
            ON n.SchoolId = p.SchoolId AND n.Schooljaar = @Naar AND n.LeerlingId = p.LeerlingId
        WHERE p.SchoolId = @SchoolId AND p.Schooljaar = @Van AND p.Soort = 3
        UNION ALL
        SELECT p.Id, p.Soort, p.Opleiding, p.Leerjaar, CASE WHEN t.Id IS NULL THEN 0 ELSE 1 END AS IsErNog, t.Id AS GroepId,
            n.Id AS AanwezigId
        FROM Leerplannen_Leerplan AS p
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = p.SchoolId AND g.Id = p.GroepId
        LEFT JOIN Leerlingen_Groep AS t
            ON {IsTegenhanger}
        LEFT JOIN Leerplannen_Leerplan AS n ON n.SchoolId = t.SchoolId AND n.GroepId = t.Id
        WHERE p.SchoolId = @SchoolId AND p.Schooljaar = @Van AND p.Soort = 2;
        """;

    /// <summary>All leerplannen of a school year, each with what taking it over into another would do.</summary>
    public async Task<IReadOnlyList<Tegenhanger>> FindAsync(
        SchoolId schoolId, Schooljaar van, Schooljaar naar, CancellationToken ct)
    {
        var rijen = await session.QueryAsync<Rij>(
            Find, new { SchoolId = schoolId, Van = van.Begin, Naar = naar.Begin }, ct);

        // Of groepen with one name there may be several: the first is taken, and taken once.
        Rij[] eerste = [.. rijen.OrderBy(r => r.GroepId).ThenBy(r => r.Id).DistinctBy(r => r.Id)];
        var mee = eerste.Where(r => IsErNog(r) && r.AanwezigId is null)
            .DistinctBy(r => r.GroepId ?? r.Id)
            .Select(r => r.Id)
            .ToHashSet();
        return
        [
            .. eerste.Select(r => new Tegenhanger(
                r.Id,
                r.Soort,
                r.GroepId,
                mee.Contains(r.Id) ? Overnameuitkomst.GaatMee
                : IsErNog(r) ? Overnameuitkomst.AlAanwezig
                : Overnameuitkomst.GeenTegenhanger)),
        ];
    }

    // A newer catalogue may have dropped the opleiding.
    private bool IsErNog(Rij rij) =>
        rij.IsErNog && (rij.Opleiding is null || lezer.ToDoelgroep(rij.Opleiding, rij.Leerjaar) is not null);

    private sealed class Rij
    {
        public required Guid Id { get; init; }

        public required Leerplansoort Soort { get; init; }

        public string? Opleiding { get; init; }

        public int? Leerjaar { get; init; }

        public required bool IsErNog { get; init; }

        public Guid? GroepId { get; init; }

        public Guid? AanwezigId { get; init; }
    }
}

/// <summary>A leerplan and whom it is for in another school year.</summary>
/// <param name="Id">The leerplan.</param>
/// <param name="Soort">For what it is.</param>
/// <param name="GroepId">For a groep: the groep of the other school year; null when there is none.</param>
/// <param name="Uitkomst">What taking it over would do.</param>
internal sealed record Tegenhanger(Guid Id, Leerplansoort Soort, Guid? GroepId, Overnameuitkomst Uitkomst);
