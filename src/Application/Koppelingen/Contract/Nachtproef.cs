using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen.Contract;

/// <summary>Diagnoses a school's koppeling where no person waits for it.</summary>
internal sealed class Nachtproef(ISender sender)
{
    /// <summary>
    /// Diagnoses, and moves the gates that this proves or refutes; <see cref="IKoppelingToegang.CheckAsync"/> then tells
    /// whether imports may run. A koppeling that somebody changes meanwhile stays as that person left it.
    /// </summary>
    public Task RunAsync(SchoolId schoolId, CancellationToken ct) =>
        sender.Send(new TestKoppeling(schoolId, Progress: null), ct);
}
