using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// Shows docenten with their groepen: one query for the docenten, one for the groepen of all of them.
/// </summary>
internal static class DocentLezer
{
    public const string Columns = $"""
        l.Id, l.SchoolId, l.Status, l.Vestiging, l.EckId, l.UwlrKey, l.Roepnaam, l.Voorvoegsel, l.Achternaam, l.Email,
            l.Gemaakt, l.Gewijzigd, l.Versie, l.GearchiveerdDoor, l.GearchiveerdMoment, l.SamengevoegdMet,
            l.Instroom, {PersonenSql.Vastgezet}, {PersonenSql.VergrendeldVanDocent},
            {ShownGroepen.Voltooid}
        """;

    private const string Groepen = $"""
        SELECT dg.DocentId AS PersoonId, {ShownGroepen.Columns}
        FROM Leerlingen_DocentGroep AS dg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = dg.SchoolId AND g.Id = dg.GroepId
        WHERE dg.SchoolId = @SchoolId AND dg.DocentId IN @Ids
            AND {ShownGroepen.IsRecent}
        ORDER BY g.Naam;
        """;

    public static async Task<IReadOnlyList<DocentView>> ShowAsync(
        DbSession session,
        SchoolId schoolId,
        Schooljaar huidig,
        IReadOnlyList<DocentRow> rows,
        CancellationToken ct)
    {
        var ids = TypeHandlers.ToList(rows.Select(r => r.Id.Value));
        var parameters = new { SchoolId = schoolId, Ids = ids, Huidig = huidig.Begin };
        var groepen = ids.Length == 0 ? [] : await session.QueryAsync<LidRow>(Groepen, parameters, ct);
        var byPersoon = groepen.ToLookup(g => g.PersoonId);
        return [.. rows.Select(r => r.ToView(ShownGroepen.Of(byPersoon[r.Id], huidig, r.Voltooid), huidig))];
    }
}

internal sealed class DocentRow : IVastgezetRow
{
    public required AccountId Id { get; init; }

    public required SchoolId SchoolId { get; init; }

    public required Accountstatus Status { get; init; }

    public required string Vestiging { get; init; }

    public string? EckId { get; init; }

    public string? UwlrKey { get; init; }

    public string? Roepnaam { get; init; }

    public string? Voorvoegsel { get; init; }

    public string? Achternaam { get; init; }

    public string? Email { get; init; }

    public required DateTimeOffset Gemaakt { get; init; }

    public required DateTimeOffset Gewijzigd { get; init; }

    public required long Versie { get; init; }

    public Veld Vergrendeld { get; init; }

    public string? GearchiveerdDoor { get; init; }

    public DateTimeOffset? GearchiveerdMoment { get; init; }

    public string? VastgezetTotEnMet { get; init; }

    public string? VastgezetReden { get; init; }

    public string? VastgezetDoor { get; init; }

    public DateTimeOffset? VastgezetMoment { get; init; }

    public AccountId? SamengevoegdMet { get; init; }

    public int? Voltooid { get; init; }

    public int? Instroom { get; init; }

    private Handarchief? MetDeHandGearchiveerd =>
        GearchiveerdDoor is { } door && GearchiveerdMoment is { } moment ? new Handarchief(door, moment) : null;

    public DocentView ToView(ShownGroepen groepen, Schooljaar huidig) => new(
        Id.Value,
        SchoolId.Value,
        Status,
        Vestiging,
        EckId,
        UwlrKey,
        Roepnaam,
        Voorvoegsel,
        Achternaam,
        Email,
        [.. groepen.Now.Select(g => g.ToView())],
        Gemaakt,
        Gewijzigd,
        Versie)
    {
        Vergrendeld = Vergrendeld,
        MetDeHandGearchiveerd = MetDeHandGearchiveerd,
        Vastzetting = this.ReadVastzetting(),
        SamengevoegdMet = SamengevoegdMet?.Value,
        GroepenSchooljaar = groepen.Schooljaar,
        KomendeGroepen = groepen.NextOfDocent,
        Vanaf = ShownYear.FirstDay(Instroom, huidig),
    };

    public Account<DocentGegevens> ToAccount() => new(
        Id,
        Status,
        new DocentGegevens
        {
            Vestiging = Vestigingsnummer.Hydrate(Vestiging),
            EckId = EckId is null ? null : Domain.Shared.EckId.Hydrate(EckId),
            UwlrKey = UwlrKey,
            Roepnaam = Roepnaam,
            Voorvoegsel = Voorvoegsel,
            Achternaam = Achternaam,
            Email = Email,
        },
        Vergrendeld)
    {
        MetDeHandGearchiveerd = MetDeHandGearchiveerd,
        Vastzetting = this.ReadVastzetting(),
        SamengevoegdMet = SamengevoegdMet,
    };
}
