using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// Shows leerlingen with their groepen: one query for the leerlingen, one for the groepen of all of them.
/// </summary>
internal static class LeerlingLezer
{
    public const string Columns = $"""
        l.Id, l.SchoolId, l.Status, l.Vestiging, l.EckId, l.UwlrKey, l.Stamnummer, l.IdGebr, l.Roepnaam, l.Voorvoegsel,
            l.Achternaam, l.Leerjaar, l.Opleidingscode, l.Opleiding, l.DoelgroepLeerjaar,
            l.Gemaakt, l.Gewijzigd, l.Versie, l.GearchiveerdDoor, l.GearchiveerdMoment, l.SamengevoegdMet,
            l.Instroom, {PersonenSql.Vastgezet}, {PersonenSql.VergrendeldVanLeerling},
            {ShownGroepen.Voltooid}
        """;

    private const string Groepen = $"""
        SELECT lg.LeerlingId AS PersoonId, {ShownGroepen.Columns}
        FROM Leerlingen_LeerlingGroep AS lg
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
        WHERE lg.SchoolId = @SchoolId AND lg.LeerlingId IN @Ids
            AND {ShownGroepen.IsRecent}
        ORDER BY g.Naam;
        """;

    public static async Task<IReadOnlyList<LeerlingView>> ShowAsync(
        DbSession session,
        Opleidingscatalogus catalogus,
        SchoolId schoolId,
        Schooljaar huidig,
        IReadOnlyList<LeerlingRow> rows,
        CancellationToken ct)
    {
        var ids = TypeHandlers.ToList(rows.Select(r => r.Id.Value));
        var parameters = new { SchoolId = schoolId, Ids = ids, Huidig = huidig.Begin };
        var groepen = ids.Length == 0 ? [] : await session.QueryAsync<LidRow>(Groepen, parameters, ct);
        var byPersoon = groepen.ToLookup(g => g.PersoonId);
        return
        [
            .. rows.Select(r => r.ToView(
                ShownGroepen.Of(byPersoon[r.Id], huidig, r.Voltooid), huidig, catalogus.Find(r.Opleiding)?.Naam)),
        ];
    }
}

internal sealed class LeerlingRow : IVastgezetRow
{
    public required AccountId Id { get; init; }

    public required SchoolId SchoolId { get; init; }

    public required Accountstatus Status { get; init; }

    public required string Vestiging { get; init; }

    public string? EckId { get; init; }

    public string? UwlrKey { get; init; }

    public string? Stamnummer { get; init; }

    public string? IdGebr { get; init; }

    public string? Roepnaam { get; init; }

    public string? Voorvoegsel { get; init; }

    public string? Achternaam { get; init; }

    public int? Leerjaar { get; init; }

    public string? Opleidingscode { get; init; }

    public string? Opleiding { get; init; }

    public int? DoelgroepLeerjaar { get; init; }

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

    public LeerlingView ToView(ShownGroepen groepen, Schooljaar huidig, string? opleidingNaam) => new(
        Id.Value,
        SchoolId.Value,
        Status,
        Vestiging,
        EckId,
        UwlrKey,
        Stamnummer,
        IdGebr,
        Roepnaam,
        Voorvoegsel,
        Achternaam,
        Leerjaar,
        Opleidingscode,
        Opleiding,
        opleidingNaam,
        DoelgroepLeerjaar,
        groepen.Stamgroep,
        groepen.Samengesteld,
        Gemaakt,
        Gewijzigd,
        Versie)
    {
        Vergrendeld = Vergrendeld,
        MetDeHandGearchiveerd = MetDeHandGearchiveerd,
        Vastzetting = this.ReadVastzetting(),
        SamengevoegdMet = SamengevoegdMet?.Value,
        GroepenSchooljaar = groepen.Schooljaar,
        KomendeGroepen = groepen.NextOfLeerling,
        Vanaf = ShownYear.FirstDay(Instroom, huidig),
    };

    /// <summary>The leerling without groepen.</summary>
    public Account<LeerlingGegevens> ToAccount(Opleidingscatalogus catalogus) => new(
        Id,
        Status,
        new LeerlingGegevens
        {
            Vestiging = Vestigingsnummer.Hydrate(Vestiging),
            EckId = EckId is null ? null : Domain.Shared.EckId.Hydrate(EckId),
            UwlrKey = UwlrKey,
            Stamnummer = Stamnummer is null ? null : Domain.Shared.Stamnummer.Hydrate(Stamnummer),
            IdGebr = IdGebr,
            Roepnaam = Roepnaam,
            Voorvoegsel = Voorvoegsel,
            Achternaam = Achternaam,
            Leerjaar = Leerjaar,
            Opleidingscode = Opleidingscode,
            Doelgroep = catalogus.Find(Opleiding) is { } opleiding && DoelgroepLeerjaar is { } leerjaar
                ? new Doelgroep(opleiding, leerjaar)
                : null,
        },
        Vergrendeld)
    {
        MetDeHandGearchiveerd = MetDeHandGearchiveerd,
        Vastzetting = this.ReadVastzetting(),
        SamengevoegdMet = SamengevoegdMet,
    };
}
