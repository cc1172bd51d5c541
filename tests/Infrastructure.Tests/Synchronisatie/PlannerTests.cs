using System.Diagnostics;
using System.Globalization;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>What the scheduler mends by itself.</summary>
public sealed class PlannerTests : IAsyncDisposable
{
    private const string CountPlanned = """
        SELECT COUNT(*)
        FROM QRTZ_TRIGGERS
        WHERE TRIGGER_NAME = @Naam AND TRIGGER_STATE = 'WAITING' AND NEXT_FIRE_TIME > @Now;
        """;

    private const string Stick = """
        UPDATE QRTZ_TRIGGERS
        SET TRIGGER_STATE = 'ACQUIRED', NEXT_FIRE_TIME = @Past
        WHERE TRIGGER_NAME = @Naam;
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestDatabase _database = TestDatabase.Create();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_trigger_that_is_stuck_is_planned_anew()
    {
        var opens = Nederland.KlokOp(DateTimeOffset.UtcNow.AddHours(12));
        var services = _database.StartProcess(sources: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Numo:Sync:Venster"] = string.Create(
                CultureInfo.InvariantCulture, $"{opens:HH:mm:ss}-{opens.AddHours(1):HH:mm:ss}"),
            ["Numo:Sync:Uitloop"] = "00:00:00",
            ["Numo:Sync:Bijwerken"] = "00:00:00.100",
        });
        var school = await _database.RegisterSchoolAsync();
        await _database.ConnectAsync(school);
        await _database.ChangeAsync(school, k => k.Activate(SyncedSchool.Feit).Value);
        var now = DateTimeOffset.UtcNow;
        var parameters = new { Naam = school.ToString(), Now = now.UtcTicks, Past = now.AddHours(-1).UtcTicks };
        using var planner = services.GetRequiredService<Planner>();
        await planner.StartAsync(default);
        try
        {
            await UntilPlannedAsync(parameters);

            await _database.ExecuteAsync(Stick, parameters);

            await UntilPlannedAsync(parameters);
        }
        finally
        {
            await planner.StopAsync(default);
        }
    }

    private async Task UntilPlannedAsync(object parameters)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await IsPlannedAsync(parameters))
        {
            Stopwatch.GetElapsedTime(begin).Should().BeLessThan(Patience);
            await Task.Delay(25);
        }
    }

    private async Task<bool> IsPlannedAsync(object parameters)
    {
        try
        {
            return await _database.QueryAsync<int>(CountPlanned, parameters) is [1];
        }
        catch (System.Data.Common.DbException)
        {
            // Quartz has yet to make its tables.
            return false;
        }
    }
}
