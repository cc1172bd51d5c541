using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>What an account gives up to another, because a person decided whose it is.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Account">The account that gives up.</param>
/// <param name="Sleutels">The keys that it gives up; at least one.</param>
public sealed record Afstand<T>(Account<T> Account, IReadOnlyList<Persoonssleutel> Sleutels)
    where T : Persoonsgegevens<T>
{
    /// <summary>The fields of the keys.</summary>
    public Veld Velden => Sleutels.Aggregate(Veld.Geen, (velden, sleutel) => velden | sleutel.Veld);
}
