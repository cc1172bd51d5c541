using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;

internal sealed class SamenvoegingStore(DbSession session, TimeProvider clock) : ISamenvoegingStore
{
    public Task<IReadOnlyList<Lidmaatschap>> ListLedenAsync(
        SchoolId schoolId, Persoonssoort soort, IReadOnlyList<AccountId> ids, CancellationToken ct) =>
        ReadLedenAsync(Of(soort).Leden, new { SchoolId = schoolId, Ids = ToList(ids) }, ct);

    public Task<Result<Done>> MergeAsync(
        SchoolId schoolId, Samenvoegopdracht<LeerlingGegevens> opdracht, CancellationToken ct) =>
        MergeAsync(schoolId, Persoonssoort.Leerling, opdracht, Parameters, ct);

    public async Task<Result<Done>> MergeAsync(
        SchoolId schoolId, Samenvoegopdracht<DocentGegevens> opdracht, CancellationToken ct)
    {
        var (blijft, vervalt) = (opdracht.Blijft.Account, opdracht.Vervalt.Account);
        string?[] actief = blijft.Status == Accountstatus.Actief ? [blijft.Gegevens.Email] : [];
        return await IsTakenAsync(schoolId, blijft.Id, vervalt.Id, actief, ct)
            ? new EmailVanAnder()
            : await MergeAsync(schoolId, Persoonssoort.Docent, opdracht, Parameters, ct);
    }

    public async Task<Result<Done>> UndoAsync(
        SchoolId schoolId, Persoonssoort soort, AccountId vervalt, AccountId blijft, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, VervaltId = vervalt, BlijftId = blijft, Moment = clock.GetUtcNow() };
        var rows = await session.QueryAsync<Row>(Of(soort).Load, parameters, ct);
        if (rows.Count != 2 || rows.Any(r => r.VersieNa != r.VersieNu))
        {
            return new SamenvoegingAchterhaald(rows.FirstOrDefault(r => r.VersieNa != r.VersieNu)?.Id ?? vervalt);
        }

        var actief = rows.Where(r => r.Status == Accountstatus.Actief).Select(r => r.Email);
        if (await IsTakenAsync(schoolId, blijft, vervalt, [.. actief], ct))
        {
            return new EmailVanAnder();
        }

        await MoveLedenAsync(Of(soort), parameters.SchoolId, vervalt, blijft, undoes: true, ct);
        foreach (var statement in Of(soort).Restore)
        {
            await session.ExecuteAsync(statement, parameters, ct);
        }

