using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>Merging two accounts that exist already, and what imports then do.</summary>
public sealed class SamenvoegingTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;
    private AccountId _blijft;
    private AccountId _vervalt;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        (_blijft, _vervalt) = await _school.ImportTwiceAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task The_one_that_stays_gets_the_keys_that_it_lacks_and_the_other_points_at_it()
    {
        var merged = (await _school.MergeAsync(_blijft, _vervalt)).Value;

        (merged.Overgenomen, merged.Verschillend).Should().Be((Veld.EckId, Veld.UwlrKey | Veld.Stamnummer));
        (merged.Blijft.EckId, merged.Blijft.UwlrKey, merged.Blijft.Status).Should().Be(
            ("eck-2", Leerling(1).UwlrKey, Accountstatus.Actief));
        (merged.Vervalt.EckId, merged.Vervalt.UwlrKey, merged.Vervalt.Status, merged.Vervalt.SamengevoegdMet).Should().Be(
            (null, Leerling(2).UwlrKey, Accountstatus.Gearchiveerd, _blijft.Value));
        (await FindAsync(_vervalt)).SamengevoegdMet.Should().Be(_blijft);
    }

    [Fact]
    public async Task Only_saying_what_would_happen_changes_nothing()
    {
        var before = await _school.Database.LoadAsync(_school.Id);

        var told = (await _school.MergeAsync(_blijft, _vervalt, validateOnly: true)).Value;

        told.Overgenomen.Should().Be(Veld.EckId);
        (await _school.Database.LoadAsync(_school.Id)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Undoing_the_merge_gives_both_back_what_they_were()
    {
        var before = await _school.Database.LoadAsync(_school.Id);
        await _school.MergeAsync(_blijft, _vervalt);

        var undone = (await _school.UndoMergeAsync(_vervalt)).Value;

        undone.Hersteld.SamengevoegdMet.Should().BeNull();
        (await _school.Database.LoadAsync(_school.Id)).Should().BeEquivalentTo(before, o => o.Excluding(s => s.Versie));
        (await _school.UndoMergeAsync(_vervalt)).Error.Should().BeOfType<NietSamengevoegd>();
    }

    [Fact]
    public async Task A_merge_of_somebody_who_changed_since_is_not_undone()
    {
        await _school.MergeAsync(_blijft, _vervalt);
        await _school.SendAsync(new ArchiveLeerling(_school.Id, _blijft, null, null, ValidateOnly: false));

        var refused = (await _school.UndoMergeAsync(_vervalt)).Error;

        refused.Should().BeOfType<SamenvoegingAchterhaald>().Which.AccountId.Should().Be(_blijft);
        (await FindAsync(_vervalt)).SamengevoegdMet.Should().Be(_blijft);
    }

    [Fact]
    public async Task A_night_that_delivers_both_old_people_changes_the_one_that_stays_and_brings_nobody_back()
    {
        await _school.MergeAsync(_blijft, _vervalt);
        _school.Leerlingen[0] = _school.Leerlingen[0] with { Leerjaar = 2 };

        var run = await _school.PreviewAsync();
        (await _school.ApplyAsync(run)).Error.Should().BeNull();

        run.Uitkomst!.Leerlingen.Should().BeEquivalentTo(new { Conflict = 0, Nieuw = 0, Archiveren = 0, Heractiveren = 0 });
        (await _school.RegelsAsync(run)).SelectMany(r => r.Meldingen).Should().Contain(
            SamenvoegingMeldingen.TweedeVanSamengevoegde);
        (await FindAsync(_blijft)).Gegevens.Leerjaar.Should().Be(2);
        (await FindAsync(_vervalt)).Status.Should().Be(Accountstatus.Gearchiveerd);
    }

    [Fact]
    public async Task A_night_that_delivers_only_the_keys_of_the_other_changes_the_one_that_stays()
    {
        await _school.MergeAsync(_blijft, _vervalt);
        _school.Leerlingen[1] = _school.Leerlingen[1] with { Roepnaam = "Sammie" };
        _school.Leerlingen.RemoveAt(0);

        await _school.ImportAsync();

        var (blijft, vervalt) = (await FindAsync(_blijft), await FindAsync(_vervalt));
        (blijft.Gegevens.Roepnaam, blijft.Gegevens.UwlrKey, blijft.Status).Should().Be(
            ("Sammie", Leerling(1).UwlrKey, Accountstatus.Actief));
        (vervalt.Gegevens.UwlrKey, vervalt.Status).Should().Be((Leerling(2).UwlrKey, Accountstatus.Gearchiveerd));
    }

    [Fact]
    public async Task A_plan_of_before_the_merge_is_old()
    {
        _school.Leerlingen.Add(Leerling(4));
        var run = await _school.PreviewAsync();

        await _school.MergeAsync(_blijft, _vervalt);

        (await _school.ApplyAsync(run)).Error.Should().BeOfType<StandGewijzigd>();
    }

    [Fact]
    public async Task Undoing_the_import_of_before_leaves_both_and_after_undoing_the_merge_it_takes_them_away()
    {
        var run = await LastRunAsync();
        await _school.MergeAsync(_blijft, _vervalt);

        var told = (await UndoAsync(run, validateOnly: true)).Value;
        await _school.UndoMergeAsync(_vervalt);
        var undone = (await UndoAsync(run)).Value;

        told.Gelaten.Where(g => g.Soort == Application.Leerlingen.Contract.Herstelsoort.Leerling).Select(g => g.Id)
            .Should().BeEquivalentTo([_blijft.Value, _vervalt.Value]);
        undone.Gelaten.Should().BeEmpty();
        (await _school.Database.LoadAsync(_school.Id)).Leerlingen.Should().BeEmpty();
    }

    [Fact]
    public async Task An_import_after_the_merge_is_undone_first_and_then_the_merge()
    {
        var before = await _school.Database.LoadAsync(_school.Id);
        await _school.MergeAsync(_blijft, _vervalt);
        _school.Leerlingen[0] = _school.Leerlingen[0] with { Leerjaar = 2 };
        _school.Clock.Advance(TimeSpan.FromDays(1));
        await _school.ImportAsync();

        var tooEarly = await _school.UndoMergeAsync(_vervalt);
        (await UndoAsync(await LastRunAsync())).Error.Should().BeNull();
        var undone = await _school.UndoMergeAsync(_vervalt);

        tooEarly.Error.Should().BeOfType<SamenvoegingAchterhaald>();
        undone.Error.Should().BeNull();
        (await _school.Database.LoadAsync(_school.Id)).Should().BeEquivalentTo(before, o => o.Excluding(s => s.Versie));
    }

    [Fact]
    public async Task Merges_one_after_the_other_lead_to_the_last_and_are_undone_from_the_last()
    {
        var before = await _school.Database.LoadAsync(_school.Id);
        var last = (await _school.FindAsync(3)).Id;
        await _school.MergeAsync(_blijft, _vervalt);
        (await _school.MergeAsync(last, _blijft)).Error.Should().BeNull();
        _school.Leerlingen.RemoveRange(0, 1);

        var run = await _school.PreviewAsync();
        var tooEarly = await _school.UndoMergeAsync(_vervalt);
        (await _school.UndoMergeAsync(_blijft)).Error.Should().BeNull();
        (await _school.UndoMergeAsync(_vervalt)).Error.Should().BeNull();

        run.Uitkomst!.Leerlingen.Should().BeEquivalentTo(new { Conflict = 0, Nieuw = 0, Archiveren = 0, Ongewijzigd = 2 });
        tooEarly.Error.Should().BeOfType<SamenvoegingAchterhaald>();
        (await _school.Database.LoadAsync(_school.Id)).Should().BeEquivalentTo(before, o => o.Excluding(s => s.Versie));
    }

    [Fact]
    public async Task What_is_merged_is_not_changed_by_hand_or_merged_again()
    {
        await _school.MergeAsync(_blijft, _vervalt);

        var reactivated = await _school.SendAsync(new ReactivateLeerling(_school.Id, _vervalt, null, null, false));
        var merged = await _school.MergeAsync((await _school.FindAsync(3)).Id, _vervalt);

        reactivated.Error.Should().BeEquivalentTo(new AccountSamengevoegd(_vervalt, _blijft) { Field = "leerling_id" });
        merged.Error.Should().BeEquivalentTo(new AccountSamengevoegd(_vervalt, _blijft) { Field = "vervalt_id" });
    }

    [Fact]
    public async Task An_unknown_account_a_docent_oneself_and_an_old_version_are_refused_with_the_field()
    {
        var docent = new AccountId((await _school.FindDocentAsync(1)).Id);
        var unknown = AccountId.New(TimeProvider.System);
        var stale = _school.Merge(_blijft, _vervalt) with { VervaltEtag = "0" };

        (await _school.MergeAsync(unknown, _vervalt)).Error.Should().BeEquivalentTo(
            new AccountOnbekend(unknown) { Field = "blijft_id" });
        (await _school.MergeAsync(_blijft, docent)).Error.Should().BeEquivalentTo(
            new AndereSoort(docent, IsDocent: true) { Field = "vervalt_id" });
        (await _school.MergeAsync(_blijft, _blijft)).Error.Should().BeOfType<SamenvoegenMetZichzelf>();
        (await _school.SendAsync(stale)).Error.Should().BeEquivalentTo(new VersieGewijzigd("0") { Field = "vervalt_etag" });
    }

    [Fact]
    public async Task Two_who_merge_the_same_accounts_at_once_end_with_one_merge()
    {
        var both = await Task.WhenAll(_school.MergeAsync(_blijft, _vervalt), _school.MergeAsync(_vervalt, _blijft));

        both.Count(r => r.IsOk).Should().Be(1);
        both.Single(r => !r.IsOk).Error.Should().BeOfType<AccountSamengevoegd>();
        new[] { await FindAsync(_blijft), await FindAsync(_vervalt) }.Count(a => a.SamengevoegdMet is not null).Should().Be(1);
    }

    [Fact]
    public async Task A_file_that_names_only_the_merged_docent_keeps_the_one_that_stays()
    {
        var (blijft, vervalt) = ((await _school.FindDocentAsync(1)).Id, (await _school.FindDocentAsync(2)).Id);
        await _school.MergeDocentenAsync(blijft, vervalt);

        var run = await _school.UploadDocentenAsync("sleutel;achternaam;email\r\ndocent-2;Docent2;docent2@school.invalid\r\n");

        run.Uitkomst!.Docenten.Should().BeEquivalentTo(new { Nieuw = 0, Heractiveren = 0, Archiveren = 0, Conflict = 0 });
        (await _school.RegelsAsync(run)).Where(r => r.Persoon == Persoonssoort.Docent).Select(r => r.AccountId)
            .Should().Equal(blijft);
    }

    [Fact]
    public async Task A_docent_whose_address_another_has_by_now_is_not_given_back()
    {
        var (blijft, vervalt) = ((await _school.FindDocentAsync(1)).Id, (await _school.FindDocentAsync(2)).Id);
        await _school.MergeDocentenAsync(blijft, vervalt);
        _school.Docenten.Add(Docent(3));
        await _school.ImportAsync();
        var ander = await _school.FindDocentAsync(3);
        await _school.SendAsync(new UpdateDocent(
            _school.Id,
            new AccountId(ander.Id),
            new Bewerking<DocentGegevens>(new() { Email = Docent(2).Email }, Veld.Email, null, NietVergrendelen: false),
            null, null, ValidateOnly: false));

        (await _school.UndoMergeDocentenAsync(vervalt)).Error.Should().BeOfType<EmailVanAnder>()
            .Which.Field.Should().Be("docent_id");
    }

    [Fact]
    public async Task Docenten_are_merged_and_unmerged_as_well()
    {
        var before = await _school.Database.LoadAsync(_school.Id);
        var (blijft, vervalt) = ((await _school.FindDocentAsync(1)).Id, (await _school.FindDocentAsync(2)).Id);

        var merged = (await _school.MergeDocentenAsync(blijft, vervalt)).Value;
        await _school.ImportAsync();
        var undone = await _school.UndoMergeDocentenAsync(vervalt);

        merged.Vervalt.SamengevoegdMet.Should().Be(blijft);
        merged.Verschillend.Should().Be(Veld.UwlrKey | Veld.Achternaam | Veld.Email);
        undone.Error.Should().BeNull();
        (await _school.Database.LoadAsync(_school.Id)).Docenten.Should().BeEquivalentTo(before.Docenten);
    }

    private async Task<Account<LeerlingGegevens>> FindAsync(AccountId id) =>
        (await _school.Database.LoadAsync(_school.Id)).Leerlingen.Single(l => l.Id == id);

    private Task<ImportRunId> LastRunAsync() => _school.LastRunAsync();

    private Task<Result<TerugdraaiingView>> UndoAsync(ImportRunId run, bool validateOnly = false) =>
        _school.SendAsync(new UndoImport(_school.Id, run, null, validateOnly));
}
