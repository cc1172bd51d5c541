using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Contract;

/// <summary>Tells which locks of an earlier school year people should look at when a new one begins.</summary>
public interface ISlotenVanVorigJaar
{
    /// <summary>How many accounts one answer lists at most of leerlingen, and of docenten.</summary>
    const int MostAccounts = 1_000;

    /// <summary>
    /// The active accounts with a lock on leerjaar, doelgroep, stamgroep or groepen that was, or may have been, set before a
    /// school year.
    /// </summary>
    /// <remarks>
    /// Numo does not keep when a lock on leerjaar or doelgroep was set. Such a lock holds in every school year, so each of
    /// them counts, also one that was set yesterday. A lock on stamgroep or groepen holds in one school year alone and ends
    /// by itself: it counts when that year is before the one asked for, and also when the year is unknown, since it then
    /// holds in every year. Numo keeps one year for both.
    /// </remarks>
    /// <param name="schoolId">The school; one that is unknown has none.</param>
    /// <param name="voor">The school year that begins.</param>
    /// <param name="ct">Stops the read.</param>
    Task<SlotenVanVorigJaar> ListAsync(SchoolId schoolId, Schooljaar voor, CancellationToken ct);
}

/// <summary>Locks of an earlier school year.</summary>
/// <param name="Leerlingen">Those of active leerlingen.</param>
/// <param name="Docenten">Those of active docenten.</param>
public sealed record SlotenVanVorigJaar(Slotenlijst Leerlingen, Slotenlijst Docenten);

/// <summary>Accounts with locks. The numbers are of all of them, also of those that are not listed.</summary>
/// <param name="Totaal">How many accounts have at least one of the locks.</param>
/// <param name="PerVeld">The number of accounts with a lock on a field, by field; fields without any lock are left out.</param>
/// <param name="Accounts">The first <see cref="ISlotenVanVorigJaar.MostAccounts"/>, in the order in which they were made.
/// </param>
public sealed record Slotenlijst(
    int Totaal, IReadOnlyDictionary<Veld, int> PerVeld, IReadOnlyList<Accountsloten> Accounts);

/// <summary>The locks of one account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Velden">The locked fields, out of leerjaar, doelgroep, stamgroep and groepen.</param>
public sealed record Accountsloten(AccountId Id, Veld Velden);
