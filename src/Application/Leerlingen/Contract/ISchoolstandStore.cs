using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Contract;

/// <summary>Reads and writes all of one school's people at once, for imports.</summary>
public interface ISchoolstandStore
{
    /// <summary>Everybody of a school, archived ones too, with the groepen of one school year.</summary>
    Task<Schoolstand> LoadAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct);

    /// <summary>
    /// Keeps everybody else from changing the school's people until the transaction at hand ends; plans that were made
    /// before are old. What must not change under a decision is to be looked at after this.
    /// </summary>
    Task ClaimAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>
    /// Writes changes in the transaction at hand. False when the school's data are no longer of version
    /// <see cref="Standwijziging.BasisVersie"/>; then nothing is to be committed.
    /// </summary>
    Task<bool> ApplyAsync(SchoolId schoolId, Standwijziging wijziging, CancellationToken ct);

    /// <summary>
    /// Remembers that a school year was imported as a whole for these vestigingen, unless that is known: from then on nobody
    /// of them is shown in a class of an earlier year. Undoing the run takes it back.
    /// </summary>
    Task NoteSchooljaarAsync(
        SchoolId schoolId,
        Schooljaar schooljaar,
        IReadOnlyList<Vestigingsnummer> vestigingen,
        ImportRunId run,
        CancellationToken ct);

    /// <summary>How many of these e-mail addresses are those of more than one active docent.</summary>
    Task<int> CountSharedEmailsAsync(SchoolId schoolId, IReadOnlyCollection<string> emails, CancellationToken ct);
}

/// <summary>What an import changes of a school's people.</summary>
/// <param name="Schooljaar">The school year of the groepen.</param>
/// <param name="BasisVersie">The version that the change was planned on.</param>
/// <param name="Groepen">New and changed groepen, and those to archive once nobody active is in them.</param>
/// <param name="Leerlingen">The leerlingen that change.</param>
/// <param name="Docenten">The docenten that change.</param>
public sealed record Standwijziging(
    Schooljaar Schooljaar,
    long BasisVersie,
    IReadOnlyList<Groepsregel> Groepen,
    IReadOnlyList<Persoonswijziging<LeerlingGegevens>> Leerlingen,
    IReadOnlyList<Persoonswijziging<DocentGegevens>> Docenten)
{
    /// <summary>
    /// Without the new groepen that none of these people is in: who applies only some rows makes no classes that others
    /// are not in yet.
    /// </summary>
    public Standwijziging WithNeededGroepen()
    {
        var needed = Leerlingen.SelectMany(l => l.Gegevens.AlleGroepen)
            .Concat(Docenten.SelectMany(d => d.Gegevens.AlleGroepen))
            .ToHashSet();
        return this with
        {
            Groepen = [.. Groepen.Where(g => g.Soort != RegelSoort.Nieuw || needed.Contains(g.Gegevens.Sleutel))],
        };
    }

    /// <summary>The run that asks for it, and that can be undone afterwards; null when no run does.</summary>
    public ImportRunId? Run { get; init; }
}

/// <summary>What an import changes of one person.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Soort">New, changed, back or archived.</param>
/// <param name="AccountId">The account; null for a new one.</param>
/// <param name="Gegevens">The person's data after.</param>
/// <param name="Gewijzigd">The fields that change.</param>
public sealed record Persoonswijziging<T>(RegelSoort Soort, AccountId? AccountId, T Gegevens, Veld Gewijzigd)
    where T : Persoonsgegevens<T>
{
    /// <summary>The row of the run that asks for it, from 1; 0 when no run does.</summary>
    public int Regel { get; init; }
}
