using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Keeps changes of school year.</summary>
public interface ISchooljaarwisselRepository
{
    /// <summary>That of a school to a school year; <see cref="Schooljaarwissel.Leeg"/> when nothing was stored.</summary>
    Task<Schooljaarwissel> GetAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct);

    /// <summary>Stores a change; false when somebody else changed it first.</summary>
    Task<bool> SaveAsync(Schooljaarwissel wissel, CancellationToken ct);
}

/// <summary>Reads what is to be known of changes of school year, of many schools at once.</summary>
public interface IWisselgegevensReader
{
    /// <summary>What is known of each of some schools, by their ids; at most a page of them.</summary>
    Task<IReadOnlyDictionary<SchoolId, Wisselgegevens>> LoadAsync(
        IReadOnlyCollection<SchoolId> scholen, Schooljaar schooljaar, CancellationToken ct);
}

/// <summary>What is known of the change to a school year at one school.</summary>
/// <param name="Wissel">What was prepared and agreed.</param>
/// <param name="Voltooid">The vestigingen for which the year was imported as a whole.</param>
/// <param name="Voorbereiding">The newest comparison with the year from before it began; null when there is none.</param>
/// <param name="Laatste">The newest run of the year; null when there is none.</param>
/// <param name="Wachtend">The runs of the year that wait for a person.</param>
/// <param name="Beleid">The school's rules.</param>
/// <param name="IsGekoppeld">Whether the school has a koppeling that nights go by.</param>
public sealed record Wisselgegevens(
    Schooljaarwissel Wissel,
    IReadOnlySet<Vestigingsnummer> Voltooid,
    ImportRun? Voorbereiding,
    ImportRun? Laatste,
    IReadOnlyList<ImportRun> Wachtend,
    ImportBeleid Beleid,
    bool IsGekoppeld);
