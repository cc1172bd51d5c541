using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Scholen;

internal sealed class ListScholenHandler(DbSession session, ICallerAccessor caller)
    : IRequestHandler<ListScholen, Result<Page<SchoolView>>>
{
    public async Task<Result<Page<SchoolView>>> Handle(ListScholen request, CancellationToken cancellationToken)
    {
        var page = await SchoolPageReader.ReadAsync(
            session, request.Page, caller.Current.Scholen, request.Brin, request.ShowClosed, cancellationToken);
        return page.Map(schools => new Page<SchoolView>([.. schools.Items.Select(SchoolView.Of)], schools.Next));
    }
}
