using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>What people change by hand, and what imports then do.</summary>
public sealed class PersonenTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2)]);
        _school.Docenten.AddRange([Docent(1), Docent(2)]);
        await _school.ImportAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task What_is_changed_by_hand_is_locked_and_the_source_does_not_change_it()
    {
        var leerling = await UpdateAsync(1, new() { Roepnaam = "Robin" }, Veld.Roepnaam);
        _school.Leerlingen[0] = Leerling(1) with { Achternaam = "Getrouwd" };

        await _school.ImportAsync();

        leerling.Value.Vergrendeld.Should().Be(Veld.Roepnaam);
        var after = await _school.FindAsync(1);
        (after.Gegevens.Roepnaam, after.Gegevens.Achternaam).Should().Be(("Robin", "Getrouwd"));
    }

    [Fact]
    public async Task A_lock_is_in_each_preview_and_can_be_filtered()
    {
        await UpdateAsync(1, new() { Roepnaam = "Robin" }, Veld.Roepnaam);

        var run = await _school.PreviewAsync();
        var regels = await _school.RegelsAsync(run, r => r with { MetVergrendeling = true });

        run.Uitkomst!.Leerlingen.MetVergrendeling.Should().Be(1);
        var regel = regels.Should().ContainSingle().Subject;
        regel.Vergrendeld.Should().Be(Veld.Roepnaam);
        regel.Wijzigingen.Should().Equal(new Veldwijziging(Veld.Roepnaam, "Robin", "Sam", Vergrendeld: true));
    }

    [Fact]
    public async Task A_field_that_is_unlocked_is_the_sources_again()
    {
        await UpdateAsync(1, new() { Roepnaam = "Robin" }, Veld.Roepnaam);

        await UpdateAsync(1, new(), Veld.Geen, sloten: Veld.Geen);
        await _school.ImportAsync();

        (await _school.FindAsync(1)).Gegevens.Roepnaam.Should().Be("Sam");
    }

    [Fact]
    public async Task A_change_by_hand_makes_an_earlier_plan_old()
    {
        _school.Leerlingen.Add(Leerling(3));
        var run = await _school.PreviewAsync();

        await UpdateAsync(1, new() { Roepnaam = "Robin" }, Veld.Roepnaam);

        (await _school.ApplyAsync(run)).Error.Should().BeOfType<StandGewijzigd>();
    }

    [Fact]
    public async Task A_change_that_is_only_checked_shows_the_outcome_and_leaves_nothing()
    {
        var before = await _school.FindAsync(1);

        var shown = await UpdateAsync(1, new() { Roepnaam = "Robin" }, Veld.Roepnaam, validateOnly: true);

        shown.Value.Roepnaam.Should().Be("Robin");
        (await _school.FindAsync(1)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task A_change_of_nothing_leaves_version_and_plans_alone()
    {
        var before = await ShowAsync(1);
        _school.Leerlingen.Add(Leerling(3));
        var run = await _school.PreviewAsync();

        await UpdateAsync(1, new() { Roepnaam = "Sam" }, Veld.Roepnaam);

        (await ShowAsync(1)).Versie.Should().Be(before.Versie);
        (await _school.ApplyAsync(run)).Error.Should().BeNull();
    }

    [Fact]
    public async Task An_old_etag_is_refused()
    {
        var etag = Etags.Of((await ShowAsync(1)).Versie);
        await UpdateAsync(1, new() { Roepnaam = "Robin" }, Veld.Roepnaam, etag: etag);

        (await UpdateAsync(1, new() { Roepnaam = "Kim" }, Veld.Roepnaam, etag: etag)).Error
            .Should().BeOfType<VersieGewijzigd>();
    }

    [Fact]
    public async Task A_stamnummer_of_another_is_refused() =>
        (await UpdateAsync(
            1, new() { Stamnummer = Stamnummer.Hydrate("0" + Leerling(2).UwlrKey) }, Veld.Stamnummer)).Error
            .Should().BeOfType<StamnummerBezet>();

    [Fact]
    public async Task A_vestiging_that_the_school_does_not_have_is_refused()
    {
        var refused = await UpdateAsync(1, new() { Vestiging = Vestigingsnummer.Hydrate("09") }, Veld.Vestiging);
        var docent = await _school.SendAsync(new UpdateDocent(
            _school.Id,
            await DocentIdAsync(1),
            new Bewerking<DocentGegevens>(
                new() { Vestiging = Vestigingsnummer.Hydrate("09") }, Veld.Vestiging, null, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));

        refused.Error.Should().BeOfType<VestigingNietVanSchool>();
        docent.Error.Should().BeOfType<VestigingNietVanSchool>();
        (await _school.FindAsync(1)).Vergrendeld.Should().Be(Veld.Geen);
    }

    [Fact]
    public async Task Who_is_at_a_vestiging_that_the_school_gave_up_can_be_changed_otherwise()
    {
        await using var school = await CreateAsync("00", "01");
        school.Leerlingen.Add(Leerling(1, "01"));
        await school.ImportAsync();
        await school.SendAsync(
            new UpdateSchool(school.Id, null, [Vestigingsnummer.Hoofd], Etag: null, RequestId: null));

        var changed = await school.SendAsync(new UpdateLeerling(
            school.Id,
            (await school.FindAsync(1)).Id,
            new Bewerking<LeerlingGegevens>(new() { Roepnaam = "Robin" }, Veld.Roepnaam, null, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));

        changed.Value.Roepnaam.Should().Be("Robin");
    }

    [Fact]
    public async Task A_leerjaar_takes_its_doelgroep_along_and_both_are_locked()
    {
        var changed = await UpdateAsync(1, new() { Leerjaar = 2 }, Veld.Leerjaar);

        (changed.Value.Leerjaar, changed.Value.DoelgroepLeerjaar).Should().Be((2, 2));
        changed.Value.Vergrendeld.Should().Be(Veld.Leerjaar | Veld.Doelgroep);
    }

    [Fact]
    public async Task A_lock_on_the_stamgroep_holds_in_its_own_school_year()
    {
        await UpdateAsync(1, new(), Veld.Geen, sloten: Veld.Stamgroep | Veld.Roepnaam);

        (await _school.FindAsync(1)).Vergrendeld.Should().Be(Veld.Stamgroep | Veld.Roepnaam);
        (await _school.FindAsync(1, Schooljaar.Hydrate(2027))).Vergrendeld.Should().Be(Veld.Roepnaam);
    }

    [Fact]
    public async Task A_lock_on_the_stamgroep_holds_in_this_school_year_when_the_next_one_is_prepared_already()
    {
        var volgend = Schooljaar.Hydrate(2027);
        (await _school.ApplyAsync(await _school.PreviewAsync(volgend))).Error.Should().BeNull();

        var locked = await UpdateAsync(1, new(), Veld.Geen, sloten: Veld.Stamgroep);
        _school.Leerlingen[0] = Leerling(1, klas: "1B");
        await _school.ImportAsync();

        locked.Value.Vergrendeld.Should().Be(Veld.Stamgroep);
        (await ShowAsync(1)).Vergrendeld.Should().Be(Veld.Stamgroep);
        (await _school.FindAsync(1)).Gegevens.Stamgroep.Should().Be(Leerling(1).Stamgroep);
        (await _school.FindAsync(1, volgend)).Vergrendeld.Should().Be(Veld.Geen);
    }

    [Fact]
    public async Task Who_is_archived_by_hand_comes_back_only_by_a_row_that_says_so()
    {
        var archived = await ArchiveAsync(1);

        var run = await _school.PreviewAsync();
        var regel = (await _school.RegelsAsync(run)).Single(r => r.Soort == RegelSoort.Heractiveren);
        await _school.ApplyAsync(run, behalve: [regel.Nummer]);
        var left = await _school.FindAsync(1);
        await _school.ImportAsync();

        archived.Value.MetDeHandGearchiveerd.Should().Be(new Handarchief("test", _school.Clock.GetUtcNow()));
        regel.Meldingen.Should().Contain(m => m.Code == "MET_DE_HAND_GEARCHIVEERD");
        left.Status.Should().Be(Accountstatus.Gearchiveerd);
        var back = await _school.FindAsync(1);
        (back.Status, back.MetDeHandGearchiveerd).Should().Be((Accountstatus.Actief, null));
    }

    [Fact]
    public async Task Who_is_brought_back_by_hand_is_active_again()
    {
        await ArchiveAsync(1);

        var back = await _school.SendAsync(new ReactivateLeerling(
            _school.Id, (await _school.FindAsync(1)).Id, Etag: null, RequestId: null, ValidateOnly: false));

        (back.Value.Status, back.Value.MetDeHandGearchiveerd).Should().Be((Accountstatus.Actief, null));
        (await _school.PreviewAsync()).Uitkomst!.Leerlingen.Wijzigingen.Should().Be(0);
    }

    [Fact]
    public async Task Undoing_the_run_that_brought_somebody_back_says_again_who_archived_them_by_hand()
    {
        await ArchiveAsync(1);
        await ArchiveDocentAsync(1);
        var (leerling, docent) = (await ShowAsync(1), await _school.FindDocentAsync(1));
        // Runs of one moment have no order, and only the last one can be undone.
        _school.Clock.Advance(TimeSpan.FromMinutes(1));
        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);

        var undone = await _school.SendAsync(
            new UndoImport(_school.Id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false));

        undone.Value.Gelaten.Should().BeEmpty();
        leerling.MetDeHandGearchiveerd.Should().NotBeNull();
        (await ShowAsync(1)).MetDeHandGearchiveerd.Should().Be(leerling.MetDeHandGearchiveerd);
        docent.MetDeHandGearchiveerd.Should().NotBeNull();
        (await _school.FindDocentAsync(1)).MetDeHandGearchiveerd.Should().Be(docent.MetDeHandGearchiveerd);
    }

    [Fact]
    public async Task A_docent_who_is_archived_by_hand_comes_back_only_by_a_row_that_says_so()
    {
        var archived = await ArchiveDocentAsync(1);

        var run = await _school.PreviewAsync();
        var regel = (await _school.RegelsAsync(run)).Single(r => r.Soort == RegelSoort.Heractiveren);
        await _school.ApplyAsync(run, behalve: [regel.Nummer]);
        var left = await _school.FindDocentAsync(1);
        await _school.ImportAsync();

        archived.Value.MetDeHandGearchiveerd.Should().Be(new Handarchief("test", _school.Clock.GetUtcNow()));
        regel.Meldingen.Should().Contain(m => m.Code == "MET_DE_HAND_GEARCHIVEERD");
        left.Status.Should().Be(Accountstatus.Gearchiveerd);
        var back = await _school.FindDocentAsync(1);
        (back.Status, back.MetDeHandGearchiveerd).Should().Be((Accountstatus.Actief, null));
    }

    [Fact]
    public async Task A_docent_who_is_brought_back_by_hand_is_active_again()
    {
        await ArchiveDocentAsync(1);

        var back = await ReactivateDocentAsync(1);

        (back.Value.Status, back.Value.MetDeHandGearchiveerd).Should().Be((Accountstatus.Actief, null));
        (await _school.PreviewAsync()).Uitkomst!.Docenten.Wijzigingen.Should().Be(0);
    }

    [Fact]
    public async Task A_docent_whose_email_another_has_by_now_is_not_brought_back()
    {
        await ArchiveDocentAsync(1);
        (await UpdateDocentAsync(2, Docent(1).Email!)).Error.Should().BeNull();

        (await ReactivateDocentAsync(1)).Error.Should().BeOfType<EmailVanAnder>();
    }

    [Fact]
    public async Task An_email_of_another_active_docent_is_refused_whatever_its_case() =>
        (await UpdateDocentAsync(1, "DOCENT2@school.invalid")).Error.Should().BeOfType<EmailVanAnder>();

    [Fact]
    public async Task Of_many_docenten_who_take_an_email_at_once_one_has_it()
    {
        _school.Docenten.AddRange(Enumerable.Range(3, 6).Select(nummer => Docent(nummer)));
        await _school.ImportAsync();

        var taken = await Task.WhenAll(Enumerable.Range(1, 8).Select(
            nummer => UpdateDocentAsync(nummer, "samen@school.invalid")));

        taken.Where(docent => docent.IsOk).Should().ContainSingle();
        taken.Where(docent => !docent.IsOk).Should().AllSatisfy(
            docent => docent.Error.Should().BeOfType<EmailVanAnder>());
    }

    [Fact]
    public async Task A_docent_whose_email_is_taken_waits_alone_and_can_be_kept_apart()
    {
        (await UpdateDocentAsync(2, "anders@school.invalid", nietVergrendelen: true)).Error.Should().BeNull();
        (await UpdateDocentAsync(1, "docent2@school.invalid")).Error.Should().BeNull();
        _school.Docenten.Add(Docent(3));

        var run = await _school.PreviewAsync();
        var held = (await _school.RegelsAsync(run)).Single(r => r.Soort == RegelSoort.Conflict);
        (await _school.ResolveAsync(run, held.Nummer, Beslissingsoort.ApartHouden)).Error.Should().BeNull();
        await _school.ApplyAsync(run);
        await _school.ImportAsync();

        run.Uitkomst!.Docenten.Should().BeEquivalentTo(new { Nieuw = 1, Conflict = 1, Archiveren = 0 });
        held.Betrokken.Should().HaveCount(2).And.Contain(b => b.Sleutels == Veld.Email);
        (await _school.FindDocentAsync(2)).Email.Should().Be("anders@school.invalid");
        (await _school.PreviewAsync()).Uitkomst!.Docenten.Conflict.Should().Be(0);
    }

    [Fact]
    public async Task Part_of_a_plan_that_would_give_two_docenten_one_email_is_refused_as_a_whole()
    {
        _school.Docenten[0] = Docent(1) with { Email = "nieuw@school.invalid" };
        _school.Docenten[1] = Docent(2) with { Email = Docent(1).Email };
        var run = await _school.PreviewAsync();
        var tweede = (await _school.RegelsAsync(run)).Single(r => r.Naam == "Docent2");

        var part = await _school.ApplyAsync(run, regels: [tweede.Nummer]);
        var all = await _school.ApplyAsync(run);

        part.Error.Should().BeOfType<EmailNogBezet>();
        all.Error.Should().BeNull();
        (await _school.FindDocentAsync(2)).Email.Should().Be(Docent(1).Email);
    }

    private Task<LeerlingView> ShowAsync(int nummer) => ShowAsync(_school, nummer);

    private static async Task<LeerlingView> ShowAsync(Keuzeschool school, int nummer) =>
        (await school.SendAsync(new GetLeerling(school.Id, (await school.FindAsync(nummer)).Id))).Value;

    private async Task<Result<LeerlingView>> UpdateAsync(
        int nummer,
        LeerlingGegevens gegevens,
        Veld velden,
        Veld? sloten = null,
        string? etag = null,
        bool validateOnly = false) => await _school.SendAsync(new UpdateLeerling(
        _school.Id,
        (await _school.FindAsync(nummer)).Id,
        new Bewerking<LeerlingGegevens>(gegevens, velden, sloten, NietVergrendelen: false),
        etag,
        RequestId: null,
        validateOnly));

    private async Task<Result<LeerlingView>> ArchiveAsync(int nummer) => await _school.SendAsync(new ArchiveLeerling(
        _school.Id, (await _school.FindAsync(nummer)).Id, Etag: null, RequestId: null, ValidateOnly: false));

    private async Task<Result<DocentView>> ArchiveDocentAsync(int nummer) => await _school.SendAsync(new ArchiveDocent(
        _school.Id, await DocentIdAsync(nummer), Etag: null, RequestId: null, ValidateOnly: false));

    private async Task<Result<DocentView>> ReactivateDocentAsync(int nummer) =>
        await _school.SendAsync(new ReactivateDocent(
            _school.Id, await DocentIdAsync(nummer), Etag: null, RequestId: null, ValidateOnly: false));

    private async Task<AccountId> DocentIdAsync(int nummer) => new((await _school.FindDocentAsync(nummer)).Id);

    private async Task<Result<DocentView>> UpdateDocentAsync(int nummer, string email, bool nietVergrendelen = false) =>
        await _school.SendAsync(new UpdateDocent(
            _school.Id,
            await DocentIdAsync(nummer),
            new Bewerking<DocentGegevens>(new() { Email = email }, Veld.Email, null, nietVergrendelen),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));
}
