using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>Writes what leerplannen say, many at once.</summary>
internal static class LeerplanTabellen
{
    /// <summary>Adds leerplannen that were not there.</summary>
    public static async Task InsertAsync(
        DbSession session,
        SchoolId schoolId,
        IReadOnlyList<(Guid Id, Leerplan Leerplan)> leerplannen,
        object moment,
        CancellationToken ct)
    {
        var school = TypeHandlers.ToBytes(schoolId.Value);
        await session.BulkInsertAsync(
            new BulkTable<(Guid Id, Leerplan Leerplan)>(
                "Leerplannen_Leerplan",
                ("SchoolId", _ => school),
                ("Id", l => TypeHandlers.ToBytes(l.Id)),
                ("Schooljaar", l => l.Leerplan.Schooljaar.Begin),
                ("Soort", l => (int)l.Leerplan.Bereik.Soort),
                ("Opleiding", l => l.Leerplan.Bereik.Doelgroep?.Opleiding.Code),
                ("Leerjaar", l => l.Leerplan.Bereik.Doelgroep?.Leerjaar),
                ("GroepId", l => l.Leerplan.Bereik.Groep is { } id ? TypeHandlers.ToBytes(id.Value) : null),
                ("LeerlingId", l => l.Leerplan.Bereik.Leerling is { } id ? TypeHandlers.ToBytes(id.Value) : null),
                ("Gewijzigd", _ => moment),
                ("Versie", l => l.Leerplan.Versie)),
            leerplannen,
            ct);
        await InsertContentAsync(session, schoolId, leerplannen, ct);
    }

    /// <summary>Adds what leerplannen say, of which nothing is there.</summary>
    public static async Task InsertContentAsync(
        DbSession session,
        SchoolId schoolId,
        IReadOnlyList<(Guid Id, Leerplan Leerplan)> leerplannen,
        CancellationToken ct)
    {
        var school = TypeHandlers.ToBytes(schoolId.Value);
        var ids = leerplannen.Select(l => (Id: TypeHandlers.ToBytes(l.Id), l.Leerplan)).ToArray();
        await session.BulkInsertAsync(
            new BulkTable<(byte[] Id, string Vaardigheid, bool Actief)>(
                "Leerplannen_Keuze",
                ("SchoolId", _ => school),
                ("LeerplanId", rij => rij.Id),
                ("Vaardigheid", rij => rij.Vaardigheid),
                ("Actief", rij => rij.Actief ? 1 : 0)),
            ids.SelectMany(l => l.Leerplan.Keuzes.Select(k => (l.Id, k.Key, k.Value))),
            ct);
        await session.BulkInsertAsync(
            new BulkTable<(byte[] Id, Vak Vak, Niveau Niveau)>(
                "Leerplannen_Streefniveau",
                ("SchoolId", _ => school),
                ("LeerplanId", rij => rij.Id),
                ("Vak", rij => (int)rij.Vak),
                ("Niveau", rij => (int)rij.Niveau)),
            ids.SelectMany(l => l.Leerplan.Streefniveaus.Select(s => (l.Id, s.Key, s.Value))),
            ct);
    }
}
