using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>
/// Takes the steps of a ronde. Each that changes something stores in the same transaction how far the ronde is, under
/// the fencing number of its try: once another process has begun a try of its own, nothing of this one is stored.
/// </summary>
internal sealed class Rondestappen(
    IRondeRepository rondes, Storingmelder storingen, IUnitOfWork work, Repetition repetition, IAuditLog audit)
{
    /// <summary>Changes something and stores how far the ronde is after it; both or neither.</summary>
    public Task<Result<Ronde>> TakeAsync(Ronde ronde, Func<Task<Result<Ronde>>> change, CancellationToken ct) =>
        InTransactionAsync(
            async () =>
            {
                var changed = await change();
                return !changed.IsOk || await rondes.UpdateAsync(changed.Value, ct)
                    ? changed
                    : new RondeOvergenomen(ronde.SchoolId);
            },
            ct);

    /// <summary>
    /// The last step of a ronde, with the audit row that says that it ended, and for how many people. Not cancellable:
    /// who came this far is done sooner than stopped.
    /// </summary>
    public async Task<Result<Ronde>> EndAsync(Ronde ended, Func<Task<Result<int>>> last)
    {
        var storing = await storingen.FindAsync(ended, CancellationToken.None);
        return await TakeAsync(
            ended,
            async () =>
            {
                var personen = await last();
                if (personen.IsOk)
                {
                    var regel = new Auditregel(
                        Syncinstellingen.Subject, nameof(SyncSchool), ended.SchoolId, personen.Value);
                    await audit.AddAsync(regel, CancellationToken.None);
                    await storingen.ReportAsync(ended, storing);
                }

                return personen.Map(_ => ended);
            },
            CancellationToken.None);
    }

    /// <summary>Does something in a transaction, which is committed when that went well.</summary>
    public Task<Result<Ronde>> InTransactionAsync(Func<Task<Result<Ronde>>> change, CancellationToken ct) =>
        repetition.RunAsync(
            "A step of a ronde",
            isRemembered: false,
            async () =>
            {
                await using var scope = await work.BeginAsync(ct);
                var changed = await change();
                if (changed.IsOk)
                {
                    await scope.CommitAsync(ct);
                }

                return changed;
            },
            ct);
}
