using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

internal sealed class HerstelStore(DbSession session, IEnumerable<IAccountgebruik> gebruikers, TimeProvider clock)
    : IHerstelStore
{
    public async Task<Hersteluitkomst> UndoAsync(
        SchoolId schoolId, ImportRunId run, Schooljaar schooljaar, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            RunId = run,
            Schooljaar = schooljaar.Begin,
            Moment = clock.GetUtcNow(),
        };
        var gebruik = await LoadGebruikAsync(schoolId, ct);
        var leerlingen = await session.QueryAsync<HerstelRow>(HerstelSql.LoadLeerlingen, parameters, ct);
        var leerlingSleutels = await session.QueryAsync<SleutelRow>(HerstelSql.LeerlingSleutels, parameters, ct);
        var docenten = await session.QueryAsync<HerstelRow>(HerstelSql.LoadDocenten, parameters, ct);
        var docentSleutels = await session.QueryAsync<SleutelRow>(HerstelSql.DocentSleutels, parameters, ct);
        List<Gelaten> gelaten =
        [
            .. FindLeft(Herstelsoort.Leerling, leerlingen, leerlingSleutels, gebruik.Accounts),
            .. FindLeft(Herstelsoort.Docent, docenten, docentSleutels, gebruik.Accounts),
        ];
        await WriteLeftAsync(schoolId, run, gelaten, ct);
        await ExecuteAllAsync(HerstelSql.RestorePersonen, parameters, ct);

        var groepen = await session.QueryAsync<GroepRow>(GroepHerstelSql.Load, parameters, ct);
        Gelaten[] groepenGelaten =
        [
            .. groepen
                .Where(g => g.Nieuwer || g.Bezet || (g.Nieuw && gebruik.Groepen.Contains(g.Id)))
                .Select(g => new Gelaten(
                    Herstelsoort.Groep,
                    g.Id.Value,
                    g.Naam,
                    g.Nieuwer ? Herstelbeletsel.Gewijzigd : Herstelbeletsel.InGebruik)),
        ];
        await WriteLeftAsync(schoolId, run, groepenGelaten, ct);
        await ExecuteAllAsync(GroepHerstelSql.RestoreGroepen, parameters, ct);

        var left = gelaten.Select(g => g.Id).ToHashSet();
        return new Hersteluitkomst(
            leerlingen.Count + docenten.Count - gelaten.Count,
            leerlingen.Concat(docenten).Count(r => r.Nieuw && !left.Contains(r.Id.Value)),
            [.. gelaten, .. groepenGelaten]);
    }

    public Task RemoveAsync(SchoolId schoolId, ImportRunId run, CancellationToken ct) =>
        session.ExecuteAsync(HerstelpuntSql.Remove, new { SchoolId = schoolId, RunId = run }, ct);

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

    private async Task ExecuteAllAsync(IEnumerable<string> statements, object parameters, CancellationToken ct)
    {
        foreach (var statement in statements)
        {
            await session.ExecuteAsync(statement, parameters, ct);
        }
    }
}
