using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Opleidingen;

internal sealed class ListVertalingenHandler(DbSession session, Opleidingscatalogus catalogus)
    : IRequestHandler<ListVertalingen, Result<Page<VertalingView>>>
{
    private const string List = """
        SELECT SchoolId, Code, Vanaf, Tot, Schrijfwijze, Opleiding, Door, Gewijzigd, Versie
        FROM Opleidingen_Vertaling
        WHERE SchoolId = @SchoolId
            AND (Code > @AfterCode OR (Code = @AfterCode AND Vanaf > @AfterVanaf))
            AND (@Schooljaar IS NULL OR (Vanaf <= @Schooljaar AND (Tot IS NULL OR Tot >= @Schooljaar)))
        ORDER BY Code, Vanaf
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<VertalingView>>> Handle(ListVertalingen request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadKey(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new
        {
            request.SchoolId,
            AfterCode = after.Text,
            AfterVanaf = after.Number,
            Schooljaar = request.Schooljaar?.Begin,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<VertalingRow>(List, parameters, cancellationToken);
        var page = PageTokens.ToPage(rows, request.Page, row => (row.Code, row.Vanaf));
        return new Page<VertalingView>(
            [.. page.Items.Select(row => VertalingView.Of(row.ToVertaling(catalogus)))], page.Next);
    }
}
