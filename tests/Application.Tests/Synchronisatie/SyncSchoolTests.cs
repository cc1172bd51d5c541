using System.Threading.Channels;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Kurve.Numo.Application.Tests.Synchronisatie;

/// <summary>When a school is synced, and when it has to wait for its turn.</summary>
public sealed class SyncSchoolTests
{
    private static readonly SchoolId School = new(Guid.Parse("0198c7a2-6f3e-7c11-9d5b-000000000000"));
    private static readonly Syncinstellingen Instellingen = new(
        Nachtvenster.Standaard, TimeSpan.FromMinutes(90), MaxPerLas: 2, TimeSpan.FromSeconds(30));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly DateOnly Nacht = new(2026, 11, 26);
    private static readonly DateTimeOffset Beurt = Nachtvenster.Standaard.MomentVan(School, Nacht);

    private readonly IRondeRepository _rondes = Substitute.For<IRondeRepository>();
    private readonly IMislukteNachten _nachten = Substitute.For<IMislukteNachten>();
    private readonly IBerichtOutbox _outbox = Substitute.For<IBerichtOutbox>();
    private readonly ISyncbeleidRepository _beleid = Substitute.For<ISyncbeleidRepository>();
    private readonly ISender _sender = Substitute.For<ISender>();
    private readonly ILeases _leases = Substitute.For<ILeases>();
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly IKoppelingRepository _koppelingen = Substitute.For<IKoppelingRepository>();

    public SyncSchoolTests()
    {
        _beleid.GetAsync(School, default).ReturnsForAnyArgs(Syncbeleid.Standaard(School));
        _koppelingen.FindAsync(School, default).ReturnsForAnyArgs(new Koppeling
        {
            SchoolId = School,
            Las = Las.Magister,
            Schooldomein = Schooldomein.Hydrate("voorbeeld"),
            WebserviceGebruiker = "Kurve",
            Gemaakt = default,
        });
        _leases.TakeAsync("", "", default, default).ReturnsForAnyArgs((Lease?)null);
        _nachten.FindBeforeAsync(School, default, default).ReturnsForAnyArgs(new Nachtreeks(0, null));
    }

    [Fact]
    public async Task Before_its_turn_nothing_happens_and_that_is_when_it_comes()
    {
        var vervolg = await SyncAsync(Beurt.AddSeconds(-1));

        vervolg.Should().Be(new Syncvervolg(Beurt, Uitkomst: null));
        await _leases.DidNotReceiveWithAnyArgs().TakeAsync("", "", default, default);
    }

    [Fact]
    public async Task A_night_that_was_done_is_not_done_again()
    {
        _rondes.ExistsAsync(School, Nacht, default).ReturnsForAnyArgs(true);

        var vervolg = await SyncAsync(Beurt.AddSeconds(1));

        vervolg.Volgende.Should().Be(Nachtvenster.Standaard.MomentVan(School, Nacht.AddDays(1)));
    }

    [Theory]
    [InlineData(89, true)]
    [InlineData(91, false)]
    public async Task A_turn_that_was_missed_is_made_up_for_until_the_end_of_the_night(int minutesAfter, bool isDue)
    {
        await SyncAsync(Nachtvenster.Standaard.EindeVan(Nacht).AddMinutes(minutesAfter));

        await _leases.ReceivedWithAnyArgs(isDue ? 1 : 0).TakeAsync("", "", default, default);
    }

    [Fact]
    public async Task A_paused_school_is_passed_over()
    {
        _beleid.GetAsync(School, default).ReturnsForAnyArgs(
            Syncbeleid.Standaard(School).Change(null, "Verbouwing", "jan", Beurt).Value);

        (await SyncAsync(Beurt.AddSeconds(1))).Uitkomst.Should().BeNull();

        await _leases.DidNotReceiveWithAnyArgs().TakeAsync("", "", default, default);
    }

    [Fact]
    public async Task A_ronde_that_rests_is_left_until_it_has_rested()
    {
        var rests = Ronde.VanNacht(School, Nacht, Beurt, "numo-sync").Begin(1, Beurt)
            .Fail(new("CODE", "Tekst"), Actiehouder.Magister, Beurt);
        _rondes.FindOpenAsync(School, default).ReturnsForAnyArgs(rests);

        (await SyncAsync(Beurt.AddMinutes(1))).Volgende.Should().Be(Beurt + Ronde.Rust);

        await _leases.DidNotReceiveWithAnyArgs().TakeAsync("", "", default, default);
    }

