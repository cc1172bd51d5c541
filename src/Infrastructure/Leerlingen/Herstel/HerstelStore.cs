using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

internal sealed class HerstelStore(DbSession session, IEnumerable<IAccountgebruik> gebruikers, TimeProvider clock)
    : IHerstelStore
{
    public Task<Herstelbesluit> DecideAsync(
        SchoolId schoolId, ImportRunId run, Schooljaar schooljaar, CancellationToken ct) =>
        session.ReadAtOnceAsync(() => DecideAtOnceAsync(schoolId, run, schooljaar, ct), ct);

    public async Task<bool> ClaimAsync(Herstelbesluit besluit, CancellationToken ct)
    {
        var parameters = new { besluit.SchoolId, BasisVersie = besluit.Standversie };
        if (await session.ExecuteAsync(SchoolstandSql.RaiseStand, parameters, ct) == 0)
        {
            await session.ExecuteAsync(SchoolstandSql.ClaimStand, parameters, ct);
            return false;
        }

        // What other modules keep does not change the version of the school's people.
        var gebruik = await LoadGebruikAsync(besluit.SchoolId, ct);
        return gebruik.Accounts.SetEquals(besluit.Gebruik.Accounts) && gebruik.Groepen.SetEquals(besluit.Gebruik.Groepen);
    }

    public async Task UndoAsync(Herstelbesluit besluit, CancellationToken ct)
    {
        var parameters = Parameters(besluit.SchoolId, besluit.Run, besluit.Schooljaar);
        await WriteLeftAsync(besluit.SchoolId, besluit.Run, besluit.Uitkomst.Gelaten, ct);
        foreach (var statement in HerstelSql.RestorePersonen.Concat(GroepHerstelSql.RestoreGroepen))
        {
            await session.ExecuteAsync(statement, parameters, ct);
        }
    }

    public Task RemoveAsync(SchoolId schoolId, ImportRunId run, CancellationToken ct) =>
        session.ExecuteAsync(HerstelpuntSql.Remove, new { SchoolId = schoolId, RunId = run }, ct);

    private async Task<Herstelbesluit> DecideAtOnceAsync(
        SchoolId schoolId, ImportRunId run, Schooljaar schooljaar, CancellationToken ct)
    {
        var parameters = Parameters(schoolId, run, schooljaar);
        var versie = await session.QueryAsync<long>(SchoolstandSql.StandVersie, parameters, ct);
        var gebruik = await LoadGebruikAsync(schoolId, ct);
        var leerlingen = await session.QueryAsync<HerstelRow>(HerstelSql.LoadLeerlingen, parameters, ct);
        var leerlingSleutels = await session.QueryAsync<SleutelRow>(HerstelSql.LeerlingSleutels, parameters, ct);
        var docenten = await session.QueryAsync<HerstelRow>(HerstelSql.LoadDocenten, parameters, ct);
        var docentSleutels = await session.QueryAsync<SleutelRow>(HerstelSql.DocentSleutels, parameters, ct);
        var groepen = await session.QueryAsync<GroepRow>(GroepHerstelSql.Load, parameters, ct);
        var leden = await session.QueryAsync<GroepslidRow>(GroepHerstelSql.Leden, parameters, ct);
        Gelaten[] personen =
        [
            .. FindLeft(Herstelsoort.Leerling, leerlingen, leerlingSleutels, gebruik.Accounts),
            .. FindLeft(Herstelsoort.Docent, docenten, docentSleutels, gebruik.Accounts),
        ];
        var left = personen.Select(g => g.Id).ToHashSet();
        HerstelRow[] hersteld = [.. leerlingen.Concat(docenten).Where(row => !left.Contains(row.Id.Value))];
        var uitkomst = new Hersteluitkomst(
            hersteld.Length,
            hersteld.Count(row => row.Nieuw),
            [.. personen, .. Groepsbezetting.FindLeft(groepen, leden, hersteld, gebruik.Groepen)]);
        return new Herstelbesluit(schoolId, run, schooljaar, versie is [var found] ? found : 0, gebruik, uitkomst);
    }

    private object Parameters(SchoolId schoolId, ImportRunId run, Schooljaar schooljaar) => new
    {
        SchoolId = schoolId,
        RunId = run,
        Schooljaar = schooljaar.Begin,
        Moment = clock.GetUtcNow(),
    };

    private static IEnumerable<Gelaten> FindLeft(
        Herstelsoort soort,
        IReadOnlyList<HerstelRow> rows,
        IReadOnlyList<SleutelRow> sleutels,
        IReadOnlySet<AccountId> inGebruik)
    {
        var houders = sleutels
            .SelectMany(row => row.SleutelsOf(soort), (row, sleutel) => (Sleutel: sleutel, row.Id))
            .ToLookup(houder => houder.Sleutel, houder => houder.Id);
        var left = Herstelplan.FindLeft([.. rows.Select(r => r.ToKandidaat(soort, inGebruik))], houders);
        return rows
            .Where(r => left.ContainsKey(r.Id))
            .Select(r => new Gelaten(soort, r.Id.Value, r.Naam, left[r.Id]));
    }

    private async Task<Accountgebruik> LoadGebruikAsync(SchoolId schoolId, CancellationToken ct)
    {
        var (accounts, groepen) = (new HashSet<AccountId>(), new HashSet<GroepId>());
        foreach (var gebruiker in gebruikers)
        {
            var gebruik = await gebruiker.LoadAsync(schoolId, ct);
            accounts.UnionWith(gebruik.Accounts);
            groepen.UnionWith(gebruik.Groepen);
        }

        return new Accountgebruik(accounts, groepen);
    }

    private Task WriteLeftAsync(
        SchoolId schoolId, ImportRunId run, IEnumerable<Gelaten> gelaten, CancellationToken ct)
    {
        var (school, runId) = (TypeHandlers.ToBytes(schoolId.Value), TypeHandlers.ToBytes(run.Value));
        var table = new BulkTable<Gelaten>(
            "Leerlingen_NietHersteld",
            ("SchoolId", _ => school),
            ("RunId", _ => runId),
            ("Soort", g => (int)g.Soort),
            ("Id", g => TypeHandlers.ToBytes(g.Id)),
            ("Reden", g => (int)g.Beletsel));
        return session.BulkInsertAsync(table, gelaten, ct);
    }
}
