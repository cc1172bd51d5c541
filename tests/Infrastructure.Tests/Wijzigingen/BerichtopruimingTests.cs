using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Importeren.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>What was kept long enough goes, whether or not the school is told anything any more.</summary>
public sealed class BerichtopruimingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private Berichtschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await Berichtschool.CreateAsync();
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task Messages_of_a_school_that_turned_them_off_are_kept_for_90_days_and_then_taken_away()
    {
        await _school.SetAsync(new Berichtwijziging(false, null, null, null, null));
        _school.School.Clock.Advance(Bericht.Bewaartermijn - TimeSpan.FromMinutes(1));
        await CleanUpUntilAsync(_ => true);
        (await CountAsync("Wijzigingen_Bericht")).Should().Be(1);

        _school.School.Clock.Advance(TimeSpan.FromMinutes(2));
        await CleanUpUntilAsync(left => left == 0);

        (await CountAsync("Wijzigingen_Bericht")).Should().Be(0);
        (await CountAsync("Wijzigingen_Berichtregel")).Should().Be(0);
    }

    [Fact]
    public async Task A_message_that_is_still_to_be_sent_is_never_taken_away()
    {
        _school.School.Clock.Advance(2 * Bericht.Bewaartermijn);

        await CleanUpUntilAsync(_ => true);

        (await CountAsync("Wijzigingen_Bericht")).Should().Be(1);
    }

    /// <summary>Starts what cleans up in the background, until its first round has left what is wanted.</summary>
    private async Task CleanUpUntilAsync(Func<int, bool> isEnough)
    {
        using var patience = new CancellationTokenSource(Patience);
        var opruimer = _school.StartProcess().GetServices<IHostedService>().OfType<Opruimer>().Single();
        await opruimer.StartAsync(patience.Token);
        while (!isEnough(await CountAsync("Wijzigingen_Bericht")))
        {
            await Task.Delay(20, patience.Token);
        }

        await opruimer.StopAsync(patience.Token);
    }

    private async Task<int> CountAsync(string table) =>
        (await _school.School.Database.QueryAsync<int>($"SELECT COUNT(*) FROM {table};"))[0];
}