        await session.ExecuteAsync(SamenvoegingSql.Remove, parameters, ct);
        return new Done();
    }

    private static Samenvoegstatements Of(Persoonssoort soort) =>
        soort == Persoonssoort.Leerling ? Samenvoegstatements.Leerling : Samenvoegstatements.Docent;

    private static byte[][] ToList(IEnumerable<AccountId> ids) => TypeHandlers.ToList(ids.Select(id => id.Value));

    private async Task<IReadOnlyList<Lidmaatschap>> ReadLedenAsync(string sql, object parameters, CancellationToken ct)
    {
        var rows = await session.QueryAsync<LidmaatschapRow>(sql, parameters, ct);
        return [.. rows.Select(r => new Lidmaatschap(r.Persoon, r.Groep, r.Schooljaar, r.Soort, r.Naam))];
    }

    private async Task<Result<Done>> MergeAsync<T>(
        SchoolId schoolId,
        Persoonssoort soort,
        Samenvoegopdracht<T> opdracht,
        Func<SchoolId, Persoon<T>, Veld, object> parameters,
        CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        var (blijft, vervalt) = (opdracht.Blijft.Account.Id, opdracht.Vervalt.Account.Id);
        var samenvoeging = new
        {
            SchoolId = schoolId,
            VervaltId = vervalt,
            Persoon = soort,
            BlijftId = blijft,
            opdracht.Door,
            Moment = clock.GetUtcNow(),
            Ids = ToList([blijft, vervalt]),
        };
        await session.ExecuteAsync(SamenvoegingSql.Add, samenvoeging, ct);
        await session.ExecuteAsync(Of(soort).Save, samenvoeging, ct);
        await session.ExecuteAsync(Of(soort).KeepEarliest, samenvoeging, ct);

        // The one that is archived first: a key that goes over is unique after each row.
        var update = Of(soort).Update;
        if (await session.ExecuteAsync(update, parameters(schoolId, opdracht.Vervalt, Veld.Geen), ct) == 0
            || await session.ExecuteAsync(update, parameters(schoolId, opdracht.Blijft, opdracht.Slot), ct) == 0)
        {
            return new VersieGewijzigd(Etags.Of(opdracht.Blijft.Versie));
        }

        await SaveLedenAsync(schoolId, vervalt, opdracht.Groepen, ct);
        await MoveLedenAsync(Of(soort), schoolId, vervalt, blijft, undoes: false, ct);
        return new Done();
    }

    private Task SaveLedenAsync(SchoolId schoolId, AccountId vervalt, Groepsovername groepen, CancellationToken ct)
    {
        var (school, id) = (TypeHandlers.ToBytes(schoolId.Value), TypeHandlers.ToBytes(vervalt.Value));
        var table = new BulkTable<(GroepId Groep, int Erbij)>(
            "Leerlingen_LidSamenvoeging",
            ("SchoolId", _ => school),
            ("VervaltId", _ => id),
            ("GroepId", lid => TypeHandlers.ToBytes(lid.Groep.Value)),
            ("Erbij", lid => lid.Erbij));
        return session.BulkInsertAsync(
            table, [.. groepen.Erbij.Select(lid => (lid.Groep, 1)), .. groepen.Eraf.Select(lid => (lid.Groep, 0))], ct);
    }

    private async Task MoveLedenAsync(
        Samenvoegstatements statements,
        SchoolId schoolId,
        AccountId vervalt,
        AccountId blijft,
        bool undoes,
        CancellationToken ct)
    {
        var (erbij, eraf) = undoes ? (0, 1) : (1, 0);
        await session.ExecuteAsync(
            statements.Leave, new { SchoolId = schoolId, VervaltId = vervalt, BlijftId = blijft, Erbij = eraf }, ct);
        await session.ExecuteAsync(
            statements.Join, new { SchoolId = schoolId, VervaltId = vervalt, BlijftId = blijft, Erbij = erbij }, ct);
    }

    private async Task<bool> IsTakenAsync(
        SchoolId schoolId, AccountId blijft, AccountId vervalt, IReadOnlyList<string?> emails, CancellationToken ct)
    {
        foreach (var address in emails.Select(Emailwacht.Canonicalize).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var pattern = SamenvoegingSql.ToPattern(address);
            var others = await session.QueryAsync<string>(
                SamenvoegingSql.FindOtherEmails,
                new { SchoolId = schoolId, BlijftId = blijft, VervaltId = vervalt, Pattern = pattern },
                ct);
            if (others.Select(Emailwacht.Canonicalize).Contains(address, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private object Parameters(SchoolId schoolId, Persoon<LeerlingGegevens> leerling, Veld slot)
    {
        var (account, gegevens) = (leerling.Account, leerling.Account.Gegevens);
        return new
        {
            SchoolId = schoolId,
            account.Id,
            leerling.Versie,
            account.Status,
            Vestiging = gegevens.Vestiging.Value,
            EckId = gegevens.EckId?.Value,
            gegevens.UwlrKey,
            Stamnummer = gegevens.Stamnummer?.Value,
            StamnummerCanoniek = gegevens.Stamnummer?.Canoniek,
            gegevens.IdGebr,
            gegevens.Roepnaam,
            gegevens.Voorvoegsel,
            gegevens.Achternaam,
            gegevens.Leerjaar,
            gegevens.Opleidingscode,
            Opleiding = gegevens.Doelgroep?.Opleiding.Code,
            DoelgroepLeerjaar = gegevens.Doelgroep?.Leerjaar,
            Vergrendeld = slot,
            GearchiveerdDoor = account.MetDeHandGearchiveerd?.Door,
            GearchiveerdMoment = account.MetDeHandGearchiveerd?.Moment,
            account.SamengevoegdMet,
            Moment = clock.GetUtcNow(),
        };
    }

    private object Parameters(SchoolId schoolId, Persoon<DocentGegevens> docent, Veld slot)
    {
        var (account, gegevens) = (docent.Account, docent.Account.Gegevens);
        return new
        {
            SchoolId = schoolId,
            account.Id,
            docent.Versie,
            account.Status,
            Vestiging = gegevens.Vestiging.Value,
            EckId = gegevens.EckId?.Value,
            gegevens.UwlrKey,
            gegevens.Roepnaam,
            gegevens.Voorvoegsel,
            gegevens.Achternaam,
            gegevens.Email,
            Vergrendeld = slot,
            GearchiveerdDoor = account.MetDeHandGearchiveerd?.Door,
            GearchiveerdMoment = account.MetDeHandGearchiveerd?.Moment,
            account.SamengevoegdMet,
            Moment = clock.GetUtcNow(),
        };
    }

    private sealed class Row
    {
        public required AccountId Id { get; init; }

        public required long VersieNa { get; init; }

        public required long VersieNu { get; init; }

        public required Accountstatus Status { get; init; }

        /// <summary>Of a docent.</summary>
        public string? Email { get; init; }
    }

    private sealed class LidmaatschapRow
    {
        public required AccountId Persoon { get; init; }

        public required GroepId Groep { get; init; }

        public required int Schooljaar { get; init; }

        public required Groepsoort Soort { get; init; }

        public required string Naam { get; init; }
    }
}