    [Fact]
    public async Task When_all_places_of_its_LAS_are_taken_it_gives_the_school_back_and_comes_again_soon()
    {
        var own = new Lease(Lease.OfSchool(School), 7);
        _leases.TakeAsync(own.Naam, Instellingen.Houder, Instellingen.Lease, default).ReturnsForAnyArgs(
            call => call.ArgAt<string>(0) == own.Naam ? own : null);

        var vervolg = await SyncAsync(Beurt.AddSeconds(1));

        vervolg.Uitkomst.Should().BeNull();
        (vervolg.Volgende - Beurt).Should().BeLessThan(TimeSpan.FromSeconds(10));
        for (var plaats = 0; plaats < Instellingen.MaxPerLas; plaats++)
        {
            await _leases.Received(1).TakeAsync(
                Lease.OfLas(Las.Magister, plaats), Instellingen.Houder, Instellingen.Lease, default);
        }

        await _leases.Received(1).ReleaseAsync(own, default);
    }

    [Fact]
    public async Task When_a_place_cannot_be_asked_for_the_school_is_given_back()
    {
        var own = new Lease(Lease.OfSchool(School), 7);
        _leases.TakeAsync("", "", default, default).ReturnsForAnyArgs<Task<Lease?>>(
            call => call.ArgAt<string>(0) == own.Naam ? Task.FromResult<Lease?>(own) : throw new TimeoutException());

        await FluentActions.Awaiting(() => SyncAsync(Beurt.AddSeconds(1))).Should().ThrowAsync<TimeoutException>();

        await _leases.Received(1).ReleaseAsync(own, default);
    }

