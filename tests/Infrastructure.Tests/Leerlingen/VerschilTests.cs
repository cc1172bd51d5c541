using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>That two accounts are two persons is remembered, and merged accounts are no doubles.</summary>
public sealed class VerschilTests : IAsyncLifetime
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
    public async Task Accounts_that_a_person_told_apart_are_not_merged_until_that_is_taken_back()
    {
        await _school.MarkAsync(_vervalt, _blijft);
        var refused = await _school.MergeAsync(_blijft, _vervalt);

        await _school.UnmarkAsync(_blijft, _vervalt);
        var merged = await _school.MergeAsync(_blijft, _vervalt);

        var (ene, andere) = Accountverschil.Order(_blijft, _vervalt);
        refused.Error.Should().BeEquivalentTo(new AlsVerschillendGemarkeerd(ene, andere) { Field = "vervalt_id" });
        merged.Error.Should().BeNull();
    }

    [Fact]
    public async Task Who_was_told_apart_from_an_account_is_not_merged_with_the_one_that_it_was_merged_with()
    {
        var third = (await _school.FindAsync(3)).Id;
        await _school.MarkAsync(_vervalt, third);
        await _school.MergeAsync(_blijft, _vervalt);

        var refused = (await _school.MergeAsync(third, _blijft)).Error;

        var (ene, andere) = Accountverschil.Order(_vervalt, third);
        refused.Should().BeEquivalentTo(
            new AlsVerschillendGemarkeerd(ene, andere) { Field = "vervalt_id" }, "it names what was said, to be taken back");
    }

    [Fact]
    public async Task Who_was_merged_or_told_apart_is_no_double_any_more()
    {
        var before = await CountDoublesAsync();
        await _school.MarkAsync(_blijft, _vervalt);
        var apart = await CountDoublesAsync();
        await _school.UnmarkAsync(_blijft, _vervalt);
        var again = await CountDoublesAsync();
        await _school.MergeAsync(_blijft, _vervalt);

        (before, apart, again, await CountDoublesAsync()).Should().Be((1, 0, 1, 0));
    }

    [Fact]
    public async Task Of_three_with_one_name_the_pair_that_was_told_apart_is_named_and_the_others_are_offered()
    {
        _school.Leerlingen.Add(Leerling(4) with { Achternaam = "Achternaam1" });
        await _school.ImportAsync();
        await _school.MarkAsync(_blijft, _vervalt);

        var page = (await _school.SendAsync(new ListDatakwaliteit(
            _school.Id, Kwaliteitssoort.LeerlingDubbeleNaam, new PageRequest(10, null), null))).Value.Page;

        var bevinding = page.Items.Should().ContainSingle().Subject;
        bevinding.Leerlingen.Should().HaveCount(3);
        var paar = bevinding.Verschillend.Should().ContainSingle().Subject;
        new[] { paar.EneId, paar.AndereId }.Should().BeEquivalentTo([_blijft.Value, _vervalt.Value]);
    }

    [Fact]
    public async Task What_was_said_of_accounts_that_an_undone_import_takes_away_goes_with_them_and_the_rest_stays()
    {
        var ander = (await _school.FindAsync(3)).Id;
        var (vaste, nieuwe) = (await _school.DocentIdAsync(1), await _school.DocentIdAsync(2));
        _school.Leerlingen.Add(Leerling(4));
        _school.Docenten.Add(Docent(3));
        _school.Clock.Advance(TimeSpan.FromDays(1));
        await _school.ImportAsync();
        await _school.MarkAsync(_blijft, _vervalt);
        await _school.MarkAsync(vaste, nieuwe);
        await _school.MarkAsync((await _school.FindAsync(4)).Id, ander);
        await _school.MarkAsync(await _school.DocentIdAsync(3), vaste);

        (await _school.UndoLastImportAsync()).Error.Should().BeNull();

        var left = (await _school.SendAsync(new ListVerschillend(_school.Id, new PageRequest(10, null)))).Value.Items;
        left.SelectMany(v => new[] { v.EneId, v.AndereId }).Should().BeEquivalentTo(
            [_blijft.Value, _vervalt.Value, vaste.Value, nieuwe.Value]);
    }

    [Fact]
    public async Task A_school_that_is_closed_merges_and_marks_nobody()
    {
        await _school.SendAsync(new CloseSchool(_school.Id, RequestId: null));

        (await _school.MergeAsync(_blijft, _vervalt)).Error.Should().NotBeNull();
        (await _school.UndoMergeAsync(_vervalt)).Error.Should().NotBeNull();
        (await _school.MarkAsync(_blijft, _vervalt)).Error.Should().NotBeNull();
    }

    private async Task<int> CountDoublesAsync() => (await _school.SendAsync(new GetDatakwaliteit(_school.Id, null))).Value
        .Tellingen.Single(t => t.Soort == Kwaliteitssoort.LeerlingDubbeleNaam).Aantal;
}
