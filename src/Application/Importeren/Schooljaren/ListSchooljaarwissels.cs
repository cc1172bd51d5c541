using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Asks for the changes of school year of all schools that the caller may see, in the order of their registration.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Schooljaar">The school year that begins; null for the one at hand.</param>
/// <param name="Staten">Only schools that are this far; none for all.</param>
/// <param name="Wacht">Only schools with a run of the year that waits for a person.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListSchooljaarwissels(
    PageRequest Page, Schooljaar? Schooljaar, IReadOnlyList<Wisselstaat> Staten, bool Wacht) : IQuery<Page<WisselView>>;

internal sealed class ListSchooljaarwisselsHandler(
    IOpenSchools scholen, IWisselgegevensReader gegevens, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<ListSchooljaarwissels, Result<Page<WisselView>>>
{
    private const int AtOnce = 200;

    public async Task<Result<Page<WisselView>>> Handle(
        ListSchooljaarwissels request, CancellationToken cancellationToken)
    {
        var vandaag = clock.Today();
        var jaar = request.Schooljaar ?? Schooljaarwissel.JaarOp(vandaag);
        var (found, after) = (new List<WisselView>(), request.Page.After);
        do
        {
            var page = await scholen.ListAsync(new PageRequest(AtOnce, after), caller.Current.Scholen, cancellationToken);
            if (!page.IsOk)
            {
                return page.Error;
            }

            foreach (var view in await ShowAsync(page.Value.Items, jaar, vandaag, cancellationToken))
            {
                if (Matches(view, request))
                {
                    found.Add(view);
                }

                if (found.Count == request.Page.Size)
                {
                    var isLast = page.Value.Next is null && view.SchoolId == page.Value.Items[^1].Id.Value;
                    return new Page<WisselView>(found, isLast ? null : scholen.TokenAfter(new SchoolId(view.SchoolId)));
                }
            }

            after = page.Value.Next;
        }
        while (after is not null);

        return new Page<WisselView>(found, null);
    }

    private async Task<IEnumerable<WisselView>> ShowAsync(
        IReadOnlyList<School> page, Schooljaar jaar, DateOnly vandaag, CancellationToken ct)
    {
        var known = await gegevens.LoadAsync([.. page.Select(s => s.Id)], jaar, ct);
        return page.Select(school => WisselView.Of(school, known[school.Id], vandaag));
    }

    private static bool Matches(WisselView view, ListSchooljaarwissels request) =>
        (request.Staten.Count == 0 || request.Staten.Contains(view.Staat)) && (!request.Wacht || view.Wachtend.Count > 0);
}
