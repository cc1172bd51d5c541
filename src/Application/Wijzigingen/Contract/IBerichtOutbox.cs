using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Wijzigingen.Contract;

/// <summary>Takes from other modules what people should be told.</summary>
public interface IBerichtOutbox
{
    /// <summary>
    /// Stores that people are to be told, in the transaction at hand: both happen or neither. Stores nothing when the
    /// school does not want to hear of this kind of thing.
    /// </summary>
    Task AddAsync(SchoolId schoolId, Aanleiding aanleiding, CancellationToken ct);
}

/// <summary>Tells what of one kind still holds, at the moment at which people are told. One for each kind.</summary>
public interface IAanleidingtoets
{
    /// <summary>The kind.</summary>
    Berichtsoort Soort { get; }

    /// <summary>Which of these still hold.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="onderwerpen">See <see cref="Aanleiding.Onderwerp"/>.</param>
    /// <param name="ct">Stops it.</param>
    Task<IReadOnlySet<string>> FindGeldendeAsync(
        SchoolId schoolId, IReadOnlyCollection<string> onderwerpen, CancellationToken ct);
}
