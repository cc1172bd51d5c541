using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>Copies leerplannen from one school year to another.</summary>
internal sealed class Leerplanovername(
    DbSession session, LeerplanLezer lezer, IVaardighedenStore vaardigheden, TimeProvider clock)
{
    /// <summary>
    /// Each leerplan of the one year with whom it is for in the other, and with the leerplan that is there already. A
    /// doelgroep and a pupil stay the same; a groep's counterpart is the one of the same vestiging, soort and name.
    /// </summary>
    private const string FindTegenhangers = """
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
            ON t.SchoolId = g.SchoolId AND t.Schooljaar = @Naar AND t.Vestiging = g.Vestiging AND t.Soort = g.Soort
                AND t.Naam = g.Naam AND t.Status = 0
        LEFT JOIN Leerplannen_Leerplan AS n ON n.SchoolId = t.SchoolId AND n.GroepId = t.Id
        WHERE p.SchoolId = @SchoolId AND p.Schooljaar = @Van AND p.Soort = 2;
        """;

    public async Task<IReadOnlyList<Overname>> CarryOverAsync(
        SchoolId schoolId,
        Schooljaar van,
        Schooljaar naar,
        IReadOnlyCollection<Leerplansoort> soorten,
        CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Van = van.Begin, Naar = naar.Begin };
        var rijen = await session.QueryAsync<Rij>(FindTegenhangers, parameters, ct);

        // Of groepen with one name there may be several: the first is taken, and taken once.
        Rij[] gevraagd = [.. rijen.Where(r => soorten.Contains(r.Soort)).OrderBy(r => r.GroepId).DistinctBy(r => r.Id)];
        Rij[] vrij = [.. gevraagd.Where(r => IsErNog(r) && r.AanwezigId is null).DistinctBy(r => r.GroepId ?? r.Id)];
        foreach (var deel in vrij.Chunk(LeerplanLezer.MostPupils))
        {
            await CopyAsync(schoolId, naar, deel, ct);
        }

        return
        [
            .. soorten.Order().Select(soort => Count(
                soort, [.. gevraagd.Where(r => r.Soort == soort)], vrij.Count(r => r.Soort == soort))),
        ];
    }

    private async Task CopyAsync(SchoolId schoolId, Schooljaar naar, IReadOnlyList<Rij> rijen, CancellationToken ct)
    {
        var catalogus = (await vaardigheden.GetAsync(ct)).Vaardigheden;
        var byId = (await lezer.LoadAsync(schoolId, rijen.Select(r => r.Id), ct)).ToDictionary(l => l.Id);
        var now = clock.GetUtcNow();
        (Guid Id, Leerplan Leerplan)[] nieuw =
        [
            .. rijen.Select(rij => (Guid.CreateVersion7(now), Move(byId[rij.Id].Leerplan, rij.GroepId))),
        ];
        await LeerplanTabellen.InsertAsync(session, schoolId, nieuw, session.Dialect.ToMoment(now), ct);

        Leerplan Move(Leerplan leerplan, Guid? groepId) => leerplan with
        {
            Schooljaar = naar,
            Bereik = groepId is { } groep ? Leerplanbereik.Of(new GroepId(groep)) : leerplan.Bereik,
            Keuzes = leerplan.Keuzes.RemoveRange(leerplan.Keuzes.Keys.Where(IsVervallen)),
            Versie = 1,
        };

        bool IsVervallen(string code) => catalogus.Find(code) is not { Vervallen: false };
    }

    // A newer catalogue may have dropped the opleiding.
    private bool IsErNog(Rij rij) =>
        rij.IsErNog && (rij.Opleiding is null || lezer.ToDoelgroep(rij.Opleiding, rij.Leerjaar) is not null);

    private Overname Count(Leerplansoort soort, IReadOnlyCollection<Rij> rijen, int overgenomen)
    {
        var zonderTegenhanger = rijen.Count(r => !IsErNog(r));
        return new Overname(soort, overgenomen, rijen.Count - overgenomen - zonderTegenhanger, zonderTegenhanger);
    }

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
