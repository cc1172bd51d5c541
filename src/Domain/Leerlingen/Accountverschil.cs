using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>That a person said of two accounts that they are two persons, however alike they are.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Soort">Leerlingen or docenten.</param>
/// <param name="Ene">The account with the lower id.</param>
/// <param name="Andere">The other one.</param>
/// <param name="Reden">Why, if that was said.</param>
/// <param name="Door">Who said so.</param>
/// <param name="Moment">When.</param>
public sealed record Accountverschil(
    Guid Id, Persoonssoort Soort, AccountId Ene, AccountId Andere, string? Reden, string Door, DateTimeOffset Moment)
{
    /// <summary>Two accounts in the order in which pairs are kept.</summary>
    public static (AccountId Ene, AccountId Andere) Order(AccountId one, AccountId other) =>
        one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);
}
