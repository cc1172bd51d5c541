using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>Two accounts that are merged, as they are stored.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Blijft">The account that stays, after, with the version that was read.</param>
/// <param name="Vervalt">The other one, after, with the version that was read.</param>
/// <param name="Slot">The locks that the one that stays gets beside its own.</param>
/// <param name="Groepen">The groepen that it gets and gives up.</param>
/// <param name="Door">Who merges.</param>
public sealed record Samenvoegopdracht<T>(
    Persoon<T> Blijft, Persoon<T> Vervalt, Veld Slot, Groepsovername Groepen, string Door)
    where T : Persoonsgegevens<T>;

/// <summary>Merges accounts and undoes that, in the transaction at hand, which has claimed the school's people.</summary>
public interface ISamenvoegingStore
{
    /// <summary>The groepen of accounts of one kind, in all school years.</summary>
    Task<IReadOnlyList<Lidmaatschap>> ListLedenAsync(
        SchoolId schoolId, Persoonssoort soort, IReadOnlyList<AccountId> ids, CancellationToken ct);

    /// <summary>Stores two leerlingen that are merged.</summary>
    Task<Result<Done>> MergeAsync(
        SchoolId schoolId, Samenvoegopdracht<LeerlingGegevens> opdracht, CancellationToken ct);

    /// <summary>
    /// Stores two docenten that are merged; <see cref="EmailVanAnder"/> when the one that stays would be active with the
    /// e-mail address of another.
    /// </summary>
    Task<Result<Done>> MergeAsync(SchoolId schoolId, Samenvoegopdracht<DocentGegevens> opdracht, CancellationToken ct);

    /// <summary>
    /// Gives both accounts back what they had; <see cref="SamenvoegingAchterhaald"/> when one of them changed, and
    /// <see cref="EmailVanAnder"/> when a docent would be active with the e-mail address of another.
    /// </summary>
    Task<Result<Done>> UndoAsync(
        SchoolId schoolId, Persoonssoort soort, AccountId vervalt, AccountId blijft, CancellationToken ct);
}

/// <summary>Keeps of which accounts a person said that they are two persons.</summary>
public interface IVerschilStore
{
    /// <summary>The pair, whichever is named first; null when nobody said so.</summary>
    Task<Accountverschil?> FindAsync(SchoolId schoolId, AccountId ene, AccountId andere, CancellationToken ct);

    /// <summary>All pairs of a school.</summary>
    Task<Verschillenlijst> LoadAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Remembers a pair that is not there yet.</summary>
    Task AddAsync(SchoolId schoolId, Accountverschil verschil, CancellationToken ct);

    /// <summary>Forgets a pair.</summary>
    Task RemoveAsync(SchoolId schoolId, Guid id, CancellationToken ct);
}
