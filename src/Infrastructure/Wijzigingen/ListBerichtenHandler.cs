using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

internal sealed class ListBerichtenHandler(
    DbSession session, IOpenSchools scholen, IBerichtinstellingRepository instellingen, TimeProvider clock)
    : IRequestHandler<ListBerichten, Result<Page<BerichtView>>>
{
    private const string List = """
        SELECT Id, AdresId, Kanaal, Staat, Gemaakt, Pogingen, EerstePoging, Beeindigd, FoutCode, FoutTekst
        FROM Wijzigingen_Bericht
        WHERE SchoolId = @SchoolId AND (@Newest = 1 OR Id < @Before)
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<BerichtView>>> Handle(ListBerichten request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } before)
        {
            return PageTokenOngeldig.Default;
        }

        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var parameters = new
        {
            request.SchoolId,
            Newest = request.Page.After is null ? 1 : 0,
            Before = before,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<BerichtRow>(List, parameters, cancellationToken);
        var ids = TypeHandlers.ToList(rows.Select(row => row.Id));
        var regels = (await session.QueryAsync<BerichtregelRow>(
            BerichtregelRow.List, new { request.SchoolId, Ids = ids }, cancellationToken)).ToLookup(r => r.BerichtId);
        var instelling = await instellingen.GetAsync(request.SchoolId, cancellationToken);
        var adressen = (await instellingen.ListAdressenAsync(request.SchoolId, cancellationToken))
            .ToDictionary(a => a.Id);
        return PageTokens.ToPage(
            [.. rows.Select(row => Show(row, regels[row.Id], instelling, adressen.GetValueOrDefault(row.AdresId)))],
            request.Page,
            bericht => bericht.Id);
    }

    private BerichtView Show(
        BerichtRow row, IEnumerable<BerichtregelRow> regels, Berichtinstelling instelling, Berichtadres? adres)
    {
        var isOpen = row.Staat is Berichtstaat.Verzamelt or Berichtstaat.Onderweg;
        return new BerichtView(
            row.Id,
            row.Kanaal,
            adres?.Adres ?? "",
            row.Staat,
            row.Gemaakt,
            row.Pogingen,
            row.Beeindigd,
            isOpen && instelling.Aan ? adres?.VolgendeOp(instelling.Uur, clock.GetUtcNow()) : null,
            row.FoutCode is null ? null : new Berichtfout(row.FoutCode, row.FoutTekst!),
            [.. regels.Select(r => r.ToAanleiding())]);
    }
}
