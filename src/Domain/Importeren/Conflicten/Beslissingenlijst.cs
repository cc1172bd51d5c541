using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Conflicten;

/// <summary>The decisions about one kind of person, by the key that each is found by.</summary>
internal sealed class Beslissingenlijst
{
    private readonly Dictionary<Persoonssleutel, Beslissing> _bySleutel = [];

    public Beslissingenlijst(IEnumerable<Beslissing> beslissingen)
    {
        foreach (var beslissing in beslissingen)
        {
            _bySleutel[beslissing.Sleutel] = beslissing;
        }
    }

    /// <summary>The decision about a delivered person, by the strongest key that has one.</summary>
    public Beslissing? Find(Persoonsgegevens persoon)
    {
        if (_bySleutel.Count == 0)
        {
            return null;
        }

        foreach (var sleutel in persoon.Sleutels)
        {
            if (_bySleutel.TryGetValue(sleutel, out var beslissing))
            {
                return beslissing;
            }
        }

        return null;
    }
}
