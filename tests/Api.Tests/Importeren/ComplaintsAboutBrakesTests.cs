using Dapper;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;
using static Kurve.Numo.Api.Tests.Importeren.ImportSteps;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>What users of other rostering systems complain of, as far as brakes, modes and school years answer it.</summary>
[Collection(nameof(DagenApi))]
public sealed class ComplaintsAboutBrakesTests(EndToEnd api) : IDisposable
{
    /// <summary>So many days change more than a tenth of the pupils.</summary>
    private const int ManyDays = 40;

    public void Dispose() => api.Simulator.Day = 0;

    [Fact]
    public async Task A_corrupt_source_makes_everybody_unknown_and_the_sync_wants_to_archive_everyone()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Limiet = Limit(10) });
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.OtherPeople, simulated.Brin);
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.OtherPupils, simulated.Brin);

        var run = await school.PreviewAsync();

        run.State.Should().Be(ImportState.Wachtend, "no limit lets this through");
        run.Remmen.Select(r => r.Code).Should().Equal("SLEUTELS_ONBEKEND", "SLEUTELS_ONBEKEND");
        run.Remmen.Select(r => r.Tekst).Should().Satisfy(t => t.Contains("leerlingen"), t => t.Contains("docenten"));
        (await RefusalAsync(() => school.ApplyAsync(run))).Should().Be("REM_STAAT_AAN");
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils);
    }

    [Fact]
    public async Task The_sync_says_success_while_the_files_hold_next_to_nothing()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Limiet = Limit(10) });
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.PartOfThePeople, simulated.Brin);

        var run = await school.PreviewAsync();

        run.State.Should().Be(ImportState.Wachtend);
        run.Remmen.Should().Contain(r => r.Code == "BRON_GEKROMPEN" && r.Tekst.Contains($"{simulated.Pupils}"));
        var applied = await school.ApplyAsync(await school.ReleaseAsync(run));
        applied.ToegepastePersonen.Should().Be(
            run.Leerlingen.Archiveren + run.Docenten.Archiveren + run.Leerlingen.Bijwerken + run.Docenten.Bijwerken,
            "the outcome is what was done, and not that it ended well");
    }

    [Fact]
    public async Task The_threshold_blocks_legitimate_changes_in_August()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        api.Simulator.Day = ManyDays;

        var run = await school.PreviewAsync();
        var wrong = await RefusalAsync(() => school.ReleaseAsync(run, new string('0', 64)));
        var released = await school.ReleaseAsync(run);
        var applied = await school.ApplyAsync(released);

        run.Remmen.Should().OnlyContain(r => r.Code == "TE_VEEL_ARCHIVERINGEN");
        wrong.Should().Be("PLAN_HASH_ONJUIST");
        applied.State.Should().Be(ImportState.Toegepast);
        (await school.GetBeleidAsync()).HuidigAantal.Should().Be(10, "a release is for one plan and leaves no trace");
    }

    [Fact]
    public async Task A_release_of_one_plan_does_not_release_the_next()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        api.Simulator.Day = ManyDays;
        var released = await school.ReleaseAsync(await school.PreviewAsync());
        api.Simulator.Day = ManyDays + 1;

        var next = await school.PreviewAsync();

        next.State.Should().Be(ImportState.Wachtend);
        (await RefusalAsync(() => school.ReleaseAsync(next, released.PlanHash))).Should().Be("PLAN_HASH_ONJUIST");
        (await RefusalAsync(() => school.ApplyAsync(released))).Should().Be("STATE_ONGESCHIKT", "it was replaced");
    }

    [Fact]
    public async Task Administrators_raise_the_threshold_and_forget_to_put_it_back()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Limiet = Limit(10) });
        api.Simulator.Day = ManyDays;
        var raised = await school.PreviewAsync();
        await PassDaysAsync(school);

        var forgotten = await school.PreviewAsync();

        raised.State.Should().Be(ImportState.Vergeleken, "the limit was raised");
        raised.Waarschuwingen.Should().Contain(w => w.Code == "LIMIET_AFGESPROKEN");
        forgotten.State.Should().Be(ImportState.Wachtend, "it came back by itself");
        forgotten.Waarschuwingen.Should().Contain(w => w.Code == "LIMIET_VERLOPEN");
        var beleid = await school.GetBeleidAsync();
        (beleid.LimietVerlopen, beleid.HuidigAantal, beleid.Limiet.Eigenaar).Should().Be((true, 10, "Administratie"));
    }

    [Fact]
    public async Task A_runaway_deletion_guard_is_one_number_in_a_configuration_file()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        await other.ImportAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Limiet = Limit(10, aantal: 0, aandeel: 1) });
        await other.ChangeBeleidAsync(new Importbeleid { Limiet = Limit(10, aantal: 0, aandeel: 0) });
        api.Simulator.Day = 1;

        (await school.PreviewAsync()).State.Should().Be(ImportState.Vergeleken, "over the number, not over the share");
        (await other.PreviewAsync()).State.Should().Be(ImportState.Wachtend, "over both");
    }

    [Fact]
    public async Task Next_years_timetable_in_summer_swaps_memberships_and_pupils_lose_this_years_work()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        var before = await ClassesAsync(school);

        var next = await school.PreviewAsync(NextSchooljaar);
        await school.ApplyAsync(next);

        next.Klassentabel.Overgangen.Should().NotBeEmpty("both years are shown side by side");
        var after = await ClassesAsync(school);
        before.Should().HaveCount(simulated.Pupils);
        before.Should().OnlyContain(l => after[l.Key] == l.Value);
    }

    [Fact]
    public async Task Removals_are_not_processed_and_dropped_pupils_stay_in_lists()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        api.Simulator.Day = 3;
        var leavers = api.Simulator.Changes(simulated, 0, 3).Leavers;

        var run = await school.PreviewAsync();
        var rows = (await school.ListRegelsAsync(run, RegelSoort.Archiveren))
            .Where(r => r.Persoon == Persoonssoort.Leerling).ToList();
        await school.ApplyAsync(run);

        rows.Should().HaveCount(leavers, "who leaves is named before it happens");
        (await ClassesAsync(school)).Keys.Should().NotIntersectWith(rows.Select(r => r.AccountId));
    }

    [Fact]
    public async Task One_click_deactivates_without_a_confirmation()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        api.Simulator.Day = 3;

        var run = await school.PreviewAsync();
        var unseen = await RefusalAsync(() => school.Import.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
        }).ResponseAsync);

        run.Leerlingen.Archiveren.Should().BePositive();
        unseen.Should().NotBeEmpty("applying names the plan that was looked at");
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils, "a preview alone changes nobody");
    }

    /// <summary>Lets the last day of the agreement be over.</summary>
    private async Task PassDaysAsync(TestSchool school)
    {
        await using var connection = await api.Api.OpenDatabaseAsync();
        var changed = await connection.ExecuteAsync(
            "UPDATE Importeren_Beleid SET LimietTotEnMet = @Gisteren WHERE SchoolId = @SchoolId;",
            new { Gisteren = Day(-2), SchoolId = TypeHandlers.ToBytes(Guid.Parse(school.Id)) });
        changed.Should().Be(1);
    }

    /// <summary>The class of each active pupil.</summary>
    private static async Task<Dictionary<string, string>> ClassesAsync(TestSchool school) =>
        (await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 500 }))
        .Leerlingen.ToDictionary(l => l.Id, l => l.Stamgroep?.Naam ?? "");
}
