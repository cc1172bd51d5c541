using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Keeps the catalogue of vaardigheden.</summary>
public interface IVaardighedenStore
{
    /// <summary>The catalogue as it is, with what Kurve says to each doelgroep.</summary>
    Task<Leerplancatalogus> GetAsync(CancellationToken ct);

    /// <summary>The codes that some school's leerplan names, in whatever school year.</summary>
    Task<IReadOnlySet<string>> FindInGebruikAsync(CancellationToken ct);

    /// <summary>Writes a change of one version; false when somebody else was first.</summary>
    Task<bool> ReplaceAsync(long versie, Cataloguswijziging wijziging, CancellationToken ct);
}

/// <summary>Reads files with vaardigheden.</summary>
public interface IVaardighedenbestand
{
    /// <summary>The rows of a file, not yet checked; or <see cref="VaardighedenOngeldig"/> with each line that cannot
    /// be read.</summary>
    Result<IReadOnlyList<Vaardigheidrij>> Read(byte[] csv);
}

/// <summary>Keeps what schools say of leerplannen.</summary>
public interface ILeerplanStore
{
    /// <summary>
    /// The leerplan for a doelgroep, groep or leerling; one that says nothing when the school never said anything.
    /// </summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="schooljaar">The school year; null for the groep's own, or for the current one.</param>
    /// <param name="bereik">For whom.</param>
    /// <param name="ct">Stops the read.</param>
    /// <returns>The leerplan; or why there can be none: the school has no such groep or leerling, or the groep is of
    /// another school year.</returns>
    Task<Result<Leerplan>> GetAsync(
        SchoolId schoolId, Schooljaar? schooljaar, Leerplanbereik bereik, CancellationToken ct);

    /// <summary>
    /// The same, to change it: nobody is reached by what is said for a leerling that was merged with another, so that is
    /// refused (<c>SAMENGEVOEGD</c>).
    /// </summary>
    Task<Result<Leerplan>> GetForChangeAsync(
        SchoolId schoolId, Schooljaar? schooljaar, Leerplanbereik bereik, CancellationToken ct);

    /// <summary>The active pupils that a leerplan is for, with all that the school says of each.</summary>
    Task<IReadOnlyList<Leerlinglagen>> LoadLeerlingenAsync(Leerplan leerplan, CancellationToken ct);

    /// <summary>What a school says to doelgroepen in one school year; those of which it says nothing are left out.
    /// </summary>
    Task<IReadOnlyList<Laag>> LoadDoelgroepenAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct);

    /// <summary>Stores a leerplan whose version was raised by one; false when somebody else was first.</summary>
    Task<bool> SaveAsync(Leerplan leerplan, CancellationToken ct);

    /// <summary>Copies leerplannen of one school year to another that has none for the same doelgroep, groep or leerling.
    /// </summary>
    Task<IReadOnlyList<Overname>> CarryOverAsync(
        SchoolId schoolId,
        Schooljaar van,
        Schooljaar naar,
        IReadOnlyCollection<Leerplansoort> soorten,
        CancellationToken ct);
}

/// <summary>What a carry-over did with leerplannen of one soort.</summary>
/// <param name="Soort">For what they are.</param>
/// <param name="Overgenomen">Copied.</param>
/// <param name="AlAanwezig">Left, since the new school year has a leerplan there already.</param>
/// <param name="ZonderTegenhanger">Left, since the pupil is archived, or the new school year has no groep of that vestiging,
/// soort and name.</param>
public sealed record Overname(Leerplansoort Soort, int Overgenomen, int AlAanwezig, int ZonderTegenhanger);
