using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Domain.Importeren.Inschrijvingen;

/// <summary>One enrolment of a pupil. The list that delivers it has no dates, so nothing in it says which one counts.</summary>
/// <param name="Code">The opleidingscode; never empty.</param>
/// <param name="Vertaling">What it means with the pupil's leerjaar.</param>
public sealed record Inschrijving(string Code, Vertaling Vertaling)
{
    /// <summary>The doelgroep that it gives; null when that is not sure.</summary>
    public Doelgroep? Doelgroep => Vertaling.Doelgroep;
}
