using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen.Contract;

/// <summary>A school's koppeling, where no person waits for what it says.</summary>
internal sealed class Nachtkoppeling(
    ISender sender, IKoppelingToegang toegang, IKoppelingRepository koppelingen)
{
    /// <summary>
    /// Diagnoses, and moves the gates that this proves or refutes; then tells whether imports may run, as
    /// <see cref="IKoppelingToegang.CheckAsync"/> does. A koppeling that somebody changes meanwhile stays as that
    /// person left it.
    /// </summary>
    public async Task<Result<Done>> ProbeAsync(SchoolId schoolId, CancellationToken ct)
    {
        await sender.Send(new TestKoppeling(schoolId, Progress: null), ct);
        return await toegang.CheckAsync(schoolId, ct);
    }

    /// <summary>
    /// Whether the school is synced at all: <see cref="KoppelingOnbekend"/>, <see cref="KoppelingOpgeschort"/>, or
    /// <see cref="PoortenOpen"/> when Kurve never activated it. A gate that lapsed since does not matter: a sync is what
    /// finds out whether it holds again.
    /// </summary>
    public async Task<Result<Done>> CheckAsync(SchoolId schoolId, CancellationToken ct) =>
        await koppelingen.FindAsync(schoolId, ct) is { } koppeling
            ? koppeling.CheckGeactiveerd()
            : new KoppelingOnbekend(schoolId);

    /// <summary>The kind of school administration; null without a koppeling.</summary>
    public async Task<Las?> FindLasAsync(SchoolId schoolId, CancellationToken ct) =>
        (await koppelingen.FindAsync(schoolId, ct))?.Las;
}
