using System.Data.Common;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>
/// Which of two takes a lease is decided by its row: one changes what the other then does not find. A lease that would last
/// longer than any does was taken before the clock jumped back, and holds no longer.
/// </summary>
internal sealed class Leases(DbSession session, Repetition repetition, MachineClock clock) : ILeases
{
    private const string Take = """
        UPDATE Synchronisatie_Lease
        SET Fencing = Fencing + 1, Houder = @Houder, Tot = @Tot
        WHERE Naam = @Naam AND (Tot <= @Now OR Tot > @Longest);
        """;

    private const string Add = """
        INSERT INTO Synchronisatie_Lease (Naam, Fencing, Houder, Tot)
        SELECT @Naam, 1, @Houder, @Tot
        WHERE NOT EXISTS (SELECT 1 FROM Synchronisatie_Lease WHERE Naam = @Naam);
        """;

    private const string Find = """
        SELECT Naam, Fencing
        FROM Synchronisatie_Lease
        WHERE Naam = @Naam AND Houder = @Houder;
        """;

    private const string Renew = """
        UPDATE Synchronisatie_Lease
        SET Tot = @Tot
        WHERE Naam = @Naam AND Fencing = @Fencing AND Tot > @Now;
        """;

    private const string Release = """
        UPDATE Synchronisatie_Lease
        SET Tot = @Now
        WHERE Naam = @Naam AND Fencing = @Fencing AND Tot > @Now;
        """;

    public Task<Lease?> TakeAsync(string naam, string houder, TimeSpan duur, CancellationToken ct) =>
        repetition.RunAsync("Taking a lease", isRemembered: false, () => TryAsync(naam, houder, duur, ct), ct);

    public async Task<bool> RenewAsync(Lease lease, TimeSpan duur, CancellationToken ct)
    {
        var now = clock.Time.GetUtcNow();
        var parameters = new { lease.Naam, lease.Fencing, Now = now, Tot = now + duur };
        return await session.ExecuteApartAsync(Renew, parameters, ct) == 1;
    }

    public Task ReleaseAsync(Lease lease, CancellationToken ct) =>
        session.ExecuteApartAsync(Release, new { lease.Naam, lease.Fencing, Now = clock.Time.GetUtcNow() }, ct);

    private async Task<Lease?> TryAsync(string naam, string houder, TimeSpan duur, CancellationToken ct)
    {
        var now = clock.Time.GetUtcNow();
        var parameters = new
        {
            Naam = naam,
            Houder = houder,
            Now = now,
            Tot = now + duur,
            Longest = now + SyncOptions.LongestLease,
        };
        await using var scope = await session.BeginAsync(ct);
        try
        {
            if (await session.ExecuteAsync(Take, parameters, ct) + await session.ExecuteAsync(Add, parameters, ct) == 0)
            {
                return null;
            }
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return null;
        }

        var taken = await session.FindAsync<Row>(Find, parameters, ct);
        await scope.CommitAsync(ct);
        return taken is null ? null : new Lease(taken.Naam, taken.Fencing);
    }

    private sealed class Row
    {
        public required string Naam { get; init; }

        public required int Fencing { get; init; }
    }
}
