using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Kurve.Numo.Infrastructure.Tests.Persistence.TransactSql;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>What the stores of syncs promise, on every engine.</summary>
public sealed class SyncStoreTests : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Nacht = new(2026, 11, 26);

    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync() => _school = await _database.RegisterSchoolAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Of_many_who_take_a_lease_at_once_one_has_it()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => LeaseAsync(
            leases => leases.TakeAsync("school/a", $"process {i}", Long, default))));

        taken.OfType<Lease>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_lease_that_was_taken_or_given_back_before_the_clock_jumped_40_days_back_holds_no_longer()
    {
        await TakeAsync("school/a", TimeSpan.FromDays(40));
        await TakeAsync("school/b", Long);

        (await TakeAsync("school/a", Long)).Should().NotBeNull("nobody takes a lease for so long");
        (await TakeAsync("school/b", Long)).Should().BeNull("it is held");
    }

    [Fact]
    public async Task A_lease_that_was_given_back_or_ran_out_is_taken_with_a_higher_number()
    {
        var first = await TakeAsync("school/a", Long);
        (await TakeAsync("school/a", Long)).Should().BeNull("it is held");
        (await TakeAsync("school/b", Long)).Should().NotBeNull("that is another");
        await LeaseAsync(async leases =>
        {
            await leases.ReleaseAsync(first!, default);
            return true;
        });

        var second = await TakeAsync("school/a", TimeSpan.FromMilliseconds(1));
        await Task.Delay(5);
        var third = await TakeAsync("school/a", Long);

        second!.Fencing.Should().BeGreaterThan(first!.Fencing);
        third!.Fencing.Should().BeGreaterThan(second.Fencing);
        (await RenewAsync(second)).Should().BeFalse("another has it");
        await LeaseAsync(async leases =>
        {
            await leases.ReleaseAsync(second, default);
            return true;
        });
        (await RenewAsync(third)).Should().BeTrue("who lost it cannot give it back");
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_not_renewed_though_nobody_took_it()
    {
        var lease = await TakeAsync("school/a", TimeSpan.FromMilliseconds(1));
        await Task.Delay(5);

        (await RenewAsync(lease!)).Should().BeFalse("another may have begun already");
    }

    [Fact]
    public async Task The_runbook_shows_the_leases_that_are_held_with_the_school()
    {
        await TakeAsync(Lease.OfSchool(_school), Long);
        await TakeAsync(Lease.OfLas(Las.Magister, 0), Long);
        await TakeAsync("school/over", TimeSpan.FromMilliseconds(1));
        await Task.Delay(5);
        var runbook = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "stuck-run.md"));
        var statements = runbook.Split("```sql")[1..].Select(part => part.Split("```")[0]).ToArray();
        Statements.Parse(statements[1]).Batches.Should().ContainSingle("it is T-SQL");

        var held = await _database.QueryAsync<Held>(statements[TestStore.IsSqlServer ? 1 : 0]);

        held.Select(lease => (lease.Naam, lease.Brin)).Should().BeEquivalentTo(
            [(Lease.OfSchool(_school), "99AB"), (Lease.OfLas(Las.Magister, 0), (string?)null)]);
    }

    [Fact]
    public async Task A_night_has_one_ronde()
    {
        var ronde = Ronde.VanNacht(_school, Nacht, Now, "numo-sync");

        (await RondeAsync(rondes => rondes.AddAsync(ronde, default))).Should().BeTrue();

        (await RondeAsync(rondes => rondes.AddAsync(ronde, default))).Should().BeFalse();
        (await RondeAsync(rondes => rondes.ExistsAsync(_school, Nacht, default))).Should().BeTrue();
        (await RondeAsync(rondes => rondes.ExistsAsync(_school, Nacht.AddDays(1), default))).Should().BeFalse();
        (await ListEndedAsync()).Should().BeEmpty();
        await RondeAsync(rondes => rondes.UpdateAsync(ronde.End(Rondeuitkomst.Wacht, Now), default));
        (await ListEndedAsync()).Should().Equal(_school);
    }

    [Fact]
    public async Task What_was_stored_is_read_back_to_the_letter()
    {
        var ronde = Ronde.VanNacht(_school, Nacht, Now, "numo-sync").Begin(7, Now)
            .Fail(new Importfout("CODE", "Tekst"), Actiehouder.Magister, Now) with
        { Run = new ImportRunId(Guid.CreateVersion7()) };
        await RondeAsync(rondes => rondes.AddAsync(ronde, default));

        (await FindAsync()).Should().Be(ronde);
    }

    [Fact]
    public async Task Who_has_an_older_fencing_number_changes_nothing()
    {
        var ronde = Ronde.VanNacht(_school, Nacht, Now, "numo-sync");
        await RondeAsync(rondes => rondes.AddAsync(ronde, default));
        var (older, newer) = (ronde.Begin(1, Now), ronde.Begin(2, Now));
        (await RondeAsync(rondes => rondes.BeginAsync(older, default))).Should().BeTrue();
        (await RondeAsync(rondes => rondes.BeginAsync(newer, default))).Should().BeTrue();

        (await RondeAsync(rondes => rondes.BeginAsync(older, default))).Should().BeFalse();
        (await RondeAsync(rondes => rondes.UpdateAsync(older.End(Rondeuitkomst.Toegepast, Now), default)))
            .Should().BeFalse();
        (await FindAsync()).Should().Be(newer);
        var ended = newer.End(Rondeuitkomst.NietsNieuws, Now);
        (await RondeAsync(rondes => rondes.UpdateAsync(ended, default))).Should().BeTrue();
        (await FindAsync()).Should().BeNull("it has ended");
        (await RondeAsync(rondes => rondes.BeginAsync(ronde.Begin(3, Now), default))).Should().BeFalse("it has ended");
    }

    [Fact]
    public async Task A_school_is_found_alone_and_its_next_turn_is_in_a_night_that_it_has_not_had()
    {
        await _database.ConnectAsync(_school);
        await _database.ChangeAsync(_school, k => k.Activate(SyncedSchool.Feit).Value);
        var other = await _database.RegisterSchoolAsync("99AC");
        await _database.ConnectAsync(other);
        var before = await NextAsync();
        var night = Nachtvenster.Standaard.NachtOp(before);
        await RondeAsync(rondes => rondes.AddAsync(Ronde.VanNacht(_school, night, before, "numo-sync"), default));

        (await NextAsync()).Should().Be(Nachtvenster.Standaard.MomentVan(_school, night.AddDays(1)));
    }

    [Fact]
    public async Task Rondes_are_listed_newest_first_page_by_page()
    {
        foreach (var (dag, nummer) in new[] { (0, 0), (0, 1), (0, 2), (1, 0), (1, 1) })
        {
            var gevraagd = Now.AddDays(dag).AddHours(nummer == 0 ? 1.5 : nummer);
            var ronde = Ronde.VanNacht(_school, Nacht.AddDays(dag), gevraagd, "jan") with { Volgnummer = nummer };
            await RondeAsync(rondes => rondes.AddAsync(ronde, default));
        }

        var listed = new List<(int Dag, int Nummer)>();
        string? after = null;
        do
        {
            var page = (await _database.SendAsync(new ListRondes(_school, new PageRequest(2, after)))).Value;
            listed.AddRange(page.Items.Select(r => (r.Nacht.DayNumber - Nacht.DayNumber, r.Volgnummer)));
            after = page.Next;
        }
        while (after is not null);

        listed.Should().Equal([(1, 0), (1, 1), (0, 2), (0, 0), (0, 1)], "by when each was due or asked for");
        (await RondeAsync(r => r.FindLaatsteVolgnummerAsync(_school, Nacht, default))).Should().Be(2);
    }

    [Fact]
    public async Task What_a_school_wants_is_read_back_and_of_two_changes_at_once_one_loses()
    {
        var first = Syncbeleid.Standaard(_school).Change([], "Verbouwing", "jan", Now).Value;
        (await BeleidAsync(beleid => beleid.SaveAsync(first, default))).Should().BeTrue();
        (await BeleidAsync(beleid => beleid.SaveAsync(first, default))).Should().BeFalse();

        (await BeleidAsync(beleid => beleid.GetAsync(_school, default))).Should().BeEquivalentTo(first);

        var second = first.Change([RegelSoort.Nieuw], "", "piet", Now).Value;
        (await BeleidAsync(beleid => beleid.SaveAsync(second, default))).Should().BeTrue();
        (await BeleidAsync(beleid => beleid.SaveAsync(second, default))).Should().BeFalse();
    }

    [Fact]
    public async Task A_ronde_of_a_night_that_is_over_is_ended_by_day_and_not_done()
    {
        var clock = _database.Services.GetRequiredService<TimeProvider>();
        var eergisteren = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-2);
        var ronde = Ronde.VanNacht(_school, eergisteren, Now, "numo-sync");
        await RondeAsync(rondes => rondes.AddAsync(ronde, default));

        await _database.SendAsync(new SyncSchool(_school));

        (await FindAsync()).Should().BeNull();
        var listed = (await _database.SendAsync(new ListRondes(_school, new PageRequest(1, null)))).Value.Items.Single();
        (listed.Uitkomst, listed.Fout!.Code, listed.Run).Should().Be((Rondeuitkomst.Mislukt, "NACHT_VOORBIJ", null));
    }

    [Fact]
    public async Task A_school_whose_gate_lapsed_is_still_scheduled_and_one_that_is_suspended_or_paused_is_not()
    {
        await _database.ConnectAsync(_school);
        (await ListActiveAsync()).Should().BeEmpty("Kurve has not activated it");

        await _database.ChangeAsync(
            _school, k => k.Activate(SyncedSchool.Feit).Value.Weerleg(Poort.Webservice, SyncedSchool.Feit));
        (await ListActiveAsync()).Should().Equal(_school);

        var paused = Syncbeleid.Standaard(_school).Change(null, "Verbouwing", "jan", Now).Value;
        await BeleidAsync(beleid => beleid.SaveAsync(paused, default));
        (await ListActiveAsync()).Should().BeEmpty("it is paused");

        await BeleidAsync(beleid => beleid.SaveAsync(paused.Change(null, "", "jan", Now).Value, default));
        (await ListActiveAsync()).Should().Equal(_school);
        await _database.ChangeAsync(_school, k => k.Suspend(SyncedSchool.Feit).Value);
        (await ListActiveAsync()).Should().BeEmpty("it is suspended");
    }

    [Fact]
    public async Task A_ronde_that_rests_is_woken_unless_it_went_on_meanwhile()
    {
        var rests = Ronde.VanNacht(_school, Nacht, Now, "numo-sync").Begin(1, Now)
            .Fail(new Importfout("CODE", "Tekst"), Actiehouder.Magister, Now);
        await RondeAsync(rondes => rondes.AddAsync(rests, default));
        await WakeAsync(rests with { Fencing = 2 });
        (await FindAsync()).Should().Be(rests, "another try has begun, with a rest of its own");

        await WakeAsync(rests);

        var woken = rests with { NietVoor = null };
        (await FindAsync()).Should().Be(woken);
        await RondeAsync(rondes => rondes.UpdateAsync(rests.End(Rondeuitkomst.Mislukt, Now), default));
        await WakeAsync(rests);
        (await FindAsync()).Should().BeNull("it has ended, and stays so");
    }

    [Fact]
    public async Task Whoever_asks_when_a_night_is_over_that_did_not_end_gets_one_ronde_of_his_own()
    {
        await _database.ConnectAsync(_school);
        await _database.ChangeAsync(_school, k => k.Activate(SyncedSchool.Feit).Value);
        var over = Ronde.VanNacht(_school, Nacht.AddDays(-3), Now.AddDays(-3), "numo-sync");
        await RondeAsync(rondes => rondes.AddAsync(over, default));

        var first = await _database.SendAsync(new StartSync(_school, RequestId: null));
        var second = await _database.SendAsync(new StartSync(_school, RequestId: null));

        first.Value.Volgnummer.Should().Be(1);
        second.Value.Should().Be(first.Value);
        (await RondeAsync(rondes => rondes.ListOpenAsync(_school, default))).Should().HaveCount(2);
    }

    [Fact]
    public async Task Whoever_asks_when_the_ronde_has_just_ended_is_told_so()
    {
        await _database.ConnectAsync(_school);
        await _database.ChangeAsync(_school, k => k.Activate(SyncedSchool.Feit).Value);
        var open = Ronde.VanNacht(_school, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1), Now, "numo-sync");
        var process = _database.StartProcess(services => services.AddScoped<IRondeRepository>(
            provider => new JustEnded(ActivatorUtilities.CreateInstance<RondeRepository>(provider), open)));

        var asked = await process.SendAsync(new StartSync(_school, RequestId: null));

        asked.Error.Should().BeOfType<RondeNetVerder>();
    }

    [Fact]
    public async Task Ended_rondes_of_long_ago_are_removed_when_the_school_is_synced()
    {
        var night = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var (days, isEnded) in new[] { (Ronde.BewaardeDagen + 1, true), (Ronde.BewaardeDagen, true), (0, false) })
        {
            var ronde = Ronde.VanNacht(_school, night.AddDays(-days), Now.AddDays(-days), "numo-sync") with
            {
                Volgnummer = 1,
            };
            await RondeAsync(rondes => rondes.AddAsync(
                isEnded ? ronde.End(Rondeuitkomst.NietsNieuws, Now) : ronde, default));
        }

        await _database.SendAsync(new SyncSchool(_school));

        var kept = (await _database.SendAsync(new ListRondes(_school, new PageRequest(9, null)))).Value.Items;
        kept.Select(r => night.DayNumber - r.Nacht.DayNumber).Should().Equal(0, Ronde.BewaardeDagen);
    }

    [Fact]
    public async Task A_ronde_that_never_gets_to_its_end_is_given_up()
    {
        var extra = Ronde.VanNacht(_school, Nacht, Now, "jan") with
        {
            Volgnummer = 1,
            Pogingen = Ronde.MeesteBeginnen,
        };
        await RondeAsync(rondes => rondes.AddAsync(extra, default));

        await _database.SendAsync(new SyncSchool(_school));

        var listed = (await _database.SendAsync(new ListRondes(_school, new PageRequest(1, null)))).Value.Items.Single();
        (listed.Uitkomst, listed.Fout!.Code, listed.Actiehouder).Should().Be(
            (Rondeuitkomst.Mislukt, "INTERNE_FOUT", Actiehouder.Kurve));
    }

    private sealed class Held
    {
        public required string Naam { get; init; }

        public string? Brin { get; init; }
    }

    private async Task<DateTimeOffset> NextAsync()
    {
        var request = new ListSyncs(new PageRequest(9, null), Uitkomst: null, Gepauzeerd: false, _school);
        return (await _database.SendAsync(request)).Value.Items.Single().Volgende!.Value;
    }

    private Task<IReadOnlySet<SchoolId>> ListEndedAsync() =>
        UseAsync<Planboek, IReadOnlySet<SchoolId>>(planboek => planboek.ListEndedAsync(Nacht, default));

    private Task<IReadOnlySet<SchoolId>> ListActiveAsync() =>
        UseAsync<Planboek, IReadOnlySet<SchoolId>>(planboek => planboek.ListActiveAsync(default));

    private Task<bool> WakeAsync(Ronde ronde) => RondeAsync(async rondes =>
    {
        await rondes.WakeAsync(ronde, default);
        return true;
    });

    private Task<Lease?> TakeAsync(string naam, TimeSpan duur) =>
        LeaseAsync(leases => leases.TakeAsync(naam, "process", duur, default));

    private Task<bool> RenewAsync(Lease lease) => LeaseAsync(leases => leases.RenewAsync(lease, Long, default));

    private Task<Ronde?> FindAsync() => RondeAsync(rondes => rondes.FindOpenAsync(_school, default));

    private Task<T> LeaseAsync<T>(Func<ILeases, Task<T>> use) => UseAsync(use);

    private Task<T> RondeAsync<T>(Func<IRondeRepository, Task<T>> use) => UseAsync(use);

    private Task<T> BeleidAsync<T>(Func<ISyncbeleidRepository, Task<T>> use) => UseAsync(use);

    private async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _database.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Still lists a ronde that has ended by then.</summary>
    private sealed class JustEnded(IRondeRepository inner, Ronde open) : IRondeRepository
    {
        public Task<Ronde?> FindOpenAsync(SchoolId schoolId, CancellationToken ct) => inner.FindOpenAsync(schoolId, ct);

        public Task<IReadOnlyList<Ronde>> ListOpenAsync(SchoolId schoolId, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Ronde>>([open]);

        public Task<bool> ExistsAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct) =>
            inner.ExistsAsync(schoolId, nacht, ct);

        public Task<int> FindLaatsteVolgnummerAsync(SchoolId schoolId, DateOnly dag, CancellationToken ct) =>
            inner.FindLaatsteVolgnummerAsync(schoolId, dag, ct);

        public Task<bool> AddAsync(Ronde ronde, CancellationToken ct) => inner.AddAsync(ronde, ct);

        public Task RemoveEndedAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct) =>
            inner.RemoveEndedAsync(schoolId, nacht, ct);

        public Task<bool> BeginAsync(Ronde ronde, CancellationToken ct) => inner.BeginAsync(ronde, ct);

        public Task<bool> WakeAsync(Ronde ronde, CancellationToken ct) => inner.WakeAsync(ronde, ct);

        public Task<bool> UpdateAsync(Ronde ronde, CancellationToken ct) => inner.UpdateAsync(ronde, ct);
    }
}
