using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>What the store tells of a night, whichever engine it is on.</summary>
internal sealed class Nachtboek
{
    private const string Ended =
        "SELECT SchoolId FROM Synchronisatie_Ronde WHERE Volgnummer = 0 AND Uitkomst <> 0;";

    private const string Endings = "SELECT SchoolId FROM Privacy_Audit WHERE Actie = 'SyncSchool';";

    private const string Applies =
        "SELECT SchoolId FROM Privacy_Audit WHERE Actie = 'ApplyImport' AND Subject = 'numo-sync';";

    private const string Held = "SELECT Naam, Houder FROM Synchronisatie_Lease WHERE Tot > @Now;";

    private const string Open = """
        SELECT SchoolId, Pogingen, NietVoor, FoutCode
        FROM Synchronisatie_Ronde
        WHERE Volgnummer = 0 AND Uitkomst = 0;
        """;

    private const string Triggers =
        "SELECT TRIGGER_NAME AS Naam, TRIGGER_STATE AS Staat FROM QRTZ_TRIGGERS WHERE TRIGGER_GROUP = 'school';";

    private readonly SqlDialect _dialect;

    public Nachtboek(SqlDialect dialect)
    {
        TypeHandlers.Register();
        _dialect = dialect;
    }

    /// <summary>The schools whose ronde of the night has ended.</summary>
    public Task<IReadOnlyList<SchoolId>> ListEndedAsync() => QueryAsync<SchoolId>(Ended);

    /// <summary>How often the audit says of each school that its ronde ended.</summary>
    public Task<IReadOnlyDictionary<SchoolId, int>> CountEndingsAsync() => CountAsync(Endings);

    /// <summary>How often changes were applied at each school by night.</summary>
    public Task<IReadOnlyDictionary<SchoolId, int>> CountAppliesAsync() => CountAsync(Applies);

    /// <summary>What is held now: schools, places and the right to schedule.</summary>
    public Task<IReadOnlyList<HeldLease>> ListHeldAsync() => QueryAsync<HeldLease>(Held);

    /// <summary>The leases of schools that somebody is at: whose ronde has not ended.</summary>
    public async Task<IReadOnlyList<HeldLease>> ListAtWorkAsync()
    {
        var held = await ListHeldAsync();
        var ended = (await ListEndedAsync()).Select(Lease.OfSchool).ToHashSet(StringComparer.Ordinal);
        return [.. held.Where(lease => lease.IsSchool && !ended.Contains(lease.Naam))];
    }

    /// <summary>How far the schools are that have not ended.</summary>
    public async Task<string> DescribeOpenAsync()
    {
        var ended = await ListEndedAsync();
        var open = await QueryAsync<Rest>(Open);
        var triggers = await QueryAsync<Trekker>(Triggers);
        return string.Join('\n', triggers
            .Where(trigger => !ended.Contains(trigger.School))
            .Select(trigger => $"{trigger} {open.SingleOrDefault(rest => rest.SchoolId == trigger.School)}"));
    }

    private async Task<IReadOnlyDictionary<SchoolId, int>> CountAsync(string sql) =>
        (await QueryAsync<SchoolId>(sql)).CountBy(school => school).ToDictionary();

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql)
    {
        await using var session = new DbSession(_dialect);

        // The processes of the night go by the clock of the machine.
        var parameters = new { Now = TimeProvider.System.GetUtcNow() };
        return await session.QueryAsync<T>(sql, parameters, CancellationToken.None);
    }

    /// <summary>A lease that somebody holds.</summary>
    internal sealed record HeldLease(string Naam, string Houder)
    {
        public bool IsSchool => Naam.StartsWith("school/", StringComparison.Ordinal);

        public bool IsPlanner => string.Equals(Naam, Lease.Planner, StringComparison.Ordinal);

        /// <summary>Whether a process holds it, or did when it died.</summary>
        public bool IsOf(int process) => Houder.Contains($"/{process}/", StringComparison.Ordinal);
    }

    private sealed record Rest
    {
        public SchoolId SchoolId { get; init; }

        public int Pogingen { get; init; }

        public DateTimeOffset? NietVoor { get; init; }

        public string? FoutCode { get; init; }
    }

    private sealed record Trekker(string Naam, string Staat)
    {
        public SchoolId School => new(Guid.Parse(Naam));
    }
}
