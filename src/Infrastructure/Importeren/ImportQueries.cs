using System.Text.Json;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Importeren;

internal sealed class ListImportRunsHandler(DbSession session)
    : IRequestHandler<ListImportRuns, Result<Page<ImportRunView>>>
{
    private const string List = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND (@Newest = 1 OR Id < @Before)
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<ImportRunView>>> Handle(ListImportRuns request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } before)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new
        {
            request.SchoolId,
            Newest = request.Page.After is null ? 1 : 0,
            Before = before,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<ImportRunRow>(List, parameters, cancellationToken);
        return PageTokens.ToPage([.. rows.Select(r => ImportRunView.Of(r.ToRun()))], request.Page, run => run.Id);
    }
}

internal sealed class ListImportRegelsHandler(DbSession session, IImportRunRepository runs)
    : IRequestHandler<ListImportRegels, Result<Page<ImportRegelView>>>
{
    private const string List = """
        SELECT Nummer, Persoon, Soort, AccountId, Inhoud
        FROM Importeren_Regel
        WHERE SchoolId = @SchoolId AND RunId = @ImportRunId AND Nummer > @After
            AND (@AlleSoorten = 1 OR Soort IN @Soorten)
            AND (@Persoon IS NULL OR Persoon = @Persoon)
            AND (@MetMelding = 0 OR HeeftMelding = 1)
        ORDER BY Nummer
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<ImportRegelView>>> Handle(
        ListImportRegels request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadNumber(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        if (await runs.FindAsync(request.SchoolId, request.ImportRunId, cancellationToken) is null)
        {
            return new ImportRunOnbekend(request.ImportRunId);
        }

        var parameters = new
        {
            request.SchoolId,
            request.ImportRunId,
            After = after,
            AlleSoorten = request.Soorten.Count == 0 ? 1 : 0,
            Soorten = request.Soorten.Select(s => (int)s).ToArray(),
            Persoon = (int?)request.Persoon,
            MetMelding = request.MetMelding ? 1 : 0,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<Row>(List, parameters, cancellationToken);
        return PageTokens.ToPage([.. rows.Select(r => r.ToView())], request.Page, regel => regel.Nummer);
    }

    private sealed class Row
    {
        public required int Nummer { get; init; }

        public required Persoonssoort Persoon { get; init; }

        public required RegelSoort Soort { get; init; }

        public AccountId? AccountId { get; init; }

        public required byte[] Inhoud { get; init; }

        public ImportRegelView ToView()
        {
            var inhoud = JsonSerializer.Deserialize(Inhoud, ImportJson.Default.RegelJson)!;
            return new ImportRegelView(
                Nummer,
                Persoon,
                Soort,
                AccountId?.Value,
                inhoud.Persoon.Naam,
                inhoud.Persoon.Stamgroep?.ToSleutel().Key,
                inhoud.Persoon.Doelgroep?.ToString(),
                inhoud.Wijzigingen ?? [],
                inhoud.Meldingen ?? []);
        }
    }
}
