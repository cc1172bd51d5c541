using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

[Collection(nameof(GroteScholenApi))]
public sealed class UndoImportTests(GroteScholen api) : IAsyncLifetime
{
    private const int Later = 4;

    private TestSchool _school = null!;

    public async Task InitializeAsync()
    {
        (_school, _) = await api.TakeSchoolAsync();
        await _school.ApplyAsync(await _school.PreviewAsync());
    }

    public Task DisposeAsync()
    {
        api.Simulator.Day = 0;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Undoing_an_import_of_some_days_gives_back_what_was_before_it_to_the_byte()
    {
        var before = await _school.ExportAsync();
        api.Simulator.Day = Later;
        var run = await _school.ApplyAsync(await _school.PreviewAsync());
        var after = await _school.ExportAsync();

        var undone = await _school.UndoAsync(run);

        after.Should().NotBe(before);
        (await _school.ExportAsync()).Should().Be(before);
        undone.NietHersteld.Should().BeEmpty();
        undone.ImportRun.State.Should().Be(ImportState.Teruggedraaid);
        undone.ImportRun.Terugdraaiing.Hersteld.Should().Be(run.ToegepastePersonen);
        undone.ImportRun.Handelingen[^1].Soort.Should().Be(Handelingsoort.Teruggedraaid);
        (await _school.RegelsAsync(run)).Where(r => r.Uitkomst != Regeluitkomst.Gelaten).Should().OnlyContain(
            r => r.Uitkomst == Regeluitkomst.Teruggedraaid);
        (await _school.PreviewAsync()).Leerlingen.Should().Be(run.Leerlingen, "the same is to be done again");
    }

    [Fact]
    public async Task What_would_happen_is_told_and_nothing_of_it_happens()
    {
        api.Simulator.Day = Later;
        var run = await _school.ApplyAsync(await _school.PreviewAsync());
        var before = await _school.ExportAsync();

        var told = await _school.UndoAsync(run, validateOnly: true);

        told.ImportRun.Terugdraaiing.Hersteld.Should().Be(run.ToegepastePersonen);
        (await _school.ExportAsync()).Should().Be(before);
        (await _school.StateOfAsync(run)).Should().Be(ImportState.Toegepast);
    }

    [Fact]
    public async Task A_new_pupil_with_a_leerplan_of_its_own_stays_and_is_named()
    {
        api.Simulator.Day = Later;
        var run = await _school.ApplyAsync(await _school.PreviewAsync());
        var nieuw = (await _school.RegelsAsync(run)).First(
            r => r.Soort == RegelSoort.Nieuw && r.Persoon == Persoonssoort.Leerling);
        await AdaptLeerplanAsync(nieuw.NieuwAccountId);

        var undone = await _school.UndoAsync(run);

        var left = undone.NietHersteld.Should().ContainSingle(n => n.Soort == Herstelsoort.Leerling).Which;
        (left.Id, left.Naam, left.Reden.Code).Should().Be((nieuw.NieuwAccountId, nieuw.Naam, "IN_GEBRUIK"));
        undone.ImportRun.Terugdraaiing.NietHersteld.Should().Be(1);
        (await _school.Leerlingen.GetLeerlingAsync(
            new GetLeerlingRequest { SchoolId = _school.Id, LeerlingId = left.Id })).Leerling.Status
            .Should().Be(Status.Actief);
        (await _school.RegelsAsync(run)).Single(r => r.Nummer == nieuw.Nummer).Should().Match<ImportRegel>(r =>
            r.Uitkomst == Regeluitkomst.NietTeruggedraaid && r.UitkomstMelding.Code == "IN_GEBRUIK");
        (await RunCalls.NummersByUitkomstAsync(_school, run)).Should().BeEquivalentTo(
            RunCalls.NummersByUitkomst(await _school.RegelsAsync(run)));
    }

    [Fact]
    public async Task Only_the_last_applied_import_can_be_undone_and_then_the_one_before_it()
    {
        var first = (await _school.HistoryAsync(ImportState.Toegepast)).Single();
        api.Simulator.Day = Later;
        var second = await _school.ApplyAsync(await _school.PreviewAsync());

        var early = await RunCalls.ReasonAsync(() => _school.UndoAsync(first));
        await _school.UndoAsync(second);
        var twice = await RunCalls.ReasonAsync(() => _school.UndoAsync(second));
        var undone = await _school.UndoAsync(first);

        (early, twice).Should().Be(("NIET_LAATSTE_TOEGEPAST", "STATE_ONGESCHIKT"));
        undone.NietHersteld.Should().BeEmpty();
        (await _school.CountLeerlingenAsync()).Should().Be(0);
        (await _school.CountDocentenAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_preview_from_before_the_undo_is_not_applied()
    {
        var applied = (await _school.HistoryAsync(ImportState.Toegepast)).Single();
        api.Simulator.Day = Later;
        var preview = await _school.PreviewAsync();
        await _school.UndoAsync(applied);

        (await RunCalls.ReasonAsync(() => _school.ApplyAsync(preview))).Should().Be("STAND_GEWIJZIGD");
    }

    private async Task AdaptLeerplanAsync(string leerling)
    {
        var known = await _school.Leerplannen.ListVaardighedenAsync(new ListVaardighedenRequest());
        await _school.Leerplannen.ActivateVaardighedenAsync(new ActivateVaardighedenRequest
        {
            SchoolId = _school.Id,
            Bereik = new Leerplanbereik { LeerlingId = leerling },
            Vaardigheden = { known.Vaardigheden[0].Code },
            MetVoorwaarden = true,
        });
    }
}
