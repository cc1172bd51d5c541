using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>Pupil 1 comes with the key of pupil 2, who is no longer delivered.</summary>
public sealed class ConflictTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3)]);
        await _school.ImportAsync();
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange([Leerling(1) with { UwlrKey = Leerling(2).UwlrKey }, Leerling(3)]);
        _school.Stamnummers[Leerling(2).UwlrKey!] = Leerling(1).UwlrKey!;
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_conflict_shows_the_accounts_and_which_key_points_at_each()
    {
        var conflict = await ConflictAsync(await _school.PreviewAsync());

        conflict.Betrokken.Select(b => (b.Id, b.Naam, b.Sleutels)).Should().Equal(
            ((await _school.FindAsync(1)).Id, "Sam Achternaam1", Veld.EckId | Veld.Stamnummer),
            ((await _school.FindAsync(2)).Id, "Sam Achternaam2", Veld.UwlrKey));
    }

    [Fact]
    public async Task Merged_the_key_goes_over_and_the_other_is_archived_and_the_next_preview_is_quiet()
    {
        await DecideAsync(Beslissingsoort.Samenvoegen);

        await _school.ImportAsync();
        var again = await _school.PreviewAsync();

        (await _school.FindAsync(1)).Gegevens.UwlrKey.Should().Be(Leerling(2).UwlrKey);
        var ander = await _school.FindAsync(2);
        (ander.Status, ander.Gegevens.UwlrKey).Should().Be((Accountstatus.Gearchiveerd, null));
        again.Uitkomst!.Leerlingen.Should().Be(Tellingen.Nul with { Ongewijzigd = 2 });
        (await _school.RegelsAsync(again)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_decision_is_listed_with_its_term_and_when_that_is_over_the_conflict_is_back()
    {
        await DecideAsync(Beslissingsoort.Overslaan);
        var listed = (await _school.SendAsync(
            new ListBeslissingen(_school.Id, new PageRequest(50, null)))).Value.Items.Single();

        var before = (await _school.PreviewAsync()).Uitkomst!.Leerlingen.Conflict;
        _school.Clock.Advance(Beslissing.Termijn + TimeSpan.FromDays(2));
        var after = (await _school.PreviewAsync(Schooljaar.Hydrate(2026))).Uitkomst!.Leerlingen.Conflict;

        listed.VervaltOp.Should().Be(listed.Moment.AddDays(365));
        (before, after).Should().Be((0, 1));
    }

    [Fact]
    public async Task Of_a_merge_alone_the_other_gives_up_the_key_and_stays()
    {
        await DecideAsync(Beslissingsoort.Samenvoegen);
        var run = await _school.PreviewAsync();

        var applied = await _school.ApplyAsync(run, soorten: RegelSoort.Bijwerken);

        applied.Value.ToegepastePersonen.Should().Be(2, "who gives up a key changes too");
        (await _school.FindAsync(1)).Gegevens.UwlrKey.Should().Be(Leerling(2).UwlrKey);
        var ander = await _school.FindAsync(2);
        (ander.Status, ander.Gegevens.UwlrKey, ander.Gegevens.Stamgroep).Should().Be(
            (Accountstatus.Actief, null, Leerling(2).Stamgroep));
    }

    [Fact]
    public async Task Without_the_merge_the_other_keeps_its_key_when_it_is_archived()
    {
        await DecideAsync(Beslissingsoort.Samenvoegen);
        var run = await _school.PreviewAsync();

        await _school.ApplyAsync(run, soorten: RegelSoort.Archiveren);

        (await _school.FindAsync(2)).Gegevens.UwlrKey.Should().Be(Leerling(2).UwlrKey, "nothing is given up for nothing");
    }

    [Fact]
    public async Task Kept_apart_both_keep_what_is_theirs()
    {
        await DecideAsync(Beslissingsoort.ApartHouden);

        await _school.ImportAsync();

        (await _school.FindAsync(1)).Gegevens.UwlrKey.Should().Be(Leerling(1).UwlrKey);
        (await _school.FindAsync(2)).Gegevens.UwlrKey.Should().Be(Leerling(2).UwlrKey);
        (await _school.PreviewAsync()).Uitkomst!.Leerlingen.Conflict.Should().Be(0);
    }

    [Fact]
    public async Task Skipped_nobody_changes_and_each_preview_says_so()
    {
        await DecideAsync(Beslissingsoort.Overslaan);

        var run = await _school.PreviewAsync();

        run.Uitkomst!.Leerlingen.Should().Be(Tellingen.Nul with { Ongewijzigd = 2 });
        var regel = (await _school.RegelsAsync(run)).Should().ContainSingle().Subject;
        regel.Meldingen.Should().Contain(m => m.Code == "BESLISSING_OVERGESLAGEN" && m.Tekst.Contains("test"));
        regel.BeslissingId.Should().NotBeNull();
    }

    [Fact]
    public async Task A_later_decision_takes_the_place_of_an_earlier_one()
    {
        var run = await _school.PreviewAsync();
        var nummer = (await ConflictAsync(run)).Nummer;
        await _school.ResolveAsync(run, nummer, Beslissingsoort.Overslaan);

        await _school.ResolveAsync(run, nummer, Beslissingsoort.ApartHouden);

        (await ListAsync()).Should().ContainSingle().Which.Soort.Should().Be(Beslissingsoort.ApartHouden);
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_makes_it_a_conflict_again()
    {
        await DecideAsync(Beslissingsoort.Overslaan);
        var beslissing = (await ListAsync()).Single();

        var deleted = await _school.SendAsync(
            new DeleteBeslissing(_school.Id, new BeslissingId(beslissing.Id), RequestId: null));
        var twice = await _school.SendAsync(
            new DeleteBeslissing(_school.Id, new BeslissingId(beslissing.Id), RequestId: null));

        deleted.Value.Should().BeEquivalentTo(beslissing);
        twice.Error.Should().BeOfType<BeslissingOnbekend>();
        (await _school.PreviewAsync()).Uitkomst!.Leerlingen.Conflict.Should().Be(1);
    }

    [Fact]
    public async Task A_decision_that_is_only_checked_is_not_remembered()
    {
        var run = await _school.PreviewAsync();

        var checkedOnly = await _school.ResolveAsync(
            run, (await ConflictAsync(run)).Nummer, Beslissingsoort.Overslaan, validateOnly: true);

        checkedOnly.Value.Soort.Should().Be(Beslissingsoort.Overslaan);
        (await ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Only_a_conflict_of_a_run_that_was_compared_is_decided()
    {
        var older = await _school.PreviewAsync();
        var nummer = (await ConflictAsync(older)).Nummer;
        var run = await _school.PreviewAsync();
        var archiveren = (await _school.RegelsAsync(run)).FirstOrDefault(r => r.Soort != RegelSoort.Conflict);

        (await _school.ResolveAsync(older, nummer, Beslissingsoort.Overslaan)).Error
            .Should().BeOfType<StateOngeschikt>("a newer preview took its place");
        (await _school.ResolveAsync(run, 99, Beslissingsoort.Overslaan)).Error.Should().BeOfType<RegelOnbekend>();
        archiveren.Should().BeNull("a conflict touches nobody");
    }

    private async Task DecideAsync(Beslissingsoort soort)
    {
        var run = await _school.PreviewAsync();
        var conflict = await ConflictAsync(run);
        var account = soort == Beslissingsoort.Samenvoegen ? conflict.Betrokken[0].Id : default(AccountId?);
        (await _school.ResolveAsync(run, conflict.Nummer, soort, account)).Error.Should().BeNull();
    }

    private async Task<ImportRegelView> ConflictAsync(ImportRunView run) =>
        (await _school.RegelsAsync(run)).Single(r => r.Soort == RegelSoort.Conflict);

    private async Task<IReadOnlyList<BeslissingView>> ListAsync() =>
        (await _school.SendAsync(new ListBeslissingen(_school.Id, new PageRequest(50, null)))).Value.Items;
}
