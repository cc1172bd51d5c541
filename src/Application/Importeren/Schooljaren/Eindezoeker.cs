using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Finds what ends with a school year: leerplannen, and locks to look at.</summary>
public sealed class Eindezoeker(IEindigendeLeerplannen leerplannen, ISlotenVanVorigJaar sloten)
{
    /// <summary>What ends when a school year begins.</summary>
    internal async Task<Jaareinde> FindAsync(SchoolId schoolId, Schooljaar begint, CancellationToken ct) => new(
        await leerplannen.ListAsync(schoolId, Schooljaar.Hydrate(begint.Begin - 1), ct),
        await sloten.ListAsync(schoolId, begint, ct));

    /// <summary>What a run says of it.</summary>
    internal static IEnumerable<Melding> Explain(Jaareinde einde)
    {
        if (einde.Leerplannen.Totaal > 0)
        {
            yield return SchooljaarMeldingen.LeerplannenEindigen(
                Count(Leerplansoort.Doelgroep),
                Count(Leerplansoort.Groep),
                Count(Leerplansoort.Leerling),
                einde.Leerplannen.Leerplannen.Count(l => l.Uitkomst == Overnameuitkomst.GaatMee));
        }

        var others = einde.Leerplannen.Leerplannen.Count(l =>
            l.Groep?.Tegenhanger is { AantalLeerlingen: > 0 } t && t.ZelfdeLeerlingen * 2 < t.AantalLeerlingen);
        if (others > 0)
        {
            yield return SchooljaarMeldingen.KlassenMetAnderen(others);
        }

        if (einde.Sloten.Leerlingen.Totaal + einde.Sloten.Docenten.Totaal > 0)
        {
            yield return SchooljaarMeldingen.SlotenVanVorigJaar(
                einde.Sloten.Leerlingen.Totaal, einde.Sloten.Docenten.Totaal);
        }

        int Count(Leerplansoort soort) => einde.Leerplannen.Leerplannen.Count(l => l.Soort == soort);
    }
}

/// <summary>What ends with a school year.</summary>
/// <param name="Leerplannen">What the school said of leerplannen.</param>
/// <param name="Sloten">The locks to look at.</param>
public sealed record Jaareinde(EindigendeLeerplannen Leerplannen, SlotenVanVorigJaar Sloten);