    [Fact]
    public async Task A_try_that_broke_off_rests_as_one_that_failed()
    {
        _leases.TakeAsync("", "", default, default).ReturnsForAnyArgs(new Lease(Lease.OfSchool(School), 7));
        var begun = Ronde.VanNacht(School, Nacht, Beurt, "numo-sync").Begin(7, Beurt);
        _rondes.AddAsync(default!, default).ReturnsForAnyArgs(true);
        _rondes.BeginAsync(default!, default).ReturnsForAnyArgs(true);
        _rondes.UpdateAsync(default!, default).ReturnsForAnyArgs(true);
        _rondes.FindOpenAsync(School, default).ReturnsForAnyArgs(null, null, begun);
        _sender.Send(default(TestKoppeling)!, default).ThrowsAsyncForAnyArgs(new TimeoutException("Een fout."));

        var vervolg = await SyncAsync(Beurt.AddSeconds(1));

        vervolg.Should().Be(new Syncvervolg(Beurt.AddSeconds(1) + Ronde.Rust, Uitkomst: null));
        await _rondes.Received(1).UpdateAsync(
            Arg.Is<Ronde>(r => r.Fout == Importfout.Intern && r.NietVoor == vervolg.Volgende && r.Fencing == 7), default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_went_on_since_it_was_found_is_not_begun(bool isExtra)
    {
        _leases.TakeAsync("", "", default, default).ReturnsForAnyArgs(new Lease(Lease.OfSchool(School), 7));
        var found = Ronde.VanNacht(School, Nacht, Beurt, "numo-sync").Begin(1, Beurt);
        var now = isExtra
            ? found with { Volgnummer = 1 }
            : found.Fail(new("CODE", "Tekst"), Actiehouder.Magister, Beurt);
        _rondes.FindOpenAsync(School, default).ReturnsForAnyArgs(found, now);

        (await SyncAsync(Beurt.AddSeconds(1))).Uitkomst.Should().BeNull();

        await _rondes.DidNotReceiveWithAnyArgs().BeginAsync(default!, default);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_once_more()
    {
        var (clock, renewals) = Renewals(count => count == 1 ? throw new TimeoutException("Database weg.") : true);
        await using var keeper = Keep(clock);

        for (var i = 0; i < 3; i++)
        {
            clock.Advance(Instellingen.Lease / 3);
            await renewals.ReadAsync().AsTask().WaitAsync(Patience);
        }

        keeper.Token.IsCancellationRequested.Should().BeFalse();
    }

    [Fact]
    public async Task When_no_renewal_succeeds_the_work_stops_before_the_lease_runs_out()
    {
        var (clock, renewals) = Renewals(_ => throw new TimeoutException("Database weg."));
        await using var keeper = Keep(clock);
        var stopped = new TaskCompletionSource();
        await using var registration = keeper.Token.Register(stopped.SetResult);

        for (var i = 0; i < 2; i++)
        {
            clock.Advance(Instellingen.Lease / 3);
            await renewals.ReadAsync().AsTask().WaitAsync(Patience);
        }

        await stopped.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task When_a_renewal_hangs_the_work_stops_before_the_lease_runs_out()
    {
        var clock = new FakeTimeProvider(Beurt);
        var renewing = new TaskCompletionSource();
        _leases.RenewAsync(default!, default, default).ReturnsForAnyArgs(async call =>
        {
            renewing.SetResult();
            await Task.Delay(Timeout.Infinite, call.ArgAt<CancellationToken>(2));
            return true;
        });
        await using var keeper = Keep(clock);
        var stopped = new TaskCompletionSource();
        await using var registration = keeper.Token.Register(stopped.SetResult);
        clock.Advance(Instellingen.Lease / 3);
        await renewing.Task.WaitAsync(Patience);

        clock.Advance(Instellingen.Lease / 2);

        await stopped.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task When_its_lease_is_lost_the_work_stops_and_whoever_has_it_now_goes_on()
    {
        var clock = new FakeTimeProvider(Beurt.AddSeconds(1));
        _leases.TakeAsync("", "", default, default).ReturnsForAnyArgs(new Lease(Lease.OfSchool(School), 7));
        var begun = new TaskCompletionSource();
        _rondes.AddAsync(default!, default).ReturnsForAnyArgs(true);
        _rondes.BeginAsync(default!, default).ReturnsForAnyArgs(async call =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, call.ArgAt<CancellationToken>(1));
            return true;
        });
        var syncing = HandlerAt(clock).Handle(new SyncSchool(School), default);
        await begun.Task;

        // No renewal succeeds.
        clock.Advance(Instellingen.Lease / 3);

        var vervolg = (await syncing).Value;
        vervolg.Uitkomst.Should().BeNull();
        (vervolg.Volgende - clock.GetUtcNow()).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    private (FakeTimeProvider Clock, ChannelReader<int> Renewals) Renewals(Func<int, bool> renew)
    {
        var renewals = Channel.CreateUnbounded<int>();
        var count = 0;
        _leases.RenewAsync(default!, default, default).ReturnsForAnyArgs(_ =>
        {
            renewals.Writer.TryWrite(++count);
            return Task.FromResult(renew(count));
        });
        return (new FakeTimeProvider(Beurt), renewals.Reader);
    }

    private LeaseKeeper Keep(FakeTimeProvider clock) => LeaseKeeper.Start(
        _leases, [new Lease(Lease.OfSchool(School), 7)], Instellingen.Lease, clock, default);

    private async Task<Syncvervolg> SyncAsync(DateTimeOffset now) =>
        (await HandlerAt(new FakeTimeProvider(now)).Handle(new SyncSchool(School), default)).Value;

    private SyncSchoolHandler HandlerAt(FakeTimeProvider clock)
    {
        var koppelingen = new Nachtkoppeling(_sender, Substitute.For<IKoppelingToegang>(), _koppelingen);
        var repetition = new Repetition(_work, new Touched(), NullLogger<Repetition>.Instance);
        var stappen = new Rondestappen(
            _rondes, new Storingmelder(_nachten, _outbox), _work, repetition, Substitute.For<IAuditLog>());
        var loop = new Rondeloop(
            _rondes,
            _beleid,
            import: null!,
            koppelingen,
            new PreparedYear(import: null!, stappen, clock, NullLogger<PreparedYear>.Instance),
            stappen,
            Instellingen,
            clock,
            NullLogger<Rondeloop>.Instance);
        return new SyncSchoolHandler(
            new Agenda(_rondes, _beleid, Instellingen),
            _leases,
            loop,
            koppelingen,
            Instellingen,
            clock,
            NullLogger<SyncSchoolHandler>.Instance);
    }
}
