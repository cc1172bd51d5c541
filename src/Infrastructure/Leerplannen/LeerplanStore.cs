using System.Data.Common;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

internal sealed class LeerplanStore(
    DbSession session, LeerplanLezer lezer, Leerplanovername overname, TimeProvider clock) : ILeerplanStore
{
    private const string FindGroep = """
        SELECT Schooljaar, Soort, Naam
        FROM Leerlingen_Groep
        WHERE SchoolId = @SchoolId AND Id = @GroepId;
        """;

    private const string FindLeerling = """
        SELECT Id, SamengevoegdMet
        FROM Leerlingen_Leerling
        WHERE SchoolId = @SchoolId AND Id = @LeerlingId;
        """;

    private const string Update = """
        UPDATE Leerplannen_Leerplan
        SET Gewijzigd = @Gewijzigd, Versie = @Versie
        WHERE SchoolId = @SchoolId AND Id = @Id AND Versie = @Versie - 1;
        """;

    private const string Clear = """
        DELETE FROM Leerplannen_Keuze WHERE SchoolId = @SchoolId AND LeerplanId = @Id;
        DELETE FROM Leerplannen_Streefniveau WHERE SchoolId = @SchoolId AND LeerplanId = @Id;
        """;

    public async Task<Result<Leerplan>> GetAsync(
        SchoolId schoolId, Schooljaar? schooljaar, Leerplanbereik bereik, CancellationToken ct)
    {
        var leeg = await FindBereikAsync(schoolId, schooljaar, bereik, ct);
        if (!leeg.IsOk || await FindIdAsync(leeg.Value, ct) is not { } id)
        {
            return leeg;
        }

        return (await lezer.LoadAsync(schoolId, [id], ct))[0].Leerplan;
    }

    public async Task<Result<Leerplan>> GetForChangeAsync(
        SchoolId schoolId, Schooljaar? schooljaar, Leerplanbereik bereik, CancellationToken ct) =>
        bereik.Leerling is { } id
            && await FindLeerlingAsync(schoolId, id, ct) is { SamengevoegdMet: { } blijft }
            ? new AccountSamengevoegd(id, blijft)
            : await GetAsync(schoolId, schooljaar, bereik, ct);

    public Task<IReadOnlyList<Leerlinglagen>> LoadLeerlingenAsync(Leerplan leerplan, CancellationToken ct) =>
        leerplan.Bereik.Soort == Leerplansoort.Leerling
            ? LoadLeerlingAsync(leerplan, ct)
            : lezer.LoadLeerlingenAsync(
                leerplan.Bereik.Soort == Leerplansoort.Groep
                    ? LeerplanSql.LeerlingenOfGroep
                    : LeerplanSql.LeerlingenOfDoelgroep,
                Key(leerplan),
                leerplan.SchoolId,
                leerplan.Schooljaar,
                ct);

    public async Task<IReadOnlyList<Laag>> LoadDoelgroepenAsync(
        SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin };
        var ids = await session.QueryAsync<Guid>(LeerplanSql.FindDoelgroepen, parameters, ct);
        return [.. (await lezer.LoadAsync(schoolId, ids, ct)).Select(gevonden => gevonden.Leerplan.Laag)];
    }

    public async Task<bool> SaveAsync(Leerplan leerplan, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (leerplan.Versie > 1)
        {
            return await UpdateAsync(leerplan, now, ct);
        }

        try
        {
            await LeerplanTabellen.InsertAsync(
                session,
                leerplan.SchoolId,
                [(Guid.CreateVersion7(now), leerplan)],
                session.Dialect.ToMoment(now),
                ct);
            return true;
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    public Task<IReadOnlyList<Overname>> CarryOverAsync(
        SchoolId schoolId,
        Schooljaar van,
        Schooljaar naar,
        IReadOnlyCollection<Leerplansoort> soorten,
        CancellationToken ct) => overname.CarryOverAsync(schoolId, van, naar, soorten, ct);

    private async Task<bool> UpdateAsync(Leerplan leerplan, DateTimeOffset now, CancellationToken ct)
    {
        var id = await FindIdAsync(leerplan, ct);
        var parameters = new { leerplan.SchoolId, Id = id, Gewijzigd = now, leerplan.Versie };
        if (id is null || await session.ExecuteAsync(Update, parameters, ct) == 0)
        {
            return false;
        }

        await session.ExecuteAsync(Clear, parameters, ct);
        await LeerplanTabellen.InsertContentAsync(session, leerplan.SchoolId, [(id.Value, leerplan)], ct);
        return true;
    }

    /// <summary>A leerplan that says nothing, for what is asked for; or why there is no such thing.</summary>
    private async Task<Result<Leerplan>> FindBereikAsync(
        SchoolId schoolId, Schooljaar? schooljaar, Leerplanbereik bereik, CancellationToken ct)
    {
        var jaar = schooljaar ?? clock.CurrentSchooljaar();
        switch (bereik)
        {
            case { Groep: { } groepId }:
                var groep = await session.FindAsync<GroepRij>(
                    FindGroep, new { SchoolId = schoolId, GroepId = groepId }, ct);
                return groep is null ? new GroepOnbekend(groepId)
                    : schooljaar is { } gevraagd && gevraagd.Begin != groep.Schooljaar
                        ? new GroepVanAnderSchooljaar(Schooljaar.Hydrate(groep.Schooljaar)) { Field = "schooljaar" }
                    : Leerplan.Empty(
                        schoolId,
                        Schooljaar.Hydrate(groep.Schooljaar),
                        bereik,
                        Herkomsten.OfGroep(groepId, groep.Soort, groep.Naam));
            case { Leerling: { } leerling }:
                return await FindLeerlingAsync(schoolId, leerling, ct) is null
                    ? new LeerlingOnbekend(leerling)
                    : Leerplan.Empty(schoolId, jaar, bereik, Herkomsten.OfLeerling(leerling));
            default:
                return Leerplan.Empty(schoolId, jaar, bereik, Herkomsten.OfDoelgroep(bereik.Doelgroep!));
        }
    }

    private Task<LeerlingRij?> FindLeerlingAsync(SchoolId schoolId, AccountId id, CancellationToken ct) =>
        session.FindAsync<LeerlingRij>(FindLeerling, new { SchoolId = schoolId, LeerlingId = id }, ct);

    private async Task<IReadOnlyList<Leerlinglagen>> LoadLeerlingAsync(Leerplan leerplan, CancellationToken ct)
    {
        var gevonden = await lezer.LoadLeerlingenAsync(
            leerplan.SchoolId, leerplan.Schooljaar, [leerplan.Bereik.Leerling!.Value], ct);
        return [.. gevonden.Where(leerling => leerling.Status == Accountstatus.Actief)];
    }

    private async Task<Guid?> FindIdAsync(Leerplan leerplan, CancellationToken ct)
    {
        var sql = leerplan.Bereik.Soort switch
        {
            Leerplansoort.Groep => LeerplanSql.FindOfGroep,
            Leerplansoort.Leerling => LeerplanSql.FindOfLeerling,
            _ => LeerplanSql.FindOfDoelgroep,
        };
        var ids = await session.QueryAsync<Guid>(sql, Key(leerplan), ct);
        return ids.Count == 0 ? null : ids[0];
    }

    private static object Key(Leerplan leerplan) => new
    {
        leerplan.SchoolId,
        Schooljaar = leerplan.Schooljaar.Begin,
        Opleiding = leerplan.Bereik.Doelgroep?.Opleiding.Code,
        leerplan.Bereik.Doelgroep?.Leerjaar,
        GroepId = leerplan.Bereik.Groep,
        LeerlingId = leerplan.Bereik.Leerling,
    };

    private sealed class LeerlingRij
    {
        public required AccountId Id { get; init; }

        public AccountId? SamengevoegdMet { get; init; }
    }

    private sealed class GroepRij
    {
        public required int Schooljaar { get; init; }

        public required Groepsoort Soort { get; init; }

        public required string Naam { get; init; }
    }
}
