using System.Data.Common;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>
/// What a school said for one leerling goes to the account that it is merged with, of each school year in which that one
/// has nothing of its own.
/// </summary>
internal sealed class Leerplanoverdracht(DbSession session, TimeProvider clock) : IAccountoverdracht
{
    private const string Remember = """
        INSERT INTO Leerplannen_Overdracht (SchoolId, VervaltId, LeerplanId, VersieNa)
        SELECT p.SchoolId, @VervaltId, p.Id, p.Versie + 1
        FROM Leerplannen_Leerplan AS p
        WHERE p.SchoolId = @SchoolId AND p.LeerlingId = @VervaltId AND NOT EXISTS (
            SELECT 1
            FROM Leerplannen_Leerplan AS q
            WHERE q.SchoolId = p.SchoolId AND q.LeerlingId = @BlijftId AND q.Schooljaar = p.Schooljaar);
        """;

    /// <summary>Those that are still as they were when they were looked at; Stap 1 is there, 0 is back.</summary>
    private const string Move = """
        UPDATE Leerplannen_Leerplan
        SET LeerlingId = @NaarId, Gewijzigd = @Moment, Versie = Leerplannen_Leerplan.Versie + 1
        FROM Leerplannen_Overdracht AS o
        WHERE o.SchoolId = @SchoolId AND o.VervaltId = @VervaltId
            AND Leerplannen_Leerplan.SchoolId = o.SchoolId AND Leerplannen_Leerplan.Id = o.LeerplanId
            AND Leerplannen_Leerplan.Versie = o.VersieNa - @Stap;
        """;

    private const string CountLeft = """
        SELECT COUNT(*)
        FROM Leerplannen_Leerplan
        WHERE SchoolId = @SchoolId AND LeerlingId = @VervaltId;
        """;

    /// <summary>Changed since, or gone elsewhere, or where it came from there is another one of that year by now.</summary>
    private const string CountChanged = """
        SELECT COUNT(*)
        FROM Leerplannen_Overdracht AS o
        INNER JOIN Leerplannen_Leerplan AS p ON p.SchoolId = o.SchoolId AND p.Id = o.LeerplanId
        WHERE o.SchoolId = @SchoolId AND o.VervaltId = @VervaltId
            AND (p.Versie <> o.VersieNa OR p.LeerlingId <> @BlijftId OR EXISTS (
                SELECT 1
                FROM Leerplannen_Leerplan AS q
                WHERE q.SchoolId = p.SchoolId AND q.LeerlingId = @VervaltId AND q.Schooljaar = p.Schooljaar));
        """;

    /// <summary>A merge before this one finds its leerplannen as it left them.</summary>
    private const string Reconnect = """
        UPDATE Leerplannen_Overdracht
        SET VersieNa = (
            SELECT o.VersieNa + 1
            FROM Leerplannen_Overdracht AS o
            WHERE o.SchoolId = @SchoolId AND o.VervaltId = @VervaltId AND o.LeerplanId = Leerplannen_Overdracht.LeerplanId)
        WHERE SchoolId = @SchoolId AND VervaltId <> @VervaltId AND EXISTS (
            SELECT 1
            FROM Leerplannen_Overdracht AS o
            WHERE o.SchoolId = @SchoolId AND o.VervaltId = @VervaltId
                AND o.LeerplanId = Leerplannen_Overdracht.LeerplanId AND o.VersieNa = Leerplannen_Overdracht.VersieNa + 1);
        """;

    private const string Forget = """
        DELETE FROM Leerplannen_Overdracht
        WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId;
        """;

    public async Task<Overdracht?> MoveAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct)
    {
        var parameters = Parameters(schoolId, vervalt, blijft, blijft, stap: 1);
        var remembered = await session.ExecuteAsync(Remember, parameters, ct);
        if (await MoveAsync(parameters, ct) != remembered)
        {
            return null;
        }

        var left = await session.QueryAsync<int>(CountLeft, parameters, ct);
        return new Overdracht(Overdracht.Leerplan, remembered, left[0]);
    }

    public async Task<bool> IsUntouchedAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct) =>
        (await session.QueryAsync<int>(CountChanged, Parameters(schoolId, vervalt, blijft, blijft, stap: 0), ct))[0] == 0;

    public async Task<bool> ReturnAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct)
    {
        var parameters = Parameters(schoolId, vervalt, blijft, vervalt, stap: 0);
        var moved = await MoveAsync(parameters, ct);
        await session.ExecuteAsync(Reconnect, parameters, ct);
        return await session.ExecuteAsync(Forget, parameters, ct) == moved;
    }

    // None when the account got one of the same year at the same time.
    private async Task<int?> MoveAsync(object parameters, CancellationToken ct)
    {
        try
        {
            return await session.ExecuteAsync(Move, parameters, ct);
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return null;
        }
    }

    private object Parameters(SchoolId schoolId, AccountId vervalt, AccountId blijft, AccountId naar, int stap) => new
    {
        SchoolId = schoolId,
        VervaltId = vervalt,
        BlijftId = blijft,
        NaarId = naar,
        Stap = stap,
        Moment = clock.GetUtcNow(),
    };
}
