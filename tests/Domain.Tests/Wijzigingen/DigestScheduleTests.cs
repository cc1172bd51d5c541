using FsCheck.Xunit;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Domain.Tests.Wijzigingen;

public sealed class DigestScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_first_message_goes_at_once_when_the_hour_has_come() =>
        DigestSchedule.EersteMoment(Now, 7, laatsteDag: null).Should().Be(Now);

    [Fact]
    public void Before_the_hour_it_waits_for_it() => DigestSchedule.EersteMoment(Now, 17, laatsteDag: null)
        .Should().Be(new DateTimeOffset(2026, 11, 26, 16, 0, 0, TimeSpan.Zero), "that is 17:00 by the Dutch clock");

    [Fact]
    public void After_one_of_today_the_next_waits_for_the_hour_of_tomorrow() =>
        DigestSchedule.EersteMoment(Now, 7, new DateOnly(2026, 11, 26))
            .Should().Be(new DateTimeOffset(2026, 11, 27, 6, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_day_ends_at_midnight_by_the_Dutch_clock() =>
        DigestSchedule.DagVan(new DateTimeOffset(2026, 11, 26, 23, 30, 0, TimeSpan.Zero)).Should().Be(new DateOnly(2026, 11, 27));

    [Property]
    public bool No_two_messages_go_on_one_day_and_none_before_its_hour(int minutes, byte hour)
    {
        var now = Now.AddMinutes(minutes % 1_000_000);
        var first = DigestSchedule.EersteMoment(now, hour % 24, laatsteDag: null);
        var second = DigestSchedule.EersteMoment(first, hour % 24, DigestSchedule.DagVan(first));

        // The one hour that a spring night skips begins an hour later.
        return first >= now
            && DigestSchedule.DagVan(second) > DigestSchedule.DagVan(first)
            && Nederland.KlokOp(first).Hour >= hour % 24
            && second - first <= TimeSpan.FromHours(49);
    }

    [Property]
    public bool Pauses_grow_and_stay_within_six_hours_and_a_fifth(ushort mislukt, byte toeval)
    {
        var pauze = DigestSchedule.PauzeNa(mislukt, toeval / 255.0);

        return pauze >= DigestSchedule.PauzeNa(mislukt, 0)
            && DigestSchedule.PauzeNa(mislukt + 1, 0) >= DigestSchedule.PauzeNa(mislukt, 0)
            && pauze <= TimeSpan.FromHours(7.2)
            && pauze >= TimeSpan.FromMinutes(5);
    }
}
