using Kurve.Numo.Domain.Importeren.Csv.Woorden;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// Decides what a column <c>groep</c> is in a file without a home class: where each pupil has one groep in it, that is the
/// home class.
/// </summary>
internal static class Groepskolom
{
    private static readonly string[] Namen = ["groep", "group"];
    private static readonly char[] Between = ['|', ',', ';', '\n'];

    /// <summary>The line of names, with that column as what it is.</summary>
    public static Kopregel Settle(Kopregel kop, IReadOnlyList<Csvregel> regels, Csvopdracht opdracht)
    {
        if (opdracht.IsDocenten
            || kop.Has(Csvkolom.Stamgroep)
            || kop.Places(Csvkolom.Groepen) is not [var plaats]
            || !Namen.Contains(Kolomnamen.Normalise(kop.Koppen[plaats]), StringComparer.Ordinal)
            || opdracht.Indeling?.Find(kop.Koppen[plaats]) is not null)
        {
            return kop;
        }

        var groepen = regels
            .Select(regel => new Rij(regel, kop))
            .Where(IsPupil)
            .Select(rij => rij.TextAt(plaats))
            .ToArray();
        return groepen.Length > 0 && Array.TrueForAll(groepen, groep => groep.Length > 0 && groep.IndexOfAny(Between) < 0)
            ? kop.ReadAsStamgroep(plaats)
            : kop;
    }

    // A role that is not known may be a pupil's.
    private static bool IsPupil(Rij rij) => !rij.IsLeeg()
        && !rij.IsKop()
        && !Regelfilter.IsVoet(rij)
        && Rolwoorden.Read(rij.Text(Csvkolom.Rol), Csvrol.Leerling) is null or Csvrol.Leerling;
}
