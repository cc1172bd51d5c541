using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Contract;

/// <summary>Gives a school's people and groepen back what they were before a run was applied.</summary>
public interface IHerstelStore
{
    /// <summary>Decides who and what goes back to what was before the run, as of one moment. Writes nothing.</summary>
    Task<Herstelbesluit> DecideAsync(SchoolId schoolId, ImportRunId run, Schooljaar schooljaar, CancellationToken ct);

    /// <summary>
    /// Keeps everybody else from changing the school's people until the transaction at hand ends. False when something
    /// changed since the decision, which then is to be made again.
    /// </summary>
    Task<bool> ClaimAsync(Herstelbesluit besluit, CancellationToken ct);

    /// <summary>Does what was decided, in the transaction that claimed it.</summary>
    Task UndoAsync(Herstelbesluit besluit, CancellationToken ct);

    /// <summary>Forgets what was before the run, in the transaction at hand.</summary>
    Task RemoveAsync(SchoolId schoolId, ImportRunId run, CancellationToken ct);
}

/// <summary>What undoing a run will do.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Run">The run.</param>
/// <param name="Schooljaar">Its school year.</param>
/// <param name="Standversie">The version of the school's people that it was decided on.</param>
/// <param name="Gebruik">What other modules kept something of.</param>
/// <param name="Uitkomst">What it comes to.</param>
public sealed record Herstelbesluit(
    SchoolId SchoolId,
    ImportRunId Run,
    Schooljaar Schooljaar,
    long Standversie,
    Accountgebruik Gebruik,
    Hersteluitkomst Uitkomst);

/// <summary>Leerling, docent or groep.</summary>
public enum Herstelsoort
{
    /// <summary>A pupil.</summary>
    Leerling = 1,

    /// <summary>A teacher.</summary>
    Docent,

    /// <summary>A groep.</summary>
    Groep,
}

/// <summary>What undoing a run did.</summary>
/// <param name="Hersteld">Persons that are again what they were, those that are gone again included.</param>
/// <param name="Verwijderd">New accounts that are gone again.</param>
/// <param name="Gelaten">The persons and groepen that stay as they are.</param>
public sealed record Hersteluitkomst(int Hersteld, int Verwijderd, IReadOnlyList<Gelaten> Gelaten);

/// <summary>A person or groep that stays as it is.</summary>
/// <param name="Soort">Leerling, docent or groep.</param>
/// <param name="Id">The account or groep.</param>
/// <param name="Naam">Its name; empty when it is gone.</param>
/// <param name="Beletsel">Why.</param>
public sealed record Gelaten(Herstelsoort Soort, Guid Id, string Naam, Herstelbeletsel Beletsel);
