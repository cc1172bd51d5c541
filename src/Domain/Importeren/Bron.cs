using Kurve.Numo.Domain.Importeren.Inschrijvingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>What a source's answer amounts to.</summary>
public enum BronInhoud
{
    /// <summary>People, in full: who is missing is no longer enrolled.</summary>
    Gegevens,

    /// <summary>The source has nothing (UWLR <c>geengegevens</c>). Says nothing of who left.</summary>
    GeenGegevens,

    /// <summary>Nothing changed since an earlier answer (UWLR <c>geenwijzigingen</c>).</summary>
    GeenWijzigingen,
}

/// <summary>One person as a source delivers it.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Gegevens">What was delivered.</param>
/// <param name="Geleverd">Which fields were delivered; a field that is not named here is left alone (absent is not
/// empty).</param>
/// <param name="Meldingen">What is odd about it.</param>
/// <param name="Afkeuring">Why it cannot be imported; null when it can.</param>
public sealed record Aangeleverd<T>(
    T Gegevens, Veld Geleverd, IReadOnlyList<Melding> Meldingen, Melding? Afkeuring = null)
    where T : Persoonsgegevens<T>
{
    /// <summary>
    /// The groepen that the source refers to but does not list. A person who is in one stays in it; nobody is added to it.
    /// </summary>
    public IReadOnlyList<Groepsleutel> NietGeleverdeGroepen { get; init; } = [];

    /// <summary>
    /// The enrolments of a pupil of which the sources do not say which one counts; empty when that is clear.
    /// </summary>
    public IReadOnlyList<Inschrijving> Inschrijvingen { get; init; } = [];

    /// <summary>The person with those groepen of the account of which the source does not say what became of them.</summary>
    public Aangeleverd<T> KeepGroepen(T numo) =>
        NietGeleverdeGroepen.Count == 0 || !Geleverd.HasFlag(Veld.Groepen)
            ? this
            : this with
            {
                Gegevens = Gegevens.WithGroepen(
                    [.. numo.Groepen.Intersect(NietGeleverdeGroepen).Union(Gegevens.Groepen).Order()]),
            };
}

/// <summary>One answer of a source of people: everybody of one vestiging.</summary>
/// <param name="Inhoud">What the answer amounts to; without <see cref="BronInhoud.Gegevens"/> all lists are
/// empty.</param>
/// <param name="Vestiging">The vestiging that was asked.</param>
/// <param name="Groepen">Its groepen.</param>
/// <param name="Leerlingen">Its leerlingen, rejected ones too.</param>
/// <param name="Docenten">Its docenten, rejected ones too.</param>
/// <param name="Meldingen">What is odd about the answer as a whole.</param>
/// <param name="Vingerafdruk">Hash over the answer's bytes: the same answer has the same.</param>
public sealed record Personenlijst(
    BronInhoud Inhoud,
    Vestigingsnummer Vestiging,
    IReadOnlyList<GroepGegevens> Groepen,
    IReadOnlyList<Aangeleverd<LeerlingGegevens>> Leerlingen,
    IReadOnlyList<Aangeleverd<DocentGegevens>> Docenten,
    IReadOnlyList<Melding> Meldingen,
    string Vingerafdruk)
{
    /// <summary>The groepen that anybody refers to and the answer does not declare.</summary>
    public IReadOnlyList<Groepsleutel> NietGeleverdeGroepen { get; init; } = [];
}

/// <summary>
/// One row of the list <c>KurveLeerlingData</c> of Magister's web service: one enrolment, so a pupil may have several.
/// Each value is trimmed; absent and empty are both null.
/// </summary>
/// <param name="IdGebr">Id of the login account; null for a pupil without one.</param>
/// <param name="ExterneId">External key; what it holds differs per school.</param>
/// <param name="Opleidingscode">The school's own code of the opleiding.</param>
/// <param name="Stamnummer">Pupil number.</param>
public sealed record Opleidingsregel(string? IdGebr, string? ExterneId, string? Opleidingscode, string? Stamnummer)
{
    /// <summary>What is odd about the row.</summary>
    public IReadOnlyList<Melding> Meldingen { get; init; } = [];
}

/// <summary>The whole list that Magister's web service gave.</summary>
/// <param name="Regels">Its rows.</param>
/// <param name="Vingerafdruk">Hash over the answer's bytes.</param>
public sealed record Opleidingenlijst(IReadOnlyList<Opleidingsregel> Regels, string Vingerafdruk)
{
    /// <summary>What is odd about the answer as a whole.</summary>
    public IReadOnlyList<Melding> Meldingen { get; init; } = [];
}
