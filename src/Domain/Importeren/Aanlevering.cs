using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>All that the sources delivered of one school, joined and translated: what a plan is made of.</summary>
/// <param name="Schooljaar">The school year.</param>
/// <param name="Bereik">Which vestigingen delivered what: only there, what is missing has left.</param>
/// <param name="Groepen">The groepen.</param>
/// <param name="Leerlingen">The leerlingen, each with opleiding and doelgroep as far as known.</param>
/// <param name="Docenten">The docenten.</param>
/// <param name="Waarschuwingen">What the sources as a whole have to say.</param>
/// <param name="Remmen">Reasons to stop before applying that lie in the sources themselves.</param>
/// <param name="Rapport">How the sources were joined; null when there was nothing to join.</param>
/// <param name="Vingerafdruk">SHA-256 over the sources' fingerprints: the same answers have the same.</param>
public sealed record Aanlevering(
    Schooljaar Schooljaar,
    Bereik Bereik,
    IReadOnlyList<GroepGegevens> Groepen,
    IReadOnlyList<Aangeleverd<LeerlingGegevens>> Leerlingen,
    IReadOnlyList<Aangeleverd<DocentGegevens>> Docenten,
    IReadOnlyList<Melding> Waarschuwingen,
    IReadOnlyList<Melding> Remmen,
    Koppelrapport? Rapport,
    string Vingerafdruk)
{
    /// <summary>The web service's rows that belong to no delivered pupil.</summary>
    public IReadOnlyList<Opleidingsregel> RegelsZonderLeerling { get; init; } = [];

    /// <summary>
    /// Groepen that people refer to and the source does not declare: nothing is known of them, so they stay as they are.
    /// </summary>
    public IReadOnlySet<Groepsleutel> NietGeleverdeGroepen { get; init; } = new HashSet<Groepsleutel>();

    /// <summary>What was found in the file; null when the people did not come from one.</summary>
    public Csvrapport? Csv { get; init; }
}

/// <summary>
/// The vestigingen that delivered each kind. One that delivered no docent or no groep at all says nothing of them:
/// absent is not empty.
/// </summary>
/// <param name="Leerlingen">Those that delivered leerlingen.</param>
/// <param name="Docenten">Those that delivered docenten.</param>
/// <param name="Groepen">Those that delivered groepen.</param>
public sealed record Bereik(
    IReadOnlySet<Vestigingsnummer> Leerlingen,
    IReadOnlySet<Vestigingsnummer> Docenten,
    IReadOnlySet<Vestigingsnummer> Groepen);

/// <summary>How well one column of the web service's list fits a key of UWLR.</summary>
/// <param name="Naam">Such as <c>ExterneId = @key</c>.</param>
/// <param name="Treffers">Pupils with exactly one match through it.</param>
/// <param name="Aandeel">Of all pupils who were not rejected, 0 to 1.</param>
/// <param name="Gekozen">Whether it was used.</param>
public sealed record Koppelkolom(string Naam, int Treffers, double Aandeel, bool Gekozen);

/// <summary>How UWLR's pupils and the web service's rows were joined.</summary>
/// <param name="Kolommen">Every candidate, measured.</param>
/// <param name="Leerlingen">Pupils that were delivered, rejected ones too.</param>
/// <param name="Regels">Rows that were delivered.</param>
/// <param name="LeerlingenZonderRegel">Pupils without a row, of those who were not rejected.</param>
/// <param name="RegelsZonderLeerling">Rows that belong to no delivered pupil, not even a rejected one.</param>
public sealed record Koppelrapport(
    IReadOnlyList<Koppelkolom> Kolommen,
    int Leerlingen,
    int Regels,
    int LeerlingenZonderRegel,
    int RegelsZonderLeerling)
{
    /// <summary>Pupils who were rejected: they are not joined, and count in no share.</summary>
    public int Afgekeurd { get; init; }
}
