using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Asks for one layout of columns.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Naam">Its name, in any case.</param>
[RequiresScope(Scopes.Import)]
public sealed record GetKolomindeling(SchoolId SchoolId, string Naam) : IQuery<KolomindelingView>, ISchoolRequest;

/// <summary>Asks for a page of a school's layouts of columns, by name.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Import)]
public sealed record ListKolomindelingen(SchoolId SchoolId, PageRequest Page)
    : IQuery<Page<KolomindelingView>>, ISchoolRequest;

internal sealed class GetKolomindelingHandler(IKolomindelingRepository indelingen)
    : IRequestHandler<GetKolomindeling, Result<KolomindelingView>>
{
    public async Task<Result<KolomindelingView>> Handle(GetKolomindeling request, CancellationToken cancellationToken) =>
        await indelingen.FindAsync(request.SchoolId, request.Naam, cancellationToken) is { } indeling
            ? KolomindelingView.Of(indeling)
            : new KolomindelingOnbekend(request.Naam);
}
