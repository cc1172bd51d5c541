using System.Data.Common;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class PersonenStore(
    DbSession session, ISchoolstandStore stand, Opleidingscatalogus catalogus, TimeProvider clock) : IPersonenStore
{
    private const string FindLeerling = $"""
        SELECT {LeerlingLezer.Columns}
        FROM Leerlingen_Leerling AS l
        WHERE l.SchoolId = @SchoolId AND l.Id = @Id;
        """;

    public async Task<Persoon<LeerlingGegevens>?> FindLeerlingAsync(
        SchoolId schoolId, AccountId id, CancellationToken ct)
    {
        var row = await session.FindAsync<LeerlingRow>(FindLeerling, Parameters(schoolId, id), ct);
        return row is null ? null : new Persoon<LeerlingGegevens>(row.ToAccount(catalogus), row.Versie);
    }

    public async Task<Persoon<DocentGegevens>?> FindDocentAsync(SchoolId schoolId, AccountId id, CancellationToken ct)
    {
        var row = await session.FindAsync<DocentRow>(PersonenSql.FindDocent, Parameters(schoolId, id), ct);
        return row is null ? null : new Persoon<DocentGegevens>(row.ToAccount(), row.Versie);
    }

    public async Task<Result<Done>> SaveAsync(
        SchoolId schoolId, Persoon<LeerlingGegevens> leerling, CancellationToken ct)
    {
        var (account, gegevens) = (leerling.Account, leerling.Account.Gegevens);
        // Whoever would take the same e-mail address or stamnummer at this moment waits here.
        await stand.ClaimAsync(schoolId, ct);
        try
        {
            return await SaveAsync(
                PersonenSql.UpdateLeerling,
                new
                {
                    SchoolId = schoolId,
                    account.Id,
                    account.Status,
                    Vestiging = gegevens.Vestiging.Value,
                    Stamnummer = gegevens.Stamnummer?.Value,
                    StamnummerCanoniek = gegevens.Stamnummer?.Canoniek,
                    gegevens.Roepnaam,
                    gegevens.Voorvoegsel,
                    gegevens.Achternaam,
                    gegevens.Leerjaar,
                    gegevens.Opleidingscode,
                    Opleiding = gegevens.Doelgroep?.Opleiding.Code,
                    DoelgroepLeerjaar = gegevens.Doelgroep?.Leerjaar,
                    account.Vergrendeld,
                    GearchiveerdDoor = account.MetDeHandGearchiveerd?.Door,
                    GearchiveerdMoment = account.MetDeHandGearchiveerd?.Moment,
                    VastgezetTotEnMet = PinColumns.WriteDay(account.Vastzetting?.TotEnMet),
                    VastgezetReden = account.Vastzetting?.Reden,
                    VastgezetDoor = account.Vastzetting?.Door,
                    VastgezetMoment = account.Vastzetting?.Sinds,
                    Huidig = clock.CurrentSchooljaar().Begin,
                    Moment = clock.GetUtcNow(),
                    leerling.Versie,
                },
                leerling.Versie,
                ct);
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return new StamnummerBezet();
        }
    }

    public async Task<Result<Done>> SaveAsync(SchoolId schoolId, Persoon<DocentGegevens> docent, CancellationToken ct)
    {
        var (account, gegevens) = (docent.Account, docent.Account.Gegevens);
        // Whoever would take the same e-mail address or stamnummer at this moment waits here.
        await stand.ClaimAsync(schoolId, ct);
        if (account.Status == Accountstatus.Actief && Emailwacht.Canonicalize(gegevens.Email) is { } email)
        {
            var others = await session.QueryAsync<string>(
                PersonenSql.ListOtherEmails, new { SchoolId = schoolId, account.Id }, ct);
            if (others.Any(other => string.Equals(Emailwacht.Canonicalize(other), email, StringComparison.Ordinal)))
            {
                return new EmailVanAnder();
            }
        }

        return await SaveAsync(
            PersonenSql.UpdateDocent,
            new
            {
                SchoolId = schoolId,
                account.Id,
                account.Status,
                Vestiging = gegevens.Vestiging.Value,
                gegevens.Roepnaam,
                gegevens.Voorvoegsel,
                gegevens.Achternaam,
                gegevens.Email,
                account.Vergrendeld,
                GearchiveerdDoor = account.MetDeHandGearchiveerd?.Door,
                GearchiveerdMoment = account.MetDeHandGearchiveerd?.Moment,
                VastgezetTotEnMet = PinColumns.WriteDay(account.Vastzetting?.TotEnMet),
                VastgezetReden = account.Vastzetting?.Reden,
                VastgezetDoor = account.Vastzetting?.Door,
                VastgezetMoment = account.Vastzetting?.Sinds,
                Huidig = clock.CurrentSchooljaar().Begin,
                Moment = clock.GetUtcNow(),
                docent.Versie,
            },
            docent.Versie,
            ct);
    }

    public async Task<LeerlingView> ShowLeerlingAsync(SchoolId schoolId, AccountId id, CancellationToken ct)
    {
        var rows = await session.QueryAsync<LeerlingRow>(FindLeerling, Parameters(schoolId, id), ct);
        return (await LeerlingLezer.ShowAsync(
            session, catalogus, schoolId, clock.CurrentSchooljaar(), rows, ct))[0];
    }

    public async Task<DocentView> ShowDocentAsync(SchoolId schoolId, AccountId id, CancellationToken ct)
    {
        var rows = await session.QueryAsync<DocentRow>(PersonenSql.FindDocent, Parameters(schoolId, id), ct);
        return (await DocentLezer.ShowAsync(session, schoolId, clock.CurrentSchooljaar(), rows, ct))[0];
    }

    private object Parameters(SchoolId schoolId, AccountId id) =>
        new { SchoolId = schoolId, Id = id, Huidig = clock.CurrentSchooljaar().Begin };

    private async Task<Result<Done>> SaveAsync(string sql, object parameters, long versie, CancellationToken ct)
    {
        var saved = await session.ExecuteAsync(sql, parameters, ct);
        return saved == 0 ? new VersieGewijzigd(Etags.Of(versie)) : new Done();
    }
}
