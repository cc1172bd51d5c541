using System.Text;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>
/// A school year that has begun and of which only newcomers are prepared: the others are shown in the groepen of last year.
/// </summary>
public sealed class PartlyPreparedYearTests : IAsyncLifetime
{
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(2027);
    private static readonly DateTimeOffset Juli = new(2027, 7, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Augustus = new(2027, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private Keuzeschool _school = null!;

    /// <summary>1 leaves, 2 goes up a class, 3 stays down, and 4 comes; docent 1 stays.</summary>
    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3)]);
        _school.Docenten.Add(Docent(1));
        await _school.ImportAsync();
        _school.Clock.SetUtcNow(Juli);
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange([Leerling(2, klas: "2A") with { Leerjaar = 2 }, Leerling(3), Leerling(4)]);
        await _school.ApplyAsync(await _school.PreviewAsync(Volgend), soorten: [RegelSoort.Nieuw]);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_lock_on_the_class_of_last_year_holds_as_long_as_that_is_shown()
    {
        await LockAsync(2, Veld.Stamgroep);
        _school.Clock.SetUtcNow(Augustus);

        var shown = await ShowAsync(2);
        await RenameAsync(2, "Robin");
        var edited = await ShowAsync(2);
        await _school.ImportAsync();

        (shown.GroepenSchooljaar, shown.Vergrendeld).Should().Be(("2026-2027", Veld.Stamgroep));
        edited.Vergrendeld.Should().Be(Veld.Stamgroep | Veld.Roepnaam);
        var after = await ShowAsync(2);
        (after.Stamgroep!.Naam, after.Vergrendeld).Should().Be(("2A", Veld.Roepnaam));
    }

    [Fact]
    public async Task A_lock_on_the_class_of_last_year_keeps_nobody_out_of_one_of_the_new_year()
    {
        _school.Clock.SetUtcNow(Augustus);
        await LockAsync(2, Veld.Stamgroep);

        await _school.ImportAsync();

        (await ShowAsync(2)).Stamgroep!.Naam.Should().Be("2A", "what was locked is the class of last year");
    }

    [Fact]
    public async Task A_lock_on_the_class_of_a_newcomer_is_of_the_new_year()
    {
        _school.Clock.SetUtcNow(Augustus);
        await LockAsync(4, Veld.Stamgroep);
        _school.Leerlingen[2] = Leerling(4, klas: "2A");

        await _school.ImportAsync();

        var newcomer = await ShowAsync(4);
        (newcomer.Stamgroep!.Naam, newcomer.Vergrendeld).Should().Be(("1A", Veld.Stamgroep));
    }

    [Fact]
    public async Task A_lock_on_the_groepen_of_a_docent_is_of_the_year_that_is_shown_of_the_docent()
    {
        var docent = (await _school.FindDocentAsync(1)).Id;
        await _school.SendAsync(new UpdateDocent(
            _school.Id,
            new AccountId(docent),
            new Bewerking<DocentGegevens>(new(), Veld.Geen, Veld.Groepen, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));
        _school.Clock.SetUtcNow(Augustus);

        var before = await _school.FindDocentAsync(1);
        await _school.ImportAsync();
        var after = await _school.FindDocentAsync(1);

        (before.GroepenSchooljaar, before.Vergrendeld).Should().Be(("2026-2027", Veld.Groepen));
        (after.GroepenSchooljaar, after.Vergrendeld).Should().Be(("2027-2028", Veld.Geen));
    }

    [Fact]
    public async Task The_list_behind_a_groep_of_last_year_holds_who_is_shown_in_it()
    {
        _school.Clock.SetUtcNow(Augustus);
        var run = await _school.PreviewAsync();
        var riser = (await _school.RegelsAsync(run)).Single(r => r.Naam!.Contains("Achternaam2", StringComparison.Ordinal));
        await _school.ApplyAsync(run, regels: [riser.Nummer]);

        var klas = (await GroepenAsync(null)).Single(g => g is { Naam: "1A", Schooljaar: 2026 });

        klas.AantalLeerlingen.Should().Be(2);
        (await NamesInAsync(klas)).Should().BeEquivalentTo("Achternaam1", "Achternaam3");
    }

    [Fact]
    public async Task A_groep_of_a_year_that_is_over_still_lists_all_who_were_in_it()
    {
        _school.Clock.SetUtcNow(Augustus);
        await _school.ImportAsync();

        var klas = (await GroepenAsync(TestDatabase.Jaar)).Single();

        (await GroepenAsync(null)).Should().OnlyContain(g => g.Schooljaar == 2027);
        klas.AantalLeerlingen.Should().Be(2, "one was archived");
        (await NamesInAsync(klas)).Should().BeEquivalentTo("Achternaam2", "Achternaam3");
    }

    [Fact]
    public async Task A_prepared_groep_lists_who_comes_into_it()
    {
        var klas = (await GroepenAsync(Volgend)).Single();

        (await NamesInAsync(klas)).Should().Equal("Achternaam4");
    }

    [Fact]
    public async Task Who_is_shown_in_a_class_of_last_year_is_not_without_class()
    {
        _school.Clock.SetUtcNow(Augustus);
        var before = await WithoutClassAsync();
        _school.Leerlingen[1] = Leerling(3) with { Stamgroep = null };

        await _school.ImportAsync();

        before.Should().BeEmpty();
        (await WithoutClassAsync()).Should().Equal("Achternaam3");
        (await CountWithoutClassAsync(TestDatabase.Jaar)).Should().Be(1, "asked for last year, 4 was not there");
    }

    [Fact]
    public async Task An_export_says_of_which_year_each_class_is_and_puts_nobody_in_a_class_of_another()
    {
        _school.Clock.SetUtcNow(Augustus);
        var csv = await ExportAsync();

        var run = await _school.UploadAsync(csv);
        await _school.ApplyAsync(run);

        csv.Split("\r\n").Skip(1).SkipLast(1).Select(line => line.Split(';')).Select(values => (values[9], values[14], values[^1]))
            .Should().BeEquivalentTo(
            [
                ("Achternaam1", "1A", "2026-2027"),
                ("Achternaam2", "1A", "2026-2027"),
                ("Achternaam3", "1A", "2026-2027"),
                ("Achternaam4", "1A", "2027-2028"),
                ("Docent1", "", "2026-2027"),
            ]);
        run.Uitkomst!.Leerlingen.Archiveren.Should().Be(0, "of whom another year is told the account stays");
        (await _school.FindAsync(2, Volgend)).Gegevens.Stamgroep.Should().BeNull();
        (await ShowAsync(2)).GroepenSchooljaar.Should().Be("2026-2027");
        (await _school.FindAsync(4, Volgend)).Gegevens.Stamgroep!.Value.Key.Should().Be("1A");
    }

    // Leerlingen and docenten are a part each.
    private async Task<string> ExportAsync()
    {
        var leerlingen = (await _school.SendAsync(new ExportLeerlingen(_school.Id, null, false, MetDocenten: true))).Value;
        var docenten = (await _school.SendAsync(new ExportLeerlingen(_school.Id, leerlingen.Volgende, false, true))).Value;
        return Encoding.UTF8.GetString([.. leerlingen.Csv, .. docenten.Csv]);
    }

    private Task LockAsync(int nummer, Veld velden) => UpdateAsync(nummer, new(new(), Veld.Geen, velden, false));

    private Task RenameAsync(int nummer, string roepnaam) =>
        UpdateAsync(nummer, new(new() { Roepnaam = roepnaam }, Veld.Roepnaam, null, NietVergrendelen: false));

    private async Task UpdateAsync(int nummer, Bewerking<LeerlingGegevens> bewerking) =>
        (await _school.SendAsync(new UpdateLeerling(
            _school.Id, (await _school.FindAsync(nummer)).Id, bewerking, null, null, ValidateOnly: false)))
        .Error.Should().BeNull();

    private async Task<LeerlingView> ShowAsync(int nummer) =>
        (await _school.SendAsync(new GetLeerling(_school.Id, (await _school.FindAsync(nummer)).Id))).Value;

    private async Task<IReadOnlyList<GroepView>> GroepenAsync(Schooljaar? jaar) => (await _school.SendAsync(
        new ListGroepen(_school.Id, new PageRequest(500, null), jaar, null, ShowGearchiveerd: true))).Value.Items;

    private async Task<IEnumerable<string?>> NamesInAsync(GroepView groep) => (await _school.SendAsync(
        new ListLeerlingen(_school.Id, new PageRequest(500, null), false, new GroepId(groep.Id), ZonderDoelgroep: false)))
        .Value.Items.Select(l => l.Achternaam);

    private async Task<IEnumerable<string?>> WithoutClassAsync()
    {
        var listed = (await _school.SendAsync(new ListDatakwaliteit(
            _school.Id, Kwaliteitssoort.LeerlingZonderStamgroep, new PageRequest(500, null), null))).Value.Page.Items;
        listed.Should().HaveCount(await CountWithoutClassAsync(null));
        return listed.Select(b => b.Leerlingen[0].Achternaam);
    }

    private async Task<int> CountWithoutClassAsync(Schooljaar? jaar) =>
        (await _school.SendAsync(new GetDatakwaliteit(_school.Id, jaar))).Value.Tellingen
            .Single(t => t.Soort == Kwaliteitssoort.LeerlingZonderStamgroep).Aantal;
}
