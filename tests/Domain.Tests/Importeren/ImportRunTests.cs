using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class ImportRunTests
{
    private static readonly Schooljaar Jaar = Schooljaar.Hydrate(2026);

    private static readonly DateTimeOffset Now = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_run_goes_from_fetching_to_applied()
    {
        var run = Compared().BeginApply("hash", Jaar).Value.Applied([RegelSoort.Nieuw], 3, Now).Value;

        run.State.Should().Be(ImportState.Toegepast);
        run.Versie.Should().Be(5, "each transition raises it");
    }

    [Fact]
    public void A_brake_waits_for_a_person()
    {
        var run = Compared(Meldingen.LijstLeeg);

        run.State.Should().Be(ImportState.Wachtend);
        run.Actiehouder.Should().Be(Actiehouder.School);
        run.BeginApply("hash", Jaar).Error.Should().BeOfType<RemStaatAan>();
    }

    [Fact]
    public void A_brake_is_released_once_and_for_this_plan_alone()
    {
        var run = Compared(Meldingen.LijstLeeg);

        run.ReleaseBrake("another hash", Now).Error.Should().BeOfType<PlanHashOnjuist>();
        var released = run.ReleaseBrake("hash", Now).Value;
        released.State.Should().Be(ImportState.Vergeleken);
        released.ReleaseBrake("hash", Now).Error.Should().BeOfType<StateOngeschikt>();
    }

    [Fact]
    public void A_release_expires_with_the_plan_that_it_is_for()
    {
        var run = Compared(Meldingen.LijstLeeg) with { Vervalt = Now.AddHours(24) };

        var released = run.ReleaseBrake("hash", Now.AddHours(23)).Value;

        released.IsVervallen(Now.AddHours(24).AddTicks(-1)).Should().BeFalse();
        released.IsVervallen(Now.AddHours(24)).Should().BeTrue("a release gives no time");
        released.Expire(Now.AddHours(24)).Value.BeginApply("hash", Jaar).IsOk.Should().BeFalse();
    }

    [Fact]
    public void A_plan_that_was_not_looked_at_is_not_applied() =>
        Compared().BeginApply("another hash", Jaar).Error.Should().BeOfType<PlanHashOnjuist>();

    [Fact]
    public void A_run_that_ended_cannot_fail_or_be_discarded()
    {
        var applied = Compared().BeginApply("hash", Jaar).Value.Applied([], 0, Now).Value;

        applied.Discard(Now).IsOk.Should().BeFalse();
        applied.Fail(Importfout.Intern, Actiehouder.Kurve, Now).IsOk.Should().BeFalse();
    }

    [Fact]
    public void A_silent_fetch_is_taken_for_dead_after_its_lease()
    {
        var run = Started();

        run.IsVerlopen(Now + ImportRun.Lease).Should().BeFalse();
        run.IsVerlopen(Now + ImportRun.Lease + TimeSpan.FromTicks(1)).Should().BeTrue();
        Compared().IsVerlopen(Now + TimeSpan.FromDays(1)).Should().BeFalse("nobody fetches it any more");
    }

    [Fact]
    public void A_lease_that_ends_too_far_ahead_is_of_a_clock_that_was_moved_back()
    {
        var run = Started();

        run.IsVerlopen(run.LeaseTot - ImportRun.LongestLease).Should().BeFalse("clocks of replicas differ");
        run.IsVerlopen(run.LeaseTot - ImportRun.LongestLease - TimeSpan.FromTicks(1)).Should().BeTrue();
    }

    private static ImportRun Started() => ImportRun.Start(
        new ImportRunId(Guid.CreateVersion7()),
        new SchoolId(Guid.CreateVersion7()),
        Jaar,
        "test",
        Now);

    [Theory]
    [InlineData(0, 0, 0, Actiehouder.Niemand)]
    [InlineData(1, 0, 0, Actiehouder.School)]
    [InlineData(0, 1, 0, Actiehouder.School)]
    [InlineData(0, 0, 1, Actiehouder.School)]
    public void Who_was_left_over_by_an_apply_is_still_the_schools_to_mend(
        int conflict, int afgekeurd, int aangehouden, Actiehouder wie)
    {
        var docenten = Tellingen.Nul with { Conflict = conflict, Afgekeurd = afgekeurd, Aangehouden = aangehouden };
        var run = Started().Fetched(Now).Value.Compared(
            new Uitkomst("hash", 0, "vingerafdruk", Tellingen.Nul, docenten, Tellingen.Nul, [], [], null), Now).Value;

        run.BeginApply("hash", Jaar).Value.Applied([], 0, Now).Value.Actiehouder.Should().Be(wie);
    }

    private static ImportRun Compared(params Melding[] remmen) => Started().Fetched(Now).Value.Compared(
        new Uitkomst("hash", 0, "vingerafdruk", Tellingen.Nul, Tellingen.Nul, Tellingen.Nul, [], remmen, null),
        Now).Value;
}
