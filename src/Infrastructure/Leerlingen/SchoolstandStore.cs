using System.Data.Common;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Leerlingen.Herstel;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

internal sealed class SchoolstandStore(DbSession session, Opleidingscatalogus catalogus, TimeProvider clock) : ISchoolstandStore
{
    public Task<Schoolstand> LoadAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct) =>
        session.ReadAtOnceAsync(() => SchoolstandReader.ReadAsync(session, catalogus, schoolId, schooljaar, ct), ct);

    public Task ClaimAsync(SchoolId schoolId, CancellationToken ct) =>
        session.ExecuteAsync(SchoolstandSql.ClaimStand, new { SchoolId = schoolId }, ct);

    public async Task<bool> ApplyAsync(SchoolId schoolId, Standwijziging wijziging, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var parameters = new
        {
            SchoolId = schoolId,
            wijziging.BasisVersie,
            Schooljaar = wijziging.Schooljaar.Begin,
            Moment = now,
        };
        await EnsureStandAsync(parameters, ct);
        if (await session.ExecuteAsync(SchoolstandSql.RaiseStand, parameters, ct) == 0)
        {
            return false;
        }

        var tabellen = new LeerlingTabellen(schoolId, wijziging.Schooljaar, session.Dialect.ToMoment(now));
        var herstelpunt = new Herstelpunt(session, schoolId, wijziging.Run, wijziging.Schooljaar);
        await WriteGroepenAsync(wijziging.Groepen, tabellen, herstelpunt, parameters, ct);
        var groepIds = await LoadGroepIdsAsync(parameters, ct);
        await WriteLeerlingenAsync(wijziging.Leerlingen, tabellen, groepIds, herstelpunt, parameters, ct);
        await WriteDocentenAsync(wijziging.Docenten, tabellen, groepIds, herstelpunt, parameters, ct);
        await session.ExecuteAsync(SchoolstandSql.ArchiveGroepen, parameters, ct);
        await session.ExecuteAsync(SchoolstandSql.ClearStaging, parameters, ct);
        return true;
    }

    public async Task NoteSchooljaarAsync(
        SchoolId schoolId,
        Schooljaar schooljaar,
        IReadOnlyList<Vestigingsnummer> vestigingen,
        ImportRunId run,
        CancellationToken ct)
    {
        if (vestigingen.Count == 0)
        {
            return;
        }

        var parameters = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin };
        var known = await session.QueryAsync<string>(SchoolstandSql.VoltooideVestigingen, parameters, ct);
        var (school, runId) = (TypeHandlers.ToBytes(schoolId.Value), TypeHandlers.ToBytes(run.Value));
        var table = new BulkTable<Vestigingsnummer>(
            "Leerlingen_Schooljaar",
            ("SchoolId", _ => school),
            ("Vestiging", vestiging => vestiging.Value),
            ("Schooljaar", _ => schooljaar.Begin),
            ("RunId", _ => runId));
        var nieuw = vestigingen.Where(vestiging => !known.Contains(vestiging.Value, StringComparer.Ordinal));
        await session.BulkInsertAsync(table, nieuw, ct);
    }

    // Of two that apply to a new school at once, one finds the row of the other; its version then decides.
    private async Task EnsureStandAsync(object parameters, CancellationToken ct)
    {
        try
        {
            await session.ExecuteAsync(SchoolstandSql.EnsureStand, parameters, ct);
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return;
        }
    }

    public async Task<int> CountSharedEmailsAsync(
        SchoolId schoolId, IReadOnlyCollection<string> emails, CancellationToken ct)
    {
        if (emails.Count == 0)
        {
            return 0;
        }

        var wanted = emails.Select(Emailwacht.Canonicalize).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var all = await session.QueryAsync<string>(PersonenSql.ListEmails, new { SchoolId = schoolId }, ct);
        return all
            .Select(Emailwacht.Canonicalize)
            .OfType<string>()
            .Where(wanted.Contains)
            .CountBy(email => email)
            .Count(email => email.Value > 1);
    }

    private async Task WriteGroepenAsync(
        IReadOnlyList<Groepsregel> regels,
        LeerlingTabellen tabellen,
        Herstelpunt herstelpunt,
        object parameters,
        CancellationToken ct)
    {
        var nieuw = regels
            .Where(r => r.Soort == RegelSoort.Nieuw)
            .Select(r => (Id: TypeHandlers.ToBytes(GroepId.New(clock).Value), r.Gegevens, Accountstatus.Actief))
            .ToList();
        var bestaand = regels
            .Where(r => r.Soort != RegelSoort.Nieuw)
            .Select(r => (
                TypeHandlers.ToBytes(r.Id!.Value.Value),
                r.Gegevens,
                r.Soort == RegelSoort.Archiveren ? Accountstatus.Gearchiveerd : Accountstatus.Actief));
        await session.BulkInsertAsync(tabellen.Groep, nieuw, ct);
        await session.BulkInsertAsync(tabellen.GroepStaging, bestaand, ct);
        await herstelpunt.SaveGroepenAsync(nieuw.Select(n => n.Id), ct);
        await session.ExecuteAsync(SchoolstandSql.UpdateGroepen, parameters, ct);
    }

    private async Task<Dictionary<Groepsleutel, byte[]>> LoadGroepIdsAsync(object parameters, CancellationToken ct)
    {
        var rows = await session.QueryAsync<GroepIdRow>(SchoolstandSql.GroepIds, parameters, ct);
        return rows.ToDictionary(
            r => new Groepsleutel(Vestigingsnummer.Hydrate(r.Vestiging), r.Sleutel), r =>
                TypeHandlers.ToBytes(r.Id.Value));
    }

    private async Task WriteLeerlingenAsync(
        IReadOnlyList<Persoonswijziging<LeerlingGegevens>> wijzigingen,
        LeerlingTabellen tabellen,
        Dictionary<Groepsleutel, byte[]> groepIds,
        Herstelpunt herstelpunt,
        object parameters,
        CancellationToken ct)
    {
        var rijen = ToRijen(wijzigingen);
        await session.BulkInsertAsync(tabellen.LeerlingStaging, rijen.Bestaand, ct);
        await herstelpunt.SaveLeerlingenAsync(rijen.Nieuw, ct);
        await session.ExecuteAsync(SchoolstandSql.ReleaseKeys, parameters, ct);
        await session.BulkInsertAsync(tabellen.Leerling, rijen.Nieuw, ct);
        await session.ExecuteAsync(SchoolstandSql.UpdateLeerlingen, parameters, ct);
        await session.ExecuteAsync(SchoolstandSql.LeaveGroepen, parameters, ct);
        var leden = rijen.Nieuw.Concat(rijen.Bestaand.Where(r => r.GroepenGewijzigd)).SelectMany(rij =>
            rij.Gegevens.AlleGroepen.Select(sleutel => (rij.Id, groepIds[sleutel])));
        await session.BulkInsertAsync(tabellen.LeerlingGroep, leden, ct);
    }

    private async Task WriteDocentenAsync(
        IReadOnlyList<Persoonswijziging<DocentGegevens>> wijzigingen,
        LeerlingTabellen tabellen,
        Dictionary<Groepsleutel, byte[]> groepIds,
        Herstelpunt herstelpunt,
        object parameters,
        CancellationToken ct)
    {
        var rijen = ToRijen(wijzigingen);
        await session.BulkInsertAsync(tabellen.DocentStaging, rijen.Bestaand, ct);
        await herstelpunt.SaveDocentenAsync(rijen.Nieuw, ct);
        await session.ExecuteAsync(SchoolstandSql.ReleaseDocentKeys, parameters, ct);
        await session.BulkInsertAsync(tabellen.Docent, rijen.Nieuw, ct);
        await session.ExecuteAsync(SchoolstandSql.UpdateDocenten, parameters, ct);
        await session.ExecuteAsync(SchoolstandSql.LeaveDocentGroepen, parameters, ct);
        var leden = rijen.Nieuw.Concat(rijen.Bestaand.Where(r => r.GroepenGewijzigd)).SelectMany(rij =>
            rij.Gegevens.Groepen.Select(sleutel => (rij.Id, groepIds[sleutel])));
        await session.BulkInsertAsync(tabellen.DocentGroep, leden, ct);
    }

    private (List<Persoonsrij<T>> Nieuw, List<Persoonsrij<T>> Bestaand) ToRijen<T>(
        IReadOnlyList<Persoonswijziging<T>> wijzigingen)
        where T : Persoonsgegevens<T>
    {
        var (nieuw, bestaand) = (new List<Persoonsrij<T>>(), new List<Persoonsrij<T>>());
        foreach (var wijziging in wijzigingen)
        {
            var id = wijziging.AccountId ?? AccountId.New(clock);
            var status = wijziging.Soort == RegelSoort.Archiveren ? Accountstatus.Gearchiveerd : Accountstatus.Actief;
            var rij = new Persoonsrij<T>(
                TypeHandlers.ToBytes(id.Value), status, wijziging.Gegevens, wijziging.Gewijzigd, wijziging.Regel);
            (wijziging.Soort == RegelSoort.Nieuw ? nieuw : bestaand).Add(rij);
        }

        return (nieuw, bestaand);
    }


    private sealed class GroepIdRow
    {
        public required GroepId Id { get; init; }

        public required string Vestiging { get; init; }

        public required string Sleutel { get; init; }
    }
}
