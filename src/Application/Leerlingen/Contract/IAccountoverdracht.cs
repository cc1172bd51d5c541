using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Contract;

/// <summary>
/// Moves what a module keeps of an account to the account that it is merged with, and back. Every module that keeps
/// something has its own. What both accounts have stays with each, so that nothing is lost.
/// </summary>
public interface IAccountoverdracht
{
    /// <summary>
    /// Moves what the account that stays lacks, in the transaction at hand; null when somebody changed it at the same time, so
    /// that the transaction must not be committed.
    /// </summary>
    Task<Overdracht?> MoveAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct);

    /// <summary>Whether what was moved is still as it was then, and can go back to where it came from.</summary>
    Task<bool> IsUntouchedAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct);

    /// <summary>
    /// Moves all of it back, in the transaction at hand; false when somebody changed it at the same time, so that the
    /// transaction must not be committed.
    /// </summary>
    Task<bool> ReturnAsync(SchoolId schoolId, AccountId vervalt, AccountId blijft, CancellationToken ct);
}

/// <summary>What a module did with what it keeps of an account.</summary>
/// <param name="Wat">What it keeps, such as <c>leerplan</c>.</param>
/// <param name="Over">How many went to the account that stays.</param>
/// <param name="Gebleven">How many stay with the other, since the one that stays has its own.</param>
public sealed record Overdracht(string Wat, int Over, int Gebleven)
{
    /// <summary>What a school said for one leerling of what it practises.</summary>
    public const string Leerplan = "leerplan";
}
