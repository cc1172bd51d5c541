using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>Who is pinned, and what imports and people then can do.</summary>
public sealed class VastzettingTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    private DateOnly Vandaag => _school.Clock.Today();

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2)]);
        _school.Docenten.AddRange([Docent(1), Docent(2)]);
        await _school.ImportAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_pin_is_kept_with_reason_last_day_and_by_whom_and_is_shown_in_lists()
    {
        var expected = new Vastzetting("Stage in het buitenland", Vandaag.AddDays(30), "test", _school.Clock.GetUtcNow());

        var leerling = await _school.PinAsync(1);
        var docent = await _school.PinDocentAsync(2);

        leerling.Value.Vastzetting.Should().Be(expected);
        docent.Value.Vastzetting.Should().Be(expected);
        (await ListAsync(alleen: false)).Select(l => l.Vastzetting).Should().BeEquivalentTo([expected, null]);
        (await ListAsync(alleen: true)).Select(l => l.Id).Should().Equal(leerling.Value.Id);
        (await ListDocentenAsync(alleen: true)).Select(d => d.Id).Should().Equal(docent.Value.Id);
        (await _school.FindAsync(1)).Vastzetting.Should().Be(expected, "imports read it too");
    }

    [Fact]
    public async Task A_list_of_who_is_pinned_has_nobody_whose_pin_is_over()
    {
        await _school.PinAsync(1, dagen: 1);
        await _school.PinDocentAsync(1, dagen: 1);

        _school.Clock.Advance(TimeSpan.FromDays(2));

        (await ListAsync(alleen: true)).Should().BeEmpty();
        (await ListDocentenAsync(alleen: true)).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_is_pinned_and_not_delivered_stays_through_imports_until_the_last_day_is_over()
    {
        await _school.PinAsync(1, dagen: 3);
        await _school.PinDocentAsync(1, dagen: 3);
        _school.Leerlingen.RemoveAt(0);
        _school.Docenten.RemoveAt(0);

        var run = await _school.PreviewAsync();
        var regels = await _school.RegelsAsync(run);
        await _school.ImportAsync();
        var during = ((await _school.FindAsync(1)).Status, (await _school.FindDocentAsync(1)).Status);
        _school.Clock.Advance(TimeSpan.FromDays(4));
        var over = await _school.RegelsAsync(await _school.PreviewAsync());
        await _school.ImportAsync();
        var after = ((await _school.FindAsync(1)).Status, (await _school.FindDocentAsync(1)).Status);

        (run.Uitkomst!.Leerlingen.Archiveren, run.Uitkomst.Docenten.Archiveren).Should().Be((0, 0));
        regels.Should().HaveCount(2).And.OnlyContain(r =>
            r.Soort == RegelSoort.Ongewijzigd && r.Meldingen.Single().Code == "VASTGEZET");
        during.Should().Be((Accountstatus.Actief, Accountstatus.Actief));
        over.Should().HaveCount(2).And.OnlyContain(r =>
            r.Soort == RegelSoort.Archiveren && r.Meldingen.Single().Code == "VASTZETTING_VERLOPEN");
        after.Should().Be((Accountstatus.Gearchiveerd, Accountstatus.Gearchiveerd));
    }

    [Fact]
    public async Task An_import_that_changes_who_is_pinned_leaves_the_pin()
    {
        var pinned = await _school.PinAsync(1);
        _school.Leerlingen[0] = Leerling(1) with { Achternaam = "Getrouwd" };

        await _school.ImportAsync();

        var after = await _school.FindAsync(1);
        (after.Gegevens.Achternaam, after.Vastzetting).Should().Be(("Getrouwd", pinned.Value.Vastzetting));
    }

    [Fact]
    public async Task A_preview_of_before_a_pin_is_old_and_one_of_before_its_end_archives_nobody_pinned()
    {
        _school.Leerlingen.RemoveAt(0);
        var before = await _school.PreviewAsync();
        await _school.PinAsync(1, dagen: 0);
        _school.Leerlingen.Add(Leerling(3));
        var during = await _school.PreviewAsync();
        // The next day, and the preview has not expired.
        _school.Clock.Advance(TimeSpan.FromHours(20));

        (await _school.ApplyAsync(before)).Error.Should().NotBeNull();
        (await _school.ApplyAsync(during)).Error.Should().BeNull();

        (await _school.FindAsync(1)).Status.Should().Be(Accountstatus.Actief);
        (await _school.FindAsync(3)).Status.Should().Be(Accountstatus.Actief);
    }

    [Fact]
    public async Task A_pin_makes_an_earlier_plan_old()
    {
        _school.Leerlingen.Add(Leerling(3));
        var run = await _school.PreviewAsync();

        await _school.PinAsync(1);

        (await _school.ApplyAsync(run)).Error.Should().BeOfType<StandGewijzigd>();
    }

    [Fact]
    public async Task Who_is_unpinned_leaves_with_the_next_import()
    {
        await _school.PinAsync(1);
        _school.Leerlingen.RemoveAt(0);

        var unpinned = await _school.UnpinAsync(1);
        await _school.ImportAsync();

        unpinned.Value.Vastzetting.Should().BeNull();
        (await _school.FindAsync(1)).Status.Should().Be(Accountstatus.Gearchiveerd);
    }

    [Fact]
    public async Task A_pinned_account_is_not_archived_by_hand_and_an_archived_one_not_pinned()
    {
        await _school.PinAsync(1);
        await _school.PinDocentAsync(1);

        (await ArchiveAsync(1)).Error.Should().BeOfType<AccountVastgezet>();
        (await ArchiveDocentAsync(1)).Error.Should().BeOfType<AccountVastgezet>();
        (await ArchiveAsync(2)).Error.Should().BeNull();
        (await ArchiveDocentAsync(2)).Error.Should().BeNull();
        (await _school.PinAsync(2)).Error.Should().BeOfType<AccountGearchiveerd>();
        (await _school.PinDocentAsync(2)).Error.Should().BeOfType<AccountGearchiveerd>();
    }

    [Fact]
    public async Task A_pin_that_says_the_same_leaves_version_and_plans_alone()
    {
        var first = await _school.PinAsync(1);
        _school.Leerlingen.Add(Leerling(3));
        var run = await _school.PreviewAsync();

        var again = await _school.PinAsync(1);

        again.Value.Versie.Should().Be(first.Value.Versie);
        (await _school.ApplyAsync(run)).Error.Should().BeNull();
    }

    [Fact]
    public async Task A_pin_that_is_only_checked_leaves_nothing_and_an_old_etag_is_refused()
    {
        var shown = await _school.PinAsync(1, validateOnly: true);
        var left = (await _school.FindAsync(1)).Vastzetting;
        var etag = Etags.Of(shown.Value.Versie - 1);
        await _school.PinAsync(1, etag: etag);

        shown.Value.Vastzetting.Should().NotBeNull();
        left.Should().BeNull();
        (await _school.PinAsync(1, dagen: 5, etag: etag)).Error.Should().BeOfType<VersieGewijzigd>();
    }

    [Fact]
    public async Task Pins_that_are_over_or_nearly_so_are_counted_and_listed_as_data_quality()
    {
        await _school.PinAsync(1, dagen: Vastzetting.DagenTevoren);
        await _school.PinAsync(2, dagen: Vastzetting.DagenTevoren + 1);
        await _school.PinDocentAsync(1, dagen: 0);
        var soon = await CountAsync();
        var listed = await FindAsync(Kwaliteitssoort.LeerlingVastzettingEindigt);
        var docenten = await FindAsync(Kwaliteitssoort.DocentVastzettingEindigt);

        _school.Clock.Advance(TimeSpan.FromDays(30));
        var over = await CountAsync();

        soon.Should().Be((1, 1));
        listed.Single().Leerlingen.Single().Achternaam.Should().Be("Achternaam1");
        docenten.Single().Docenten.Single().Achternaam.Should().Be("Docent1");
        over.Should().Be((2, 1));
    }

    private async Task<Result<LeerlingView>> ArchiveAsync(int nummer) => await _school.SendAsync(
        new ArchiveLeerling(_school.Id, (await _school.FindAsync(nummer)).Id, null, null, ValidateOnly: false));

    private async Task<Result<DocentView>> ArchiveDocentAsync(int nummer) => await _school.SendAsync(
        new ArchiveDocent(_school.Id, await _school.DocentIdAsync(nummer), null, null, ValidateOnly: false));

    private async Task<IReadOnlyList<LeerlingView>> ListAsync(bool alleen) => (await _school.SendAsync(
        new ListLeerlingen(_school.Id, new PageRequest(500, null), true, null, false, alleen))).Value.Items;

    private async Task<IReadOnlyList<DocentView>> ListDocentenAsync(bool alleen) => (await _school.SendAsync(
        new ListDocenten(_school.Id, new PageRequest(500, null), true, alleen))).Value.Items;

    private async Task<(int Leerlingen, int Docenten)> CountAsync()
    {
        var tellingen = (await _school.SendAsync(new GetDatakwaliteit(_school.Id, null))).Value.Tellingen
            .ToDictionary(t => t.Soort, t => t.Aantal);
        return (
            tellingen[Kwaliteitssoort.LeerlingVastzettingEindigt], tellingen[Kwaliteitssoort.DocentVastzettingEindigt]);
    }

    private async Task<IReadOnlyList<BevindingView>> FindAsync(Kwaliteitssoort soort) => (await _school.SendAsync(
        new ListDatakwaliteit(_school.Id, soort, new PageRequest(500, null), null))).Value.Page.Items;
}
