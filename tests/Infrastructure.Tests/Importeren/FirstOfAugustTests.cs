using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>The night in which one school year becomes the next, on a clock that is set.</summary>
public sealed class FirstOfAugustTests : IAsyncLifetime
{
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(2027);

    /// <summary>31 July, a second before midnight in the Netherlands, which is two hours ahead in summer.</summary>
    private static readonly DateTimeOffset Ervoor = new(2027, 7, 31, 21, 59, 59, TimeSpan.Zero);

    private static readonly DateTimeOffset Middernacht = Ervoor.AddSeconds(1);

    private Keuzeschool _school = null!;

    /// <summary>A school of this year: 1 leaves, 2 goes up a class, 3 stays down, and then 4 comes.</summary>
    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3)]);
        await _school.ImportAsync();
        _school.Clock.SetUtcNow(Ervoor);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task An_import_that_names_no_school_year_is_of_the_year_that_it_is_in_the_Netherlands()
    {
        var before = await _school.PreviewAsync();
        _school.Clock.SetUtcNow(Middernacht);
        var after = await _school.PreviewAsync();

        (before.Schooljaar, after.Schooljaar).Should().Be(("2026-2027", "2027-2028"));
    }

    [Fact]
    public async Task A_second_before_nobody_leaves_and_goes_up_and_at_midnight_they_do()
    {
        DeliverNextYear();
        var early = await _school.PreviewAsync(Volgend);
        await _school.ApplyAsync(early);
        var (leaver, riser) = (await ShowAsync(1), await ShowAsync(2));
        _school.Clock.SetUtcNow(Middernacht);

        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);

        early.Uitkomst!.Leerlingen.Should().BeEquivalentTo(new { Nieuw = 1, Archiveren = 0, Aangehouden = 1 });
        (leaver.Status, riser.Leerjaar, riser.Stamgroep!.Naam).Should().Be((Accountstatus.Actief, 1, "1A"));
        run.Uitkomst!.Leerlingen.Should().BeEquivalentTo(new { Nieuw = 0, Archiveren = 1, Aangehouden = 0 });
        (await ShowAsync(1)).Status.Should().Be(Accountstatus.Gearchiveerd);
        var after = await ShowAsync(2);
        (after.Leerjaar, after.Stamgroep!.Naam).Should().Be((2, "2A"));
    }

    [Fact]
    public async Task The_classes_that_are_shown_change_at_midnight_without_an_import()
    {
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend));

        var before = (await ShowAsync(2), await YearsShownAsync());
        _school.Clock.SetUtcNow(Middernacht);
        var after = (await ShowAsync(2), await YearsShownAsync());

        (before.Item1.Stamgroep!.Naam, after.Item1.Stamgroep!.Naam).Should().Be(("1A", "2A"));
        before.Item2.Should().Equal(2026);
        after.Item2.Should().BeEquivalentTo([2026, 2027], "somebody who leaves is in a class of last year until then");
    }

    [Fact]
    public async Task A_year_of_which_only_newcomers_are_prepared_takes_nobodys_class_away()
    {
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend), soorten: [RegelSoort.Nieuw]);

        _school.Clock.SetUtcNow(Middernacht);

        var (riser, comer) = (await ShowAsync(2), await ShowAsync(4));
        (riser.Stamgroep!.Naam, riser.GroepenSchooljaar).Should().Be(("1A", "2026-2027"));
        (comer.Stamgroep!.Naam, comer.GroepenSchooljaar).Should().Be(("1A", "2027-2028"));
        (await GroepenAsync()).Should().BeEquivalentTo([("1A", 2026, 3), ("1A", 2027, 1)]);
    }

    [Fact]
    public async Task Once_the_year_was_imported_who_has_no_class_in_it_is_shown_without_one()
    {
        DeliverNextYear();
        _school.Leerlingen[1] = Leerling(3) with { Stamgroep = null };
        _school.Clock.SetUtcNow(Middernacht);
        var before = await ShowAsync(3);

        var run = await _school.PreviewAsync();
        await _school.ApplyAsync(run);
        var after = await ShowAsync(3);
        var groepen = await GroepenAsync();
        await UndoAsync(run);

        (before.Stamgroep!.Naam, before.GroepenSchooljaar).Should().Be(("1A", "2026-2027"));
        (after.Stamgroep, after.GroepenSchooljaar).Should().Be((null, null));
        groepen.Should().OnlyContain(g => g.Schooljaar == 2027);
        (await ShowAsync(3)).Stamgroep!.Naam.Should().Be("1A", "what was undone counts no more");
    }

    [Fact]
    public async Task A_year_that_is_over_can_be_looked_at_and_not_be_applied()
    {
        _school.Leerlingen.RemoveAt(0);
        _school.Clock.SetUtcNow(Middernacht);

        var late = await _school.PreviewAsync(TestDatabase.Jaar);

        (await _school.ApplyAsync(late)).Error.Should().BeOfType<SchooljaarVoorbij>();
        late.Uitkomst!.Leerlingen.Should().BeEquivalentTo(new { Archiveren = 0, Aangehouden = 1 });
        (await ShowAsync(1)).Status.Should().Be(Accountstatus.Actief);
    }

    [Fact]
    public async Task Undoing_a_preparation_leaves_the_nights_of_this_year_alone()
    {
        DeliverNextYear();
        var prepared = await _school.PreviewAsync(Volgend);
        await _school.ApplyAsync(prepared);

        (await UndoAsync(prepared)).IsOk.Should().BeTrue();

        (await IsTrustedAsync(TestDatabase.Jaar), await IsTrustedAsync(Volgend)).Should().Be((true, false));
    }

    [Fact]
    public async Task Preparing_the_next_year_does_not_set_the_nights_going_again_after_an_undo()
    {
        var first = (await _school.SendAsync(new ListImportRuns(
            _school.Id, new PageRequest(1, null), []))).Value.Items.Single();
        await UndoAsync(first);
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend));

        (await IsTrustedAsync(TestDatabase.Jaar)).Should().BeFalse();
        _school.Clock.SetUtcNow(Middernacht);
        (await IsTrustedAsync(Volgend)).Should().BeFalse("an undo is not forgotten on 1 August");
    }

    [Theory]
    [InlineData(2027, null)]
    [InlineData(2028, "SCHOOLJAAR_TE_VER")]
    [InlineData(2099, "SCHOOLJAAR_TE_VER")]
    public async Task No_year_beyond_the_next_one_is_imported(int schooljaar, string? reason)
    {
        var asked = await _school.SendAsync(new PreviewImport(_school.Id, Schooljaar.Hydrate(schooljaar), RequestId: null));

        (asked.Error?.Code, asked.Error?.Field).Should().Be((reason, reason is null ? null : "schooljaar"));
    }

    [Fact]
    public async Task A_run_of_a_year_that_is_over_is_not_undone()
    {
        var first = (await _school.SendAsync(new ListImportRuns(
            _school.Id, new PageRequest(1, null), []))).Value.Items.Single();
        _school.Clock.SetUtcNow(Middernacht);

        (await UndoAsync(first)).Error.Should().BeOfType<SchooljaarVoorbij>();
    }

    [Fact]
    public async Task Who_comes_in_a_prepared_year_cannot_start_before_it_begins()
    {
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend));

        var before = (await ObstaclesAsync(4), await ObstaclesAsync(2));
        _school.Clock.SetUtcNow(Middernacht);
        var after = await ObstaclesAsync(4);

        before.Item1.Should().Contain("SCHOOLJAAR_NIET_BEGONNEN");
        before.Item2.Should().NotContain("SCHOOLJAAR_NIET_BEGONNEN");
        after.Should().NotContain("SCHOOLJAAR_NIET_BEGONNEN");
    }

    [Fact]
    public async Task What_is_prepared_is_told_beside_the_class_of_now()
    {
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend));

        var riser = await ShowAsync(2);

        riser.Stamgroep!.Naam.Should().Be("1A");
        (riser.KomendeGroepen!.Schooljaar, riser.KomendeGroepen.Stamgroep!.Naam).Should().Be(("2027-2028", "2A"));
        (await ShowAsync(1)).KomendeGroepen.Should().BeNull();
    }

    [Fact]
    public async Task A_lock_on_the_class_of_the_old_year_ends_at_midnight()
    {
        var account = (await _school.FindAsync(2)).Id;
        var sloten = Veld.Stamgroep | Veld.Roepnaam;
        await _school.SendAsync(new UpdateLeerling(
            _school.Id,
            account,
            new Bewerking<LeerlingGegevens>(new(), Veld.Geen, sloten, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));
        DeliverNextYear();
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend));

        var before = await ShowAsync(2);
        _school.Clock.SetUtcNow(Middernacht);
        var after = await ShowAsync(2);

        (before.Vergrendeld, after.Vergrendeld).Should().Be((sloten, Veld.Roepnaam));
    }

    private void DeliverNextYear()
    {
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange([Leerling(2, klas: "2A") with { Leerjaar = 2 }, Leerling(3), Leerling(4)]);
    }

    private async Task<LeerlingView> ShowAsync(int nummer) =>
        (await _school.SendAsync(new GetLeerling(_school.Id, (await _school.FindAsync(nummer)).Id))).Value;

    private Task<Result<TerugdraaiingView>> UndoAsync(ImportRunView run) => _school.SendAsync(
        new UndoImport(_school.Id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false));

    private async Task<IEnumerable<string>> ObstaclesAsync(int nummer)
    {
        var account = (await _school.FindAsync(nummer)).Id;
        var view = await _school.SendAsync(new GetEffectiveLeerplan(_school.Id, account, Schooljaar: null));
        return view.Value.Leerlingen.Single().Belemmeringen.Select(b => b.Code);
    }

    // What a night asks before it applies anything.
    private async Task<bool> IsTrustedAsync(Schooljaar schooljaar)
    {
        await using var scope = _school.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IImportRunRepository>().IsLastAppliedKeptAsync(
            _school.Id, schooljaar, CancellationToken.None);
    }

    private async Task<IEnumerable<int>> YearsShownAsync() =>
        (await GroepenAsync()).Select(g => g.Schooljaar).Distinct();

    private async Task<IReadOnlyList<(string Naam, int Schooljaar, int Leerlingen)>> GroepenAsync() =>
    [
        .. (await _school.SendAsync(new ListGroepen(
            _school.Id, new PageRequest(500, null), null, null, ShowGearchiveerd: true))).Value.Items
            .Select(g => (g.Naam, g.Schooljaar, g.AantalLeerlingen)),
    ];
}
