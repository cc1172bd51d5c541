using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Conflicten;

/// <summary>The decisions about one kind of person, by the key that each is found by.</summary>
internal sealed class Beslissingenlijst
{
    private readonly Dictionary<Persoonssleutel, Beslissing> _bySleutel = [];
    private readonly DateOnly _vandaag;

    public Beslissingenlijst(IEnumerable<Beslissing> beslissingen, DateOnly vandaag)
    {
        _vandaag = vandaag;
        foreach (var beslissing in beslissingen)
        {
            _bySleutel[beslissing.Sleutel] = beslissing;
        }
    }

    /// <summary>Whether the term of a decision is over.</summary>
    public bool IsOver(Beslissing beslissing) => !beslissing.HoldsOn(_vandaag);

    /// <summary>
    /// The decision about a delivered person, by the strongest key that has one about somebody of that name; also one whose
    /// term is over.
    /// </summary>
    public Beslissing? Find(Persoonsgegevens persoon)
    {
        if (_bySleutel.Count == 0)
        {
            return null;
        }

        foreach (var sleutel in persoon.Sleutels)
        {
            if (_bySleutel.TryGetValue(sleutel, out var beslissing) && beslissing.IsAbout(persoon))
            {
                return beslissing;
            }
        }

        return null;
    }
}
