using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

internal sealed class BerichtStore(DbSession session) : IBerichtStore
{
    private const string ListDue = $"""
        SELECT {BerichtadresRow.Columns}
        FROM Wijzigingen_Adres AS a
        INNER JOIN Wijzigingen_Instelling AS i ON i.SchoolId = a.SchoolId
        WHERE i.Aan = 1 AND i.Uur <= @Uur AND a.Verwijderd IS NULL
            AND (a.LaatsteDag IS NULL OR a.LaatsteDag < @Vandaag)
            AND (a.NietVoor IS NULL OR a.NietVoor <= @Now)
            AND a.BezetTot <= @Now
            AND EXISTS (
                SELECT 1
                FROM Wijzigingen_Bericht AS b
                WHERE b.SchoolId = a.SchoolId AND b.AdresId = a.Id AND b.Staat < 3)
        ORDER BY a.SchoolId, a.Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string Take = """
        UPDATE Wijzigingen_Adres
        SET Nummer = Nummer + 1, BezetTot = @Tot, Volgend = @Volgend
        WHERE SchoolId = @SchoolId AND Id = @Id AND Nummer = @Nummer AND BezetTot <= @Now
            AND Verwijderd IS NULL;
        """;

    private const string Begin = """
        UPDATE Wijzigingen_Bericht
        SET Staat = @Onderweg, Pogingen = Pogingen + 1, EerstePoging = COALESCE(EerstePoging, @Now)
        WHERE SchoolId = @SchoolId AND AdresId = @Id AND Staat < 3;
        """;

    private const string ListBegun = """
        SELECT Id, AdresId, Kanaal, Staat, Gemaakt, Pogingen, EerstePoging, Beeindigd, FoutCode, FoutTekst
        FROM Wijzigingen_Bericht
        WHERE SchoolId = @SchoolId AND AdresId = @Id AND Staat = @Onderweg AND Staat < 3
        ORDER BY Volgnummer, Id;
        """;

    private const string LetGo = """
        UPDATE Wijzigingen_Adres
        SET BezetTot = @Now, LaatsteDag = @LaatsteDag, NietVoor = @NietVoor, Mislukt = @Mislukt, FoutCode = @FoutCode,
            FoutTekst = @FoutTekst, FoutMoment = @FoutMoment
        WHERE SchoolId = @SchoolId AND Id = @Id AND Nummer = @Nummer;
        """;

    private const string End = """
        UPDATE Wijzigingen_Bericht
        SET Staat = @Staat, Beeindigd = @Beeindigd, FoutCode = @FoutCode, FoutTekst = @FoutTekst
        WHERE SchoolId = @SchoolId AND Id IN @Ids AND Staat < 3;
        """;

    public async Task<IReadOnlyList<Berichtadres>> ListDueAsync(DateTimeOffset now, int take, CancellationToken ct)
    {
        var klok = Nederland.KlokOp(now);
        var parameters = new
        {
            Now = now,
            Uur = klok.Hour,
            Vandaag = DateOnly.FromDateTime(klok).DayNumber,
            Take = take,
        };
        return [.. (await session.QueryAsync<BerichtadresRow>(ListDue, parameters, ct)).Select(row => row.ToAdres())];
    }

    public async Task<bool> BeginAsync(
        Berichtadres adres, Guid volgend, DateTimeOffset now, DateTimeOffset tot, CancellationToken ct)
    {
        var parameters = new
        {
            adres.SchoolId,
            adres.Id,
            adres.Nummer,
            Volgend = volgend,
            Now = now,
            Tot = tot,
            Berichtstaat.Onderweg,
        };
        return await session.ExecuteAsync(Take, parameters, ct) == 1
            && await session.ExecuteAsync(Begin, parameters, ct) > 0;
    }

    public async Task<IReadOnlyList<Bericht>> ListBegunAsync(Berichtadres adres, CancellationToken ct)
    {
        var parameters = new { adres.SchoolId, adres.Id, Berichtstaat.Onderweg };
        var rows = await session.QueryAsync<BerichtRow>(ListBegun, parameters, ct);
        var ids = TypeHandlers.ToList(rows.Select(row => row.Id));
        var regels = (await session.QueryAsync<BerichtregelRow>(
            BerichtregelRow.List, new { adres.SchoolId, Ids = ids }, ct)).ToLookup(r => r.BerichtId, r => r.ToAanleiding());
        return [.. rows.Select(row => row.ToBericht(regels[row.Id]))];
    }

    public async Task<IReadOnlyList<Verteld>> ListVerteldAsync(Berichtadres adres, CancellationToken ct)
    {
        var rows = await session.QueryAsync<VerteldRow>(VerteldRow.List, new { adres.SchoolId, adres.Id }, ct);
        return [.. rows.Select(row => row.ToVerteld())];
    }

    public async Task<bool> EndAsync(Poging poging, DateTimeOffset now, CancellationToken ct)
    {
        var adres = poging.Adres;
        var parameters = new
        {
            adres.SchoolId,
            adres.Id,
            adres.Nummer,
            Now = now,
            LaatsteDag = adres.LaatsteDag?.DayNumber,
            adres.NietVoor,
            adres.Mislukt,
            FoutCode = adres.Fout?.Code,
            FoutTekst = adres.Fout?.Tekst,
            adres.FoutMoment,
        };
        if (await session.ExecuteAsync(LetGo, parameters, ct) != 1)
        {
            return false;
        }

        foreach (var same in poging.Berichten.GroupBy(b => b.Staat))
        {
            await EndAsync(adres, same.Key, same, now, ct);
        }

        await NoteAsync(adres, poging.Verteld, ct);
        return true;
    }

    private async Task NoteAsync(Berichtadres adres, IReadOnlyList<Verteld> verteld, CancellationToken ct)
    {
        if (verteld.Count > 0)
        {
            var parameters = new { adres.SchoolId, adres.Id, Soorten = verteld.Select(v => (int)v.Soort).ToArray() };
            await session.ExecuteAsync(VerteldRow.Remove, parameters, ct);
            await session.BulkInsertAsync(VerteldRow.Table(adres), verteld, ct);
        }
    }

    private Task<int> EndAsync(
        Berichtadres adres, Berichtstaat staat, IEnumerable<Bericht> berichten, DateTimeOffset now, CancellationToken ct)
    {
        var parameters = new
        {
            adres.SchoolId,
            Ids = TypeHandlers.ToList(berichten.Select(b => b.Id)),
            Staat = staat,
            Beeindigd = staat == Berichtstaat.Onderweg ? (DateTimeOffset?)null : now,
            FoutCode = adres.Fout?.Code,
            FoutTekst = adres.Fout?.Tekst,
        };
        return session.ExecuteAsync(End, parameters, ct);
    }
}
