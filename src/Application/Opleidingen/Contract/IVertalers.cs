using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Opleidingen.Contract;

/// <summary>Gives the translator of a school's opleidingscodes, with all that the school has settled.</summary>
public interface IVertalers
{
    /// <summary>The translator as it is now; <c>SCHOOL_ONBEKEND</c> when there is no such school.</summary>
    Task<Result<Opleidingsvertaler>> GetAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct);
}
