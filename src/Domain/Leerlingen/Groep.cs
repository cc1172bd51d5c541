using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>The two kinds of groep (UWLR 2.2: <c>groep</c> and <c>samengestelde_groep</c>).</summary>
public enum Groepsoort
{
    /// <summary>Home class: a pupil is in one at most.</summary>
    Stamgroep,

    /// <summary>Cluster or lesson group: a pupil is in any number.</summary>
    Samengesteld,
}

/// <summary>What a source says of a groep. A groep lives one school year.</summary>
/// <param name="Sleutel">Its key.</param>
/// <param name="Soort">Its kind.</param>
/// <param name="Naam">Its name, such as <c>1A</c>.</param>
/// <param name="Leerjaar">Its year of study, 1 to 6; null when the source says none or a mixed one.</param>
public sealed record GroepGegevens(Groepsleutel Sleutel, Groepsoort Soort, string Naam, int? Leerjaar);

/// <summary>A groep as Numo knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Gegevens">What the source last said.</param>
/// <param name="Status">Active, or archived since the source no longer delivers it.</param>
public sealed record Groep(GroepId Id, GroepGegevens Gegevens, Accountstatus Status);
