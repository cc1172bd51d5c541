using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// The order of a plan's rows: kind, then name as people look it up, then whatever tells two persons of one name apart,
/// so that it never depends on the order of delivery.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Regelvolgorde<T> : IComparer<Planregel<T>>
    where T : Persoonsgegevens<T>
{
    private static readonly Veld[] AlleVelden = Enum.GetValues<Veld>();

    public static Regelvolgorde<T> Instance { get; } = new();

    public int Compare(Planregel<T>? x, Planregel<T>? y)
    {
        var (one, other) = (x!.Gegevens, y!.Gegevens);
        var order = x.Soort.CompareTo(y.Soort);
        order = order != 0 ? order : string.CompareOrdinal(one.Achternaam, other.Achternaam);
        order = order != 0 ? order : string.CompareOrdinal(one.Roepnaam, other.Roepnaam);
        order = order != 0 ? order : string.CompareOrdinal(one.UwlrKey, other.UwlrKey);
        order = order != 0 ? order : string.CompareOrdinal(one.EckId?.Value, other.EckId?.Value);
        return order != 0 ? order : CompareRest(x, y);
    }

    private static int CompareRest(Planregel<T> x, Planregel<T> y)
    {
        foreach (var veld in AlleVelden)
        {
            var order = string.CompareOrdinal(x.Gegevens.Show(veld), y.Gegevens.Show(veld));
            if (order != 0)
            {
                return order;
            }
        }

        return (x.Account?.Id.Value ?? Guid.Empty).CompareTo(y.Account?.Id.Value ?? Guid.Empty);
    }
}
