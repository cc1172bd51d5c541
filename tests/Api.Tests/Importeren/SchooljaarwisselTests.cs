using Kurve.Numo.V1;
using static Kurve.Numo.Api.Tests.Importeren.ImportSteps;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>Imports of the next school year while this one goes on.</summary>
[Collection(nameof(GroteScholenApi))]
public sealed class SchooljaarwisselTests(GroteScholen api) : IAsyncLifetime
{
    private TestSchool _school = null!;
    private Dictionary<string, Leerling> _before = [];

    private int Pupils => api.Options.Pupils;

    public async Task InitializeAsync()
    {
        (_school, _) = await api.TakeSchoolAsync();
        await _school.ImportAsync();
        _before = await ListAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_preview_of_next_year_shows_the_classes_of_both_years_and_the_promotion_of_groups()
    {
        var run = await _school.PreviewAsync(NextSchooljaar);
        var moved = await _school.ListRegelsAsync(run, RegelSoort.Bijwerken);

        run.State.Should().Be(ImportState.Vergeleken, string.Join(' ', run.Remmen.Select(r => r.Tekst)));
        run.Klassentabel.Naar.Should().Be(NextSchooljaar);
        run.Klassentabel.Begonnen.Should().BeFalse();
        run.Klassentabel.Overgangen.Should()
            .Contain(o => o.Van == "1A" && o.Naar == "2A" && o.Aantal > 10)
            .And.Contain(o => o.Van == "1A" && o.Naar == "1A", "a few stay down")
            .And.Contain(o => o.Van == "" && o.Naar == "1A", "first-years come")
            .And.Contain(o => o.Van != "" && o.Naar == "", "examination classes leave");
        run.Klassentabel.Overgangen.Where(o => o.Van.Length > 0).Sum(o => o.Aantal).Should().Be(Pupils);
        moved.Where(r => r.Persoon == Persoonssoort.Leerling).Should().OnlyContain(
            r => r.VorigeStamgroep == _before[r.AccountId].Stamgroep.Naam && r.Stamgroep.Length > 0);
        run.Waarschuwingen.Should().Contain(w => w.Code == "VOORUITBLIK");
    }

    [Fact]
    public async Task Applying_next_year_changes_nothing_of_this_year_and_archives_nobody()
    {
        var run = await _school.PreviewAsync(NextSchooljaar);
        var applied = await _school.ApplyAsync(run);

        var after = await ListAsync();
        (run.Leerlingen.Archiveren, run.Docenten.Archiveren, run.GroepenArchiveren).Should().Be((0, 0, 0));
        applied.State.Should().Be(ImportState.Toegepast);
        after.Should().HaveCount(Pupils + run.Leerlingen.Nieuw);
        foreach (var (id, leerling) in _before)
        {
            (after[id].Stamgroep, after[id].Leerjaar, after[id].Doelgroep, after[id].Status).Should().Be(
                (leerling.Stamgroep, leerling.Leerjaar, leerling.Doelgroep, leerling.Status));
        }

        var groepen = await _school.Leerlingen.ListGroepenAsync(new ListGroepenRequest
        {
            SchoolId = _school.Id,
            Schooljaar = NextSchooljaar,
            PageSize = 500,
        });
        groepen.Groepen.Where(g => g.Soort == Groepsoort.Stamgroep).Sum(g => g.AantalLeerlingen).Should().Be(
            run.Klassentabel.Overgangen.Where(o => o.Naar.Length > 0).Sum(o => o.Aantal));
    }

    [Fact]
    public async Task What_waits_for_the_first_of_August_is_shown_with_that_day()
    {
        var run = await _school.PreviewAsync(NextSchooljaar);

        var held = await _school.ListRegelsAsync(run, RegelSoort.Aangehouden);
        var moved = await _school.ListRegelsAsync(run, RegelSoort.Bijwerken);

        var firstDay = $"1-8-{NextSchooljaar[..4]}";
        var leavers = run.Klassentabel.Overgangen.Where(o => o.Naar.Length == 0).Sum(o => o.Aantal);
        held.Where(r => r.AangehoudenSoort == RegelSoort.Archiveren).Should().HaveCount(leavers).And.OnlyContain(
            r => r.Meldingen[0].Tekst.Contains(firstDay) && r.VorigeStamgroep.Length > 0);
        moved.SelectMany(r => r.Wijzigingen).Where(w => w.Veld == "leerjaar").Should().NotBeEmpty()
            .And.OnlyContain(w => w.Aangehouden);
        moved.SelectMany(r => r.Wijzigingen).Where(w => w.Veld == "stamgroep").Should().NotBeEmpty()
            .And.OnlyContain(w => !w.Aangehouden);
    }

    [Fact]
    public async Task After_next_year_was_applied_this_years_import_archives_no_first_years()
    {
        var next = await _school.PreviewAsync(NextSchooljaar);
        await _school.ApplyAsync(next);

        var run = await _school.PreviewAsync();

        (run.Leerlingen.Archiveren, run.Leerlingen.Aangehouden).Should().Be((0, 0), "nobody has to decide anything of who comes later");
        run.Remmen.Should().BeEmpty();
        run.Leerlingen.Ongewijzigd.Should().Be(Pupils + next.Leerlingen.Nieuw);
        (await ListAsync()).Values.Count(l => l.Vanaf == $"{NextSchooljaar[..4]}-08-01").Should().Be(next.Leerlingen.Nieuw);
    }

    [Fact]
    public async Task Next_year_again_finds_nothing_more_to_do()
    {
        await _school.ApplyAsync(await _school.PreviewAsync(NextSchooljaar));

        var again = await _school.PreviewAsync(NextSchooljaar);

        (again.Leerlingen.Nieuw, again.Leerlingen.Bijwerken, again.Docenten.Bijwerken, again.GroepenNieuw)
            .Should().Be((0, 0, 0, 0));
    }

    private async Task<Dictionary<string, Leerling>> ListAsync()
    {
        var page = await _school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = _school.Id, PageSize = 500 });
        var rest = page.NextPageToken.Length == 0 ? null : await _school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = _school.Id, PageSize = 500, PageToken = page.NextPageToken });
        return page.Leerlingen.Concat(rest?.Leerlingen.AsEnumerable() ?? []).ToDictionary(l => l.Id);
    }
}
