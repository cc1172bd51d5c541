using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Reads the rows of a run.</summary>
internal static class RegelPages
{
    private const int LargestPage = 500;

    /// <summary>The first page, or all of them as one answer.</summary>
    /// <param name="imports">The API.</param>
    /// <param name="request">Which rows; its page size holds for the first page only.</param>
    /// <param name="all">Whether all pages are read.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<ListImportRegelsResponse> ReadRegelsAsync(
        this ImportService.ImportServiceClient imports, ListImportRegelsRequest request, bool all, CancellationToken ct)
    {
        if (!all)
        {
            return await imports.ListImportRegelsAsync(request, cancellationToken: ct);
        }

        var together = new ListImportRegelsResponse();
        var next = request.Clone();
        next.PageSize = LargestPage;
        do
        {
            var page = await imports.ListImportRegelsAsync(next, cancellationToken: ct);
            together.Regels.AddRange(page.Regels);
            together.Leerplanverschillen.Add(page.Leerplanverschillen.Except(together.Leerplanverschillen));
            next.PageToken = page.NextPageToken;
        }
        while (next.PageToken.Length > 0);

        return together;
    }
}
