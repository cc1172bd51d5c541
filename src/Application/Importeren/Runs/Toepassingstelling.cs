using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>Counts what an apply changes.</summary>
internal static class Toepassingstelling
{
    /// <summary>The persons per kind.</summary>
    /// <param name="wijziging">What changes.</param>
    /// <param name="gekozenRegels">How many rows were chosen one by one.</param>
    public static Toepassing Tel(this Standwijziging wijziging, int gekozenRegels) =>
        new(Tel(wijziging.Leerlingen), Tel(wijziging.Docenten), gekozenRegels);

    private static Tellingen Tel<T>(IReadOnlyList<Persoonswijziging<T>> wijzigingen)
        where T : Persoonsgegevens<T> => Tellingen.Nul with
        {
            Nieuw = wijzigingen.Count(w => w.Soort == RegelSoort.Nieuw),
            Bijwerken = wijzigingen.Count(w => w.Soort == RegelSoort.Bijwerken),
            Heractiveren = wijzigingen.Count(w => w.Soort == RegelSoort.Heractiveren),
            Archiveren = wijzigingen.Count(w => w.Soort == RegelSoort.Archiveren),
        };
}
