using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Conflicten;

/// <summary>Decides one conflict. It holds from the next preview on; nobody changes before that is applied.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="Nummer">The row.</param>
/// <param name="Soort">What is decided.</param>
/// <param name="AccountId">Of merging: the account that the person is.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would be decided.</param>
[RequiresScope(Scopes.Import)]
public sealed record ResolveConflict(
    SchoolId SchoolId,
    ImportRunId ImportRunId,
    int Nummer,
    Beslissingsoort Soort,
    AccountId? AccountId,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<BeslissingView>, ISchoolRequest, IValidatedCommand;

internal sealed class ResolveConflictHandler(
    IOpenSchools scholen, Conflictzoeker conflicten, IBeslissingStore beslissingen, Touched touched, Beslisser beslisser)
    : IRequestHandler<ResolveConflict, Result<BeslissingView>>
{
    public async Task<Result<BeslissingView>> Handle(ResolveConflict request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var conflict = await conflicten.FindAsync(
            request.SchoolId, request.ImportRunId, request.Nummer, cancellationToken);
        var beslissing = conflict.Then(c => beslisser.Decide(c, request.Soort, request.AccountId));
        if (!beslissing.IsOk)
        {
            return beslissing.Error;
        }

        await beslissingen.SaveAsync(request.SchoolId, beslissing.Value, cancellationToken);
        touched.Aantal = 1;
        return BeslissingView.Of(beslissing.Value);
    }
}

/// <summary>Finds the conflict that a row is.</summary>
internal sealed class Conflictzoeker(IImportRunRepository runs, IPlanStore plannen)
{
    public async Task<Result<Conflict>> FindAsync(SchoolId schoolId, ImportRunId id, int nummer, CancellationToken ct)
    {
        if (await runs.FindAsync(schoolId, id, ct) is not { } run)
        {
            return new ImportRunOnbekend(id);
        }

        // What was not applied of a run that was, still waits for a decision.
        return run.State is ImportState.Vergeleken or ImportState.Wachtend or ImportState.Toegepast
            ? await plannen.FindConflictAsync(run, nummer, ct)
            : new StateOngeschikt(id, run.State, ImportState.Vergeleken);
    }
}

/// <summary>Decides in the name of the caller, now.</summary>
internal sealed class Beslisser(ICallerAccessor caller, TimeProvider clock)
{
    public Result<Beslissing> Decide(Conflict conflict, Beslissingsoort soort, AccountId? account) => Beslissing.Create(
        BeslissingId.New(clock), conflict, soort, account, caller.Current.Subject, clock.GetUtcNow());
}
