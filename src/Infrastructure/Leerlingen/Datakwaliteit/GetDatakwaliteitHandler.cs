using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen.Datakwaliteit;

/// <summary>Counts with a handful of statements, however large the school, as of one moment.</summary>
internal sealed class GetDatakwaliteitHandler(DbSession session, TimeProvider clock)
    : IRequestHandler<GetDatakwaliteit, Result<DatakwaliteitView>>
{
    private const string CountLeerlingen = $"""
        SELECT COUNT(*) AS Aantal, COALESCE(SUM(x.ZonderEckId), 0) AS ZonderEckId,
            COALESCE(SUM(x.ZonderDoelgroep), 0) AS ZonderDoelgroep,
            COALESCE(SUM(x.ZonderStamgroep), 0) AS ZonderStamgroep,
            COALESCE(SUM(x.VastzettingEindigt), 0) AS VastzettingEindigt,
            COALESCE(SUM(x.ZonderAchternaam), 0) AS ZonderAchternaam
        FROM (
            SELECT CASE WHEN {Kwaliteitsvoorwaarden.LeerlingZonderEckId} THEN 1 ELSE 0 END AS ZonderEckId,
                CASE WHEN {Kwaliteitsvoorwaarden.LeerlingZonderDoelgroep} THEN 1 ELSE 0 END AS ZonderDoelgroep,
                CASE WHEN {Kwaliteitsvoorwaarden.LeerlingZonderStamgroep} THEN 1 ELSE 0 END AS ZonderStamgroep,
                CASE WHEN {Kwaliteitsvoorwaarden.VastzettingEindigt} THEN 1 ELSE 0 END AS VastzettingEindigt,
                CASE WHEN {Kwaliteitsvoorwaarden.ZonderAchternaam} THEN 1 ELSE 0 END AS ZonderAchternaam
            FROM Leerlingen_Leerling AS l
            WHERE l.SchoolId = @SchoolId AND l.Status = 0) AS x;
        """;

    private const string CountDocenten = $"""
        SELECT COUNT(*) AS Aantal, COALESCE(SUM(x.ZonderEmail), 0) AS ZonderEmail,
            COALESCE(SUM(x.VastzettingEindigt), 0) AS VastzettingEindigt,
            COALESCE(SUM(x.ZonderAchternaam), 0) AS ZonderAchternaam
        FROM (
            SELECT CASE WHEN {Kwaliteitsvoorwaarden.DocentZonderEmail} THEN 1 ELSE 0 END AS ZonderEmail,
                CASE WHEN {Kwaliteitsvoorwaarden.VastzettingEindigt} THEN 1 ELSE 0 END AS VastzettingEindigt,
                CASE WHEN {Kwaliteitsvoorwaarden.ZonderAchternaam} THEN 1 ELSE 0 END AS ZonderAchternaam
            FROM Leerlingen_Docent AS l
            WHERE l.SchoolId = @SchoolId AND l.Status = 0) AS x;
        """;

    private const string CountGroepen = $"""
        SELECT COUNT(*) AS Aantal, COALESCE(SUM(x.ZonderLeerling), 0) AS ZonderLeerling,
            COALESCE(SUM(x.ZonderDocent), 0) AS ZonderDocent
        FROM (
            SELECT CASE WHEN {Kwaliteitsvoorwaarden.GroepZonderLeerling} THEN 1 ELSE 0 END AS ZonderLeerling,
                CASE WHEN {Kwaliteitsvoorwaarden.GroepZonderDocent} THEN 1 ELSE 0 END AS ZonderDocent
            FROM Leerlingen_Groep AS g
            WHERE g.SchoolId = @SchoolId AND g.Status = 0 AND g.Schooljaar = @Schooljaar) AS x;
        """;

    private const string CountRegels = """
        SELECT
            (SELECT COUNT(*) FROM Importeren_LosseRegel WHERE SchoolId = @SchoolId AND RunId = @Run AND Bron = 1)
                AS LeerlingZonderRegel,
            (SELECT COUNT(*) FROM Importeren_LosseRegel WHERE SchoolId = @SchoolId AND RunId = @Run AND Bron = 2)
                AS RegelZonderLeerling,
            (SELECT COUNT(*) FROM Importeren_Regel WHERE SchoolId = @SchoolId AND RunId = @Run AND Soort IN (6, 7))
                AS NietHerkend;
        """;

    public async Task<Result<DatakwaliteitView>> Handle(
        GetDatakwaliteit request, CancellationToken cancellationToken) =>
        await session.ReadAtOnceAsync(() => ReadAsync(request, cancellationToken), cancellationToken);

    private async Task<DatakwaliteitView> ReadAsync(GetDatakwaliteit request, CancellationToken ct)
    {
        var peiling = await Peiling.ReadAsync(session, request.SchoolId, request.Schooljaar, clock, ct);
        var parameters = new
        {
            request.SchoolId,
            Schooljaar = peiling.Schooljaar.Begin,
            Gevraagd = request.Schooljaar?.Begin,
            Huidig = clock.CurrentSchooljaar().Begin,
            peiling.Run,
            Eind = PinColumns.WriteDay(clock.Today().AddDays(Vastzetting.DagenTevoren)),
        };
        var leerlingen = (await session.FindAsync<Leerlingtelling>(CountLeerlingen, parameters, ct))!;
        var docenten = (await session.FindAsync<Docenttelling>(CountDocenten, parameters, ct))!;
        var groepen = (await session.FindAsync<Groeptelling>(CountGroepen, parameters, ct))!;
        var regels = (await session.FindAsync<Regeltelling>(CountRegels, parameters, ct))!;
        var leerlingsleutels = await Dubbelen.ReadLeerlingenAsync(session, request.SchoolId, ct);
        var docentsleutels = await Dubbelen.ReadDocentenAsync(session, request.SchoolId, ct);
        var verschillen = await VerschilStore.LoadAsync(session, request.SchoolId, ct);
        return new DatakwaliteitView(
            peiling.Schooljaar.ToString(),
            leerlingen.Aantal,
            docenten.Aantal,
            groepen.Aantal,
            peiling.Run?.Value,
            peiling.Vergeleken,
            [
                new(Kwaliteitssoort.LeerlingZonderEckId, leerlingen.ZonderEckId),
                new(Kwaliteitssoort.LeerlingZonderDoelgroep, leerlingen.ZonderDoelgroep),
                new(Kwaliteitssoort.LeerlingZonderStamgroep, leerlingen.ZonderStamgroep),
                new(Kwaliteitssoort.LeerlingDubbeleNaam, Dubbelzoeker.FindNames(leerlingsleutels, verschillen).Count),
                new(Kwaliteitssoort.LeerlingGelijkendeSleutel, Dubbelzoeker.FindKeys(leerlingsleutels, verschillen).Count),
                new(Kwaliteitssoort.DocentZonderEmail, docenten.ZonderEmail),
                new(Kwaliteitssoort.DocentDubbeleNaam, Dubbelzoeker.FindNames(docentsleutels, verschillen).Count),
                new(Kwaliteitssoort.DocentGelijkendeSleutel, Dubbelzoeker.FindKeys(docentsleutels, verschillen).Count),
                new(Kwaliteitssoort.GroepZonderLeerling, groepen.ZonderLeerling),
                new(Kwaliteitssoort.GroepZonderDocent, groepen.ZonderDocent),
                new(Kwaliteitssoort.LeerlingZonderRegel, regels.LeerlingZonderRegel),
                new(Kwaliteitssoort.RegelZonderLeerling, regels.RegelZonderLeerling),
                new(Kwaliteitssoort.NietHerkend, regels.NietHerkend),
                new(Kwaliteitssoort.LeerlingVastzettingEindigt, leerlingen.VastzettingEindigt),
                new(Kwaliteitssoort.DocentVastzettingEindigt, docenten.VastzettingEindigt),
                new(Kwaliteitssoort.LeerlingZonderAchternaam, leerlingen.ZonderAchternaam),
                new(Kwaliteitssoort.DocentZonderAchternaam, docenten.ZonderAchternaam),
            ]);
    }

    private sealed class Leerlingtelling
    {
        public required int Aantal { get; init; }

        public required int ZonderEckId { get; init; }

        public required int ZonderDoelgroep { get; init; }

        public required int ZonderStamgroep { get; init; }

        public required int VastzettingEindigt { get; init; }

        public required int ZonderAchternaam { get; init; }
    }

    private sealed class Docenttelling
    {
        public required int Aantal { get; init; }

        public required int ZonderEmail { get; init; }

        public required int VastzettingEindigt { get; init; }

        public required int ZonderAchternaam { get; init; }
    }

    private sealed class Groeptelling
    {
        public required int Aantal { get; init; }

        public required int ZonderLeerling { get; init; }

        public required int ZonderDocent { get; init; }
    }

    private sealed class Regeltelling
    {
        public required int LeerlingZonderRegel { get; init; }

        public required int RegelZonderLeerling { get; init; }

        public required int NietHerkend { get; init; }
    }
}
