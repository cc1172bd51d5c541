using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Datakwaliteit;

/// <summary>
/// Reads by what a school's accounts are known, in one query. What looks alike is found outside of the database: engines
/// differ in case and accents, and none of them knows of leading zeros.
/// </summary>
internal static class Dubbelen
{
    private const string Leerlingen = """
        SELECT Id, Status, EckId, UwlrKey, IdGebr, Roepnaam, Voorvoegsel, Achternaam
        FROM Leerlingen_Leerling
        WHERE SchoolId = @SchoolId AND SamengevoegdMet IS NULL;
        """;

    private const string Docenten = """
        SELECT Id, Status, EckId, UwlrKey, Roepnaam, Voorvoegsel, Achternaam
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId AND SamengevoegdMet IS NULL;
        """;

    public static Task<IReadOnlyList<Herkenning>> ReadLeerlingenAsync(
        DbSession session, SchoolId schoolId, CancellationToken ct) => ReadAsync(session, Leerlingen, schoolId, ct);

    public static Task<IReadOnlyList<Herkenning>> ReadDocentenAsync(
        DbSession session, SchoolId schoolId, CancellationToken ct) => ReadAsync(session, Docenten, schoolId, ct);

    /// <summary>The groups of one kind.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Herkenning>>> FindAsync(
        DbSession session, SchoolId schoolId, Kwaliteitssoort soort, Verschillenlijst verschillen, CancellationToken ct) =>
        soort switch
        {
            Kwaliteitssoort.LeerlingDubbeleNaam =>
                Dubbelzoeker.FindNames(await ReadLeerlingenAsync(session, schoolId, ct), verschillen),
            Kwaliteitssoort.LeerlingGelijkendeSleutel =>
                Dubbelzoeker.FindKeys(await ReadLeerlingenAsync(session, schoolId, ct), verschillen),
            Kwaliteitssoort.DocentDubbeleNaam =>
                Dubbelzoeker.FindNames(await ReadDocentenAsync(session, schoolId, ct), verschillen),
            Kwaliteitssoort.DocentGelijkendeSleutel =>
                Dubbelzoeker.FindKeys(await ReadDocentenAsync(session, schoolId, ct), verschillen),
            _ => throw new ArgumentOutOfRangeException(nameof(soort), soort, "Nothing is double in this kind."),
        };

    private static async Task<IReadOnlyList<Herkenning>> ReadAsync(
        DbSession session, string sql, SchoolId schoolId, CancellationToken ct)
    {
        var rows = await session.QueryAsync<Row>(sql, new { SchoolId = schoolId }, ct);
        return [.. rows.Select(r => r.ToHerkenning())];
    }

    private sealed class Row
    {
        public required AccountId Id { get; init; }

        public required Accountstatus Status { get; init; }

        public string? EckId { get; init; }

        public string? UwlrKey { get; init; }

        public string? IdGebr { get; init; }

        public string? Roepnaam { get; init; }

        public string? Voorvoegsel { get; init; }

        public string? Achternaam { get; init; }

        // Of the stamnummer the canonical form is a unique key already.
        public Herkenning ToHerkenning() => new(
            Id,
            Status,
            string.Join(' ', new[] { Roepnaam, Voorvoegsel, Achternaam }.Where(n => !string.IsNullOrEmpty(n))),
            [
                .. new[] { (Veld.EckId, EckId), (Veld.UwlrKey, UwlrKey), (Veld.IdGebr, IdGebr) }
                    .Where(sleutel => sleutel.Item2 is not null)
                    .Select(sleutel => new Persoonssleutel(sleutel.Item1, sleutel.Item2!)),
            ]);
    }
}
