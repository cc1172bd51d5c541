using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>
/// Diagnoses a school's koppeling live, and moves the gates that this proves or refutes. No command: it takes as long
/// as Magister takes, so nothing is locked meanwhile.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Progress">Is told each check as it ends; null when nobody waits for them.</param>
[RequiresScope(Scopes.Import)]
public sealed record TestKoppeling(SchoolId SchoolId, IProgress<Controle>? Progress)
    : IRequest<Result<ProefView>>, ISchoolRequest, INoted;

/// <summary>A diagnosis with the koppeling as it left it.</summary>
/// <param name="Proef">The diagnosis.</param>
/// <param name="Koppeling">The koppeling after.</param>
public sealed record ProefView(Proef Proef, KoppelingView Koppeling);

internal sealed class TestKoppelingHandler(
    IOpenSchools scholen,
    IKoppelingRepository koppelingen,
    Koppelingproef proef,
    KoppelingWijziging wijziging,
    IUnitOfWork work,
    Repetition repetition,
    IAuditLog audit,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<TestKoppeling, Result<ProefView>>
{
    public async Task<Result<ProefView>> Handle(TestKoppeling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        if (await koppelingen.FindAsync(request.SchoolId, cancellationToken) is not { } koppeling)
        {
            return new KoppelingOnbekend(request.SchoolId);
        }

        var outcome = await proef.RunAsync(school.Value, koppeling, request.Progress, cancellationToken);
        var result = new Proef(clock.GetUtcNow(), caller.Current.Subject, outcome.Controles)
        {
            Sleutelkenmerk = outcome.Sleutelkenmerk,
        };
        return await repetition.RunAsync(
            nameof(TestKoppeling),
            isRemembered: false,
            () => StoreAsync(request.SchoolId, koppeling, result, outcome, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<ProefView>> StoreAsync(
        SchoolId schoolId, Koppeling tested, Proef result, Proefuitkomst outcome, CancellationToken ct)
    {
        await using var scope = await work.BeginAsync(ct);
        var stored = await wijziging.DoAsync(
            schoolId, etag: null, found => Conclude(found, tested, result, outcome), ct);
        if (!stored.IsOk)
        {
            return stored.Error;
        }

        await koppelingen.SaveProefAsync(schoolId, result, ct);
        await audit.AddAsync(new Auditregel(result.Door, nameof(TestKoppeling), schoolId, 0), ct);
        await scope.CommitAsync(ct);
        return new ProefView(result, KoppelingView.Of(stored.Value));
    }

    // Who changed the way in while the diagnosis ran has made it one of something else: it then moves no gate.
    private static Result<Koppeling> Conclude(Koppeling found, Koppeling tested, Proef result, Proefuitkomst outcome) =>
        !found.HasAccessOf(tested) ? new KoppelingGewijzigd(found.SchoolId)
            : outcome.NieuwWachtwoordWerkt
                ? found.PromoteWachtwoord(new(result.Moment, result.Door, "Nieuw wachtwoord gezien")).Record(result)
            : found.Record(result);
}
