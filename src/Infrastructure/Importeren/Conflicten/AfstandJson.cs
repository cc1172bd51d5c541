using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Importeren.Conflicten;

/// <summary>What an account gives up to that of a row, as stored in the row: the account before, and the keys.</summary>
internal sealed record AfstandJson(
    Guid AccountId, Accountstatus Status, PersoonJson Persoon, IReadOnlyList<Persoonssleutel> Sleutels)
{
    public static AfstandJson Of<T>(Afstand<T> afstand)
        where T : Persoonsgegevens<T> => new(
            afstand.Account.Id.Value,
            afstand.Account.Status,
            PersoonJson.Of(afstand.Account.Gegevens),
            afstand.Sleutels);

    public Afstand<T> ToAfstand<T>(Func<PersoonJson, T> toGegevens)
        where T : Persoonsgegevens<T> =>
        new(new Account<T>(new AccountId(AccountId), Status, toGegevens(Persoon)), Sleutels);
}
