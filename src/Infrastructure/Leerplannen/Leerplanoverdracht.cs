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

    private const string Move = """
        UPDATE Leerplannen_Leerplan
        SET LeerlingId = @NaarId, Gewijzigd = @Moment, Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Id IN (
            SELECT LeerplanId
            FROM Leerplannen_Overdracht
            WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId);
        """;

    private const string CountLeft = """
        SELECT COUNT(*)
        FROM Leerplannen_Leerplan
        WHERE SchoolId = @SchoolId AND LeerlingId = @VervaltId;
        """;

    private const string CountChanged = """
        SELECT COUNT(*)
        FROM Leerplannen_Overdracht AS o
        INNER JOIN Leerplannen_Leerplan AS p ON p.SchoolId = o.SchoolId AND p.Id = o.LeerplanId
        WHERE o.SchoolId = @SchoolId AND o.VervaltId = @VervaltId AND (p.Versie <> o.VersieNa OR p.LeerlingId <> @BlijftId);
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

    public async Task<Overdracht> MoveAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct)
    {
        var parameters = Parameters(schoolId, vervalt, blijft, blijft);
        await session.ExecuteAsync(Remember, parameters, ct);
        var moved = await session.ExecuteAsync(Move, parameters, ct);
        var left = await session.QueryAsync<int>(CountLeft, parameters, ct);
        return new Overdracht(Overdracht.Leerplan, moved, left[0]);
    }

    public async Task<bool> IsUntouchedAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct) =>
        (await session.QueryAsync<int>(CountChanged, Parameters(schoolId, vervalt, blijft, blijft), ct))[0] == 0;

    public async Task ReturnAsync(SchoolId schoolId, AccountId vervalt, CancellationToken ct)
    {
        var parameters = Parameters(schoolId, vervalt, vervalt, vervalt);
        await session.ExecuteAsync(Move, parameters, ct);
        await session.ExecuteAsync(Reconnect, parameters, ct);
        await session.ExecuteAsync(Forget, parameters, ct);
    }

    private object Parameters(SchoolId schoolId, AccountId vervalt, AccountId blijft, AccountId naar) => new
    {
        SchoolId = schoolId,
        VervaltId = vervalt,
        BlijftId = blijft,
        NaarId = naar,
        Moment = clock.GetUtcNow(),
    };
}
