using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Privacy.Contract;

/// <summary>Writes who did or saw what. Rows are added, never changed or removed.</summary>
public interface IAuditLog
{
    /// <summary>Whether a row was added for the request at hand.</summary>
    bool IsWritten { get; }

    /// <summary>Adds a row, in the transaction at hand if there is one.</summary>
    Task AddAsync(Auditregel regel, CancellationToken ct);
}

/// <summary>One thing that somebody did or saw.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Actie">The request's name, such as <c>ApplyImport</c>; with <c>:validate_only</c> when it was only asked, and
/// <c>:repeated</c> when the first answer was given again.</param>
/// <param name="SchoolId">Of which school; null when it is about none.</param>
/// <param name="Aantal">How many people it touched or showed.</param>
public sealed record Auditregel(string Subject, string Actie, SchoolId? SchoolId, int Aantal);
