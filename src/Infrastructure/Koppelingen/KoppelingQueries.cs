using System.Text.Json.Serialization;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Koppelingen;

internal sealed class GetKoppelingHandler(DbSession session, IKurveInstellingen kurve)
    : IRequestHandler<GetKoppeling, Result<KoppelingDetails>>
{
    private const string Geschiedenis = """
        SELECT Poort, Van, Naar, Moment, Door, Bewijs
        FROM Koppelingen_Gebeurtenis
        WHERE SchoolId = @SchoolId
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const int Shown = 100;

    public async Task<Result<KoppelingDetails>> Handle(GetKoppeling request, CancellationToken cancellationToken)
    {
        var found = await KoppelingRow.LoadAsync(session, [request.SchoolId], kurve, cancellationToken);
        if (found.Count == 0)
        {
            return new KoppelingOnbekend(request.SchoolId);
        }

        var parameters = new { request.SchoolId, Take = Shown };
        var rows = await session.QueryAsync<GebeurtenisRow>(Geschiedenis, parameters, cancellationToken);
        return new KoppelingDetails(
            KoppelingView.Of(found[0]), [.. rows.Select(r => r.ToGebeurtenis())], found[0].LaatsteProef);
    }

    private sealed class GebeurtenisRow
    {
        public required Poort Poort { get; init; }

        public required Poortstatus Van { get; init; }

        public required Poortstatus Naar { get; init; }

        public required DateTimeOffset Moment { get; init; }

        public required string Door { get; init; }

        public required string Bewijs { get; init; }

        public Poortgebeurtenis ToGebeurtenis() => new(Poort, Van, Naar, new Feit(Moment, Door, Bewijs));
    }
}

internal sealed class ListKoppelingenHandler(DbSession session, ICallerAccessor caller, IKurveInstellingen kurve)
    : IRequestHandler<ListKoppelingen, Result<Page<KoppelingRegel>>>
{
    private const string List = $"""
        SELECT k.SchoolId, s.Naam, s.Brin, p.Moment AS LaatsteProef, COALESCE(p.Geslaagd, 0) AS ProefGeslaagd
        FROM Koppelingen_Koppeling AS k
        INNER JOIN Scholen_School AS s ON s.Id = k.SchoolId
        LEFT JOIN Koppelingen_Proef AS p ON p.SchoolId = k.SchoolId
        WHERE k.SchoolId > @After
            AND s.Gesloten IS NULL
            AND (@Alle = 1 OR k.SchoolId IN @Scholen)
            AND (@ProefMislukt = 0 OR p.Geslaagd = 0)
            AND (@Sinds IS NULL OR p.Moment IS NULL OR p.Moment < @Sinds)
            AND (@Poort IS NULL OR @Status IS NULL OR @Status = COALESCE(
                (SELECT g.Status FROM Koppelingen_Poort AS g WHERE g.SchoolId = k.SchoolId AND g.Poort = @Poort), @Open))
            AND (@Poort IS NULL OR @Status IS NOT NULL OR NOT EXISTS (
                SELECT 1 FROM Koppelingen_Poort AS g
                WHERE g.SchoolId = k.SchoolId AND g.Poort = @Poort AND g.Status = @Bevestigd))
            AND (@Staat IS NULL OR @Staat = CASE
                WHEN k.OpgeschortMoment IS NOT NULL THEN @Opgeschort
                WHEN @AllePoorten = {KoppelingSql.Bevestigd} THEN @Actief
                ELSE @InOpbouw END)
        ORDER BY k.SchoolId
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<KoppelingRegel>>> Handle(
        ListKoppelingen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var bound = caller.Current.Scholen;
        var filter = request.Filter;
        var parameters = new
        {
            After = after,
            Alle = bound is null ? 1 : 0,
            Scholen = TypeHandlers.ToList(bound?.Select(id => id.Value) ?? []),
            ProefMislukt = filter.ProefMislukt ? 1 : 0,
            Sinds = filter.NietBeproefdSinds,
            Poort = (int?)filter.Poort,
            Status = (int?)filter.Status,
            Staat = (int?)filter.Staat,
            Poortstatus.Open,
            Poortstatus.Bevestigd,
            AllePoorten = Poortstand.Begin.Count,
            Koppelstaat.InOpbouw,
            Koppelstaat.Actief,
            Koppelstaat.Opgeschort,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<Row>(List, parameters, cancellationToken);
        var koppelingen = await KoppelingRow.LoadAsync(
            session, rows.Select(r => r.SchoolId), kurve, cancellationToken);
        var bySchool = koppelingen.ToDictionary(k => k.SchoolId, KoppelingView.Of);
        return PageTokens.ToPage(
            [.. rows.Select(r => r.ToRegel(bySchool[r.SchoolId]))], request.Page, regel => regel.Koppeling.SchoolId);
    }

    private sealed class Row
    {
        public required SchoolId SchoolId { get; init; }

        public required string Naam { get; init; }

        public required string Brin { get; init; }

        public DateTimeOffset? LaatsteProef { get; init; }

        public bool ProefGeslaagd { get; init; }

        public KoppelingRegel ToRegel(KoppelingView koppeling) =>
            new(Naam, Brin, koppeling, LaatsteProef, ProefGeslaagd);
    }
}

/// <summary>Reads and writes what koppelingen store as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Controle[]))]
internal sealed partial class KoppelingJson : JsonSerializerContext;
