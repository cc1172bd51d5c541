using System.Globalization;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Koppelingen;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

internal sealed class ListRondesHandler(DbSession session) : IRequestHandler<ListRondes, Result<Page<RondeView>>>
{
    private const string List = $"""
        SELECT {RondeRow.Shown}
        FROM Synchronisatie_Ronde AS r
        WHERE r.SchoolId = @SchoolId
            AND (@Newest = 1 OR r.Gevraagd < @Gevraagd OR (r.Gevraagd = @Gevraagd AND r.Volgnummer < @Volgnummer))
        ORDER BY r.Gevraagd DESC, r.Volgnummer DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<RondeView>>> Handle(ListRondes request, CancellationToken cancellationToken)
    {
        var isFirst = request.Page.After is null;
        var ticks = 0L;
        if (PageTokens.ReadKey(request.Page) is not { } before
            || (!isFirst && !long.TryParse(before.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ticks))
            || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new
        {
            request.SchoolId,
            Newest = isFirst ? 1 : 0,
            Gevraagd = new DateTimeOffset(ticks, TimeSpan.Zero),
            Volgnummer = before.Number,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<RondeRow>(List, parameters, cancellationToken);
        return PageTokens.ToPage(
            [.. rows.Select(r => RondeView.Of(r.ToRonde()))],
            request.Page,
            r => (r.Gevraagd.UtcTicks.ToString(CultureInfo.InvariantCulture), r.Volgnummer));
    }
}

internal sealed class ListSyncsHandler(
    DbSession session, ICallerAccessor caller, Syncinstellingen instellingen, TimeProvider clock)
    : IRequestHandler<ListSyncs, Result<Page<Syncregel>>>
{
    private const string IsNewest = """
        NOT EXISTS (
            SELECT 1 FROM Synchronisatie_Ronde AS n
            WHERE n.SchoolId = r.SchoolId
                AND (n.Gevraagd > r.Gevraagd OR (n.Gevraagd = r.Gevraagd AND n.Volgnummer > r.Volgnummer)))
        """;

    private const string List = $"""
        SELECT k.SchoolId, s.Naam, s.Brin, b.PauzeMoment, b.PauzeDoor, b.PauzeReden,
            CASE WHEN {KoppelingSql.IsGeactiveerd} THEN 1 ELSE 0 END AS IsGeactiveerd,
            (SELECT MAX(r.Nacht) FROM Synchronisatie_Ronde AS r WHERE r.SchoolId = k.SchoolId AND r.Volgnummer = 0)
                AS LaatsteNacht
        FROM Koppelingen_Koppeling AS k
        INNER JOIN Scholen_School AS s ON s.Id = k.SchoolId
        LEFT JOIN Synchronisatie_Beleid AS b ON b.SchoolId = k.SchoolId
        WHERE k.SchoolId > @After
            AND s.Gesloten IS NULL
            AND (@Alle = 1 OR k.SchoolId IN @Scholen)
            AND (@Gepauzeerd = 0 OR b.PauzeMoment IS NOT NULL)
            AND (@Uitkomst IS NULL OR @Uitkomst = (
                SELECT r.Uitkomst FROM Synchronisatie_Ronde AS r WHERE r.SchoolId = k.SchoolId AND {IsNewest}))
        ORDER BY k.SchoolId
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string ListNewest = $"""
        SELECT {RondeRow.Shown}
        FROM Synchronisatie_Ronde AS r
        WHERE r.SchoolId IN @Scholen AND {IsNewest};
        """;

    public async Task<Result<Page<Syncregel>>> Handle(ListSyncs request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var bound = request.School is { } one
            ? new HashSet<SchoolId> { one }.Where(id => caller.Current.Scholen?.Contains(id) ?? true)
            : caller.Current.Scholen;
        var parameters = new
        {
            After = after,
            Alle = bound is null ? 1 : 0,
            Scholen = TypeHandlers.ToList(bound?.Select(id => id.Value) ?? []),
            Gepauzeerd = request.Gepauzeerd ? 1 : 0,
            Uitkomst = (int?)request.Uitkomst,
            Poort.Activatie,
            Poortstatus.Bevestigd,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<Row>(List, parameters, cancellationToken);
        var newest = await ListNewestAsync(rows, cancellationToken);
        var now = clock.GetUtcNow();
        return PageTokens.ToPage(
            [.. rows.Select(r => r.ToRegel(instellingen.Venster, newest.GetValueOrDefault(r.SchoolId), now))],
            request.Page,
            regel => regel.SchoolId);
    }

    private async Task<Dictionary<SchoolId, Ronde>> ListNewestAsync(IReadOnlyList<Row> rows, CancellationToken ct)
    {
        var parameters = new { Scholen = TypeHandlers.ToList(rows.Select(r => r.SchoolId.Value)) };
        var found = await session.QueryAsync<RondeRow>(ListNewest, parameters, ct);
        return found.ToDictionary(r => r.SchoolId, r => r.ToRonde());
    }

    private sealed class Row
    {
        public required SchoolId SchoolId { get; init; }

        public required string Naam { get; init; }

        public required string Brin { get; init; }

        public DateTimeOffset? PauzeMoment { get; init; }

        public string? PauzeDoor { get; init; }

        public string? PauzeReden { get; init; }

        public bool IsGeactiveerd { get; init; }

        public int? LaatsteNacht { get; init; }

        public Syncregel ToRegel(Nachtvenster venster, Ronde? newest, DateTimeOffset now) => new(
            SchoolId.Value,
            Naam,
            Brin,
            PauzeMoment is { } moment ? new Feit(moment, PauzeDoor!, PauzeReden!) : null,
            IsGeactiveerd && PauzeMoment is null ? VolgendeVan(venster, now) : null,
            newest is null ? null : RondeView.Of(newest));

        private DateTimeOffset VolgendeVan(Nachtvenster venster, DateTimeOffset now) => venster.VolgendeVan(
            SchoolId, now, LaatsteNacht is { } nacht ? DateOnly.FromDayNumber(nacht) : null);
    }
}
