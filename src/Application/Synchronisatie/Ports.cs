using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>Keeps what schools want of their nightly sync.</summary>
public interface ISyncbeleidRepository
{
    /// <summary>What a school wants; the standard when it never said anything.</summary>
    Task<Syncbeleid> GetAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Stores a change; false when somebody else changed it first.</summary>
    Task<bool> SaveAsync(Syncbeleid beleid, CancellationToken ct);
}

/// <summary>Keeps rondes.</summary>
public interface IRondeRepository
{
    /// <summary>The oldest ronde of a school that has not ended; null when there is none.</summary>
    Task<Ronde?> FindOpenAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>All of a school that have not ended, the oldest first.</summary>
    Task<IReadOnlyList<Ronde>> ListOpenAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Whether the ronde of a night is there, ended or not.</summary>
    Task<bool> ExistsAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct);

    /// <summary>The highest number of a school's extra rondes of a day; 0 when there are none.</summary>
    Task<int> FindLaatsteVolgnummerAsync(SchoolId schoolId, DateOnly dag, CancellationToken ct);

    /// <summary>Adds one; false when it is there already.</summary>
    Task<bool> AddAsync(Ronde ronde, CancellationToken ct);

    /// <summary>Removes a school's rondes of before a night, but for those that have not ended.</summary>
    Task RemoveEndedAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct);

    /// <summary>
    /// Notes who tries one from now on; false when it has ended, or somebody with a higher fencing number tries it.
    /// </summary>
    Task<bool> BeginAsync(Ronde ronde, CancellationToken ct);

    /// <summary>Ends its rest; false when it is not as far as this any more, or has ended.</summary>
    Task<bool> WakeAsync(Ronde ronde, CancellationToken ct);

    /// <summary>
    /// Stores how far one is; false when another fencing number than <see cref="Ronde.Fencing"/> is noted, which means
    /// that somebody else tries it now. Then the transaction at hand must not be committed.
    /// </summary>
    Task<bool> UpdateAsync(Ronde ronde, CancellationToken ct);
}

/// <summary>
/// Leases: something that one process at a time holds, for a while, and renews. That somebody holds one is no promise:
/// a process may have slept meanwhile. What it writes is guarded by the fencing number, which rises with each taking.
/// </summary>
public interface ILeases
{
    /// <summary>Takes a lease that nobody holds; null when somebody does. Begins a transaction of its own.</summary>
    /// <param name="naam">What is held.</param>
    /// <param name="houder">Who: names the process.</param>
    /// <param name="duur">For how long, unless it is renewed.</param>
    /// <param name="ct">Stops it.</param>
    Task<Lease?> TakeAsync(string naam, string houder, TimeSpan duur, CancellationToken ct);

    /// <summary>Holds it longer; false when it was lost. May be called beside whatever else happens.</summary>
    Task<bool> RenewAsync(Lease lease, TimeSpan duur, CancellationToken ct);

    /// <summary>Gives it back, if it is still held. May be called beside whatever else happens.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken ct);
}

/// <summary>A lease that was taken.</summary>
/// <param name="Naam">What is held.</param>
/// <param name="Fencing">Higher than that of whoever held it before.</param>
public sealed record Lease(string Naam, int Fencing)
{
    /// <summary>The right to schedule, where only one process may.</summary>
    public const string Planner = "planner";

    /// <summary>The right to sync a school.</summary>
    public static string OfSchool(SchoolId school) => $"school/{school}";

    /// <summary>One of the places among the schools of a LAS that are synced at once.</summary>
    /// <param name="las">The LAS.</param>
    /// <param name="plaats">The place, from 0.</param>
    public static string OfLas(Las las, int plaats) => $"las/{las}/{plaats}";
}

/// <summary>Wakes the scheduler for a school.</summary>
public interface ISyncwekker
{
    /// <summary>
    /// Has a school looked at as soon as possible: at once where this process schedules, and otherwise when the one that
    /// does looks for what is due.
    /// </summary>
    void Wake(SchoolId schoolId);
}
