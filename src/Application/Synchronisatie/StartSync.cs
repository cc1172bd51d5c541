using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using MediatR;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>
/// Asks for a sync of a school now, beside that of the night, and also when that is paused. When one is open already,
/// that is the answer; if it rests after a try that failed, it rests no longer.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record StartSync(SchoolId SchoolId, Guid? RequestId) : ICommand<RondeView>, ISchoolRequest;

internal sealed class StartSyncHandler(
    IOpenSchools scholen,
    Nachtkoppeling koppelingen,
    IRondeRepository rondes,
    ISyncwekker wekker,
    Syncinstellingen instellingen,
    IUnitOfWork work,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<StartSync, Result<RondeView>>
{
    public async Task<Result<RondeView>> Handle(StartSync request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        var ready = school.IsOk ? await koppelingen.CheckAsync(request.SchoolId, cancellationToken) : school.Error;
        if (!ready.IsOk)
        {
            return ready.Error;
        }

        var now = clock.GetUtcNow();
        var open = await rondes.ListOpenAsync(request.SchoolId, cancellationToken);

        // One of a night that is over is ended without another try.
        var ronde = open.FirstOrDefault(found => !(instellingen.EindeVan(found) < now));
        if (ronde is not null)
        {
            ronde = ronde with { NietVoor = null };
            if (!await rondes.WakeAsync(ronde, cancellationToken))
            {
                return new RondeNetVerder(request.SchoolId);
            }
        }
        else
        {
            var dag = clock.Today();
            ronde = new Ronde
            {
                SchoolId = request.SchoolId,
                Nacht = dag,
                Volgnummer = 1
                    + await rondes.FindLaatsteVolgnummerAsync(request.SchoolId, dag, cancellationToken),
                GevraagdDoor = caller.Current.Subject,
                Gevraagd = now,
            };
            if (!await rondes.AddAsync(ronde, cancellationToken))
            {
                return new RondeGewijzigd(request.SchoolId);
            }
        }

        work.OnCommitted(() => wekker.Wake(request.SchoolId));
        return RondeView.Of(ronde);
    }
}
