using Kurve.Numo.Api.Tests.Importeren.Runs;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>What users of rostering systems complain of, as far as the history of imports answers it.</summary>
[Collection(nameof(ImporterenApi))]
public sealed class ComplaintsAboutRunsTests(EndToEnd api)
{
    [Fact]
    public async Task Sync_says_success_while_nothing_came_in__the_outcome_is_the_number_of_persons_and_each_row()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var preview = await school.PreviewAsync();

        var applied = await school.ApplyAsync(preview, "", RegelSoort.Archiveren);

        applied.ToegepastePersonen.Should().Be(0, "no row was of this kind");
        applied.Toepassing.Leerlingen.Should().Be(new Tellingen());
        (await school.RegelsAsync(applied)).Count(r => r.Uitkomst == Regeluitkomst.NietGekozen)
            .Should().BeGreaterThanOrEqualTo(simulated.Pupils);
    }

    [Fact]
    public async Task Removals_not_processed__a_row_that_was_not_chosen_says_so_and_comes_again()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var preview = await school.PreviewAsync();
        var left = (await school.RegelsAsync(preview)).First(r => r.Soort == RegelSoort.Nieuw);
        await school.Import.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = preview.Id,
            PlanHash = preview.PlanHash,
            Regels = { (await school.RegelsAsync(preview)).Skip(1).Select(r => r.Nummer).Take(50) },
        });

        var csv = await school.ExportRegelsAsync(preview);
        var next = await school.PreviewAsync();

        csv.Should().Contain($"{left.Nummer};leerling;nieuw;niet gekozen;");
        (await school.RegelsAsync(next)).Should().Contain(r => r.Soort == RegelSoort.Nieuw && r.Naam == left.Naam);
    }

    [Fact]
    public async Task Replace_roster_deletes_whoever_is_missing__undo_gives_back_and_takes_nothing_that_is_in_use()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());
        var pupil = (await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 1 })).Leerlingen[0];
        var known = await school.Leerplannen.ListVaardighedenAsync(new ListVaardighedenRequest());
        await school.Leerplannen.ActivateVaardighedenAsync(new ActivateVaardighedenRequest
        {
            SchoolId = school.Id,
            Bereik = new Leerplanbereik { LeerlingId = pupil.Id },
            Vaardigheden = { known.Vaardigheden[0].Code },
            MetVoorwaarden = true,
        });

        var undone = await school.UndoAsync(run);

        undone.NietHersteld.Should().ContainSingle(n => n.Id == pupil.Id && n.Reden.Code == "IN_GEBRUIK");
        undone.ImportRun.Terugdraaiing.Verwijderd.Should().Be(run.ToegepastePersonen - 1);
        (await school.CountLeerlingenAsync()).Should().Be(1);
        simulated.Pupils.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task Deactivated_by_one_click__every_step_is_two_and_can_be_undone()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var empty = await school.ExportAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());
        var before = await school.ExportAsync();

        var told = await school.UndoAsync(run, validateOnly: true);
        var untouched = await school.ExportAsync();
        var undone = await school.UndoAsync(run);

        told.ImportRun.Terugdraaiing.Verwijderd.Should().Be(run.ToegepastePersonen);
        untouched.Should().Be(before, "being told is not yet doing");
        undone.ImportRun.Terugdraaiing.Should().Be(told.ImportRun.Terugdraaiing, "what was told is what is done");
        (await school.ExportAsync()).Should().Be(empty);
    }

    [Fact]
    public async Task Support_cannot_see_what_happened__history_says_who_did_what_and_who_acts_next()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());
        await school.UndoAsync(run);
        var support = new ImportService.ImportServiceClient(api.Api.AsPerson("support", "numo.import"));

        var seen = (await support.ListImportRunsAsync(new ListImportRunsRequest { SchoolId = school.Id })).ImportRuns;

        seen.Should().ContainSingle().Which.Handelingen.Select(h => (h.Soort, h.Wie)).Should().Equal(
            (Handelingsoort.Aangevraagd, "test"),
            (Handelingsoort.Toegepast, "test"),
            (Handelingsoort.Teruggedraaid, "test"));
        seen[0].Actiehouder.Should().Be(Actiehouder.Niemand);
    }

    [Fact]
    public async Task Deletes_name_ids_the_consumer_never_knew__differences_are_between_the_schools_own_runs()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var foreign = await other.PreviewAsync();
        var mine = await school.PreviewAsync();
        await school.ApplyAsync(mine);
        var next = await school.PreviewAsync();

        var answer = await school.Import.CompareImportRunsAsync(
            new CompareImportRunsRequest { SchoolId = school.Id, ImportRunId = next.Id });
        var across = await RunCalls.ReasonAsync(() => school.Import.CompareImportRunsAsync(
            new CompareImportRunsRequest
            {
                SchoolId = school.Id,
                ImportRunId = next.Id,
                VorigeImportRunId = foreign.Id,
            }).ResponseAsync);

        answer.VorigeImportRun.Id.Should().Be(mine.Id);
        (answer.AantalErbij, answer.AantalEraf + answer.AantalAnders).Should().Be(
            (0, (await school.RegelsAsync(mine)).Count), "all that came is known now, and nothing else is spoken of");
        across.Should().Be("IMPORT_ONBEKEND");
    }

    [Fact]
    public async Task Every_supplier_has_its_own_template__the_export_is_one_stable_profile()
    {
        var (one, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();

        var heads = new[] { await one.ExportAsync(), await other.ExportAsync() };

        heads.Should().OnlyContain(head => head == "\ufeffrol;status;vestiging;eckid;sleutel;stamnummer;idgebr;roepnaam;"
            + "voorvoegsel;achternaam;email;leerjaar;opleidingscode;opleiding;stamgroep;groepen;schooljaar\r\n");
    }
}
