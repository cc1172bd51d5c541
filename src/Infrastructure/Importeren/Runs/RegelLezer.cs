using System.Globalization;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

/// <summary>Reads the rows of a run as they are listed, for requests that were authorized already.</summary>
internal sealed class RegelLezer(IRequestHandler<ListImportRegels, Result<ImportRegelsView>> regels)
{
    /// <summary>Some rows after a number.</summary>
    public async Task<Result<Page<ImportRegelView>>> ReadAsync(ListImportRegels request, CancellationToken ct) =>
        (await regels.Handle(request, ct)).Map(view => view.Page);

    /// <summary>All rows of a run.</summary>
    public async Task<Result<IReadOnlyList<ImportRegelView>>> ReadAllAsync(ImportRun run, CancellationToken ct)
    {
        var all = new List<ImportRegelView>();
        var request = new ListImportRegels(
            run.SchoolId, run.Id, new PageRequest(PageRequest.MaxSize, null), [], null, MetMelding: false);
        while (true)
        {
            var page = await ReadAsync(request, ct);
            if (!page.IsOk)
            {
                return page.Error;
            }

            all.AddRange(page.Value.Items);
            if (page.Value.Next is not { } next)
            {
                return all;
            }

            request = request with { Page = request.Page with { After = next } };
        }
    }

    /// <summary>The token of the page after a row.</summary>
    public static string After(int nummer) => nummer.ToString(CultureInfo.InvariantCulture);
}
