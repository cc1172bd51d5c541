using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using MediatR;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>Asks for a page of the open schools with a koppeling: when each is synced next, and how it went last.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Uitkomst">Only schools whose newest ronde came to this; null for all.</param>
/// <param name="Gepauzeerd">Only schools that are paused.</param>
/// <param name="School">Only this school; null for all.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListSyncs(PageRequest Page, Rondeuitkomst? Uitkomst, bool Gepauzeerd, SchoolId? School)
    : IQuery<Page<Syncregel>>;

/// <summary>Asks for a page of a school's rondes, newest first.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListRondes(SchoolId SchoolId, PageRequest Page) : IQuery<Page<RondeView>>, ISchoolRequest;

/// <summary>Asks for what a school wants of its sync.</summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetSyncbeleid(SchoolId SchoolId) : IQuery<SyncbeleidView>, ISchoolRequest;

internal sealed class GetSyncbeleidHandler(IOpenSchools scholen, ISyncbeleidRepository repository)
    : IRequestHandler<GetSyncbeleid, Result<SyncbeleidView>>
{
    public async Task<Result<SyncbeleidView>> Handle(GetSyncbeleid request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        return school.IsOk
            ? SyncbeleidView.Of(await repository.GetAsync(request.SchoolId, cancellationToken))
            : school.Error;
    }
}
