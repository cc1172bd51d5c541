using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>
/// A school that prepared and agreed in June: 40 leerlingen in class 1A, of whom 12 leave, and 10 newcomers. Two steps of a
/// person in June, none in August.
/// </summary>
public sealed class AgreedAugustTests : IAsyncLifetime
{
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(TestDatabase.Jaar.Begin + 1);

    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange(Enumerable.Range(1, 40).Select(n => Leerling(n)));
        await _school.ImportAsync();
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 6, 14, 10, 0, 0, TimeSpan.Zero));
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task Two_steps_in_June_and_none_in_August()
    {
        DeliverNextYear();
        await PrepareAsync();
        (await AgreeAsync()).Error.Should().BeNull();

        BeginYear();
        var uitkomst = await NightAsync();

        uitkomst.Should().Be(Rondeuitkomst.Toegepast);
        (await ShowAsync(1)).Status.Should().Be(Accountstatus.Gearchiveerd);
        (await ShowAsync(13)).Should().Match<LeerlingView>(l => l.Stamgroep!.Naam == "2A" && l.Leerjaar == 2);
        (await ShowAsync(100)).Stamgroep!.Naam.Should().Be("1A");
        (await WisselAsync()).Staat.Should().Be(Wisselstaat.Klaar);
        (await RunsAsync()).Should().NotContain(r => r.State == ImportState.Wachtend);
    }

    [Fact]
    public async Task Until_the_year_begins_newcomers_and_classes_are_kept_as_the_source_has_them_and_nobody_of_now_changes()
    {
        DeliverNextYear();
        await PrepareAsync();
        var before = await ShowAsync(13);

        _school.Volgend!.RemoveAll(l => l.EckId == Leerling(100).EckId);
        Change(101, l => l with { Roepnaam = "Robin" });
        Change(13, l => l with { Stamgroep = Leerling(1, klas: "2B").Stamgroep });
        await NightAsync();
        await NightAsync();

        (await ShowAsync(100)).Status.Should().Be(Accountstatus.Gearchiveerd, "the newcomer was withdrawn");
        (await ShowAsync(101)).Roepnaam.Should().Be("Robin");
        var after = await ShowAsync(13);
        after.KomendeGroepen!.Stamgroep!.Naam.Should().Be("2B");
        (after.Stamgroep!.Naam, after.Leerjaar, after.Status).Should().Be((before.Stamgroep!.Naam, 1, Accountstatus.Actief));
        (await BelemmeringenAsync(101)).Should().Contain("SCHOOLJAAR_NIET_BEGONNEN");
    }

    [Fact]
    public async Task Somebody_whose_key_changes_gets_no_second_account_while_the_change_waits_for_a_person()
    {
        DeliverNextYear();
        await PrepareAsync();
        await _school.SendAsync(new UpdateSyncbeleid(_school.Id, [RegelSoort.Nieuw], null, null, null));

        Each(l => l.EckId == Leerling(13).EckId ? l with { UwlrKey = "nieuw-13" } : l);
        Change(13, l => l with { UwlrKey = "nieuw-13", EckId = null });
        await NightAsync();

        (await _school.Database.LoadAsync(_school.Id, Volgend)).Leerlingen.Should()
            .HaveCount(50, "40 of now and 10 newcomers");
        (await ShowAsync(13)).Should().Match<LeerlingView>(
            l => l.UwlrKey == Leerling(13).UwlrKey && l.KomendeGroepen!.Stamgroep!.Naam == "2A");
    }

    [Fact]
    public async Task Somebody_whose_key_changed_is_nobody_new_to_a_person_who_prepares_the_year()
    {
        DeliverNextYear();
        Each(l => l.EckId == Leerling(13).EckId ? l with { UwlrKey = "nieuw-13" } : l);
        Change(13, l => l with { UwlrKey = "nieuw-13", EckId = null });

        var prepared = await PrepareAsync();

        prepared.Uitkomst!.Leerlingen.Nieuw.Should().Be(10);
        (await ShowAsync(13)).KomendeGroepen!.Stamgroep!.Naam.Should().Be("2A");
    }

    [Fact]
    public async Task What_lies_outside_the_bounds_waits_with_its_reason_and_the_rest_goes_over()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync(new Grenskeuze(Vestigingsnummer.Hoofd, 11, 20, null));

        BeginYear();
        var first = await NightAsync();
        var second = await NightAsync();

        (first, second).Should().Be((Rondeuitkomst.Deels, Rondeuitkomst.Wacht));
        (await ShowAsync(13)).Stamgroep!.Naam.Should().Be("2A");
        (await ShowAsync(1)).Status.Should().Be(Accountstatus.Actief);
        var waiting = (await RunsAsync()).Single(r => r.State == ImportState.Wachtend);
        waiting.Uitkomst!.Leerlingen.Archiveren.Should().Be(12, "a person can release and apply this very plan");
        (await WisselAsync()).Punten.Should().Contain(p => p.Code == "IMPORT_WACHT");
    }

    [Fact]
    public async Task Classes_that_come_late_need_no_second_decision_and_last_years_class_stays_until_then()
    {
        DeliverNextYear();
        for (var nummer = 13; nummer <= 40; nummer++)
        {
            Change(nummer, l => l with { Stamgroep = null });
        }

        await PrepareAsync();
        await AgreeAsync();
        BeginYear();
        await NightAsync();
        var without = await ShowAsync(13);
        var begun = (await WisselAsync()).Staat;
        await NightAsync();
        Each(l => l with { Stamgroep = Leerling(1, klas: l.Leerjaar == 2 ? "2A" : "1A").Stamgroep });
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 27, 12, 0, 0, TimeSpan.Zero));
        await NightAsync();

        (without.Stamgroep!.Naam, without.GroepenSchooljaar, without.Leerjaar).Should().Be(("1A", "2026-2027", 2));
        begun.Should().Be(Wisselstaat.Begonnen);
        (await ShowAsync(13)).Stamgroep!.Naam.Should().Be("2A");
        (await WisselAsync()).Staat.Should().Be(Wisselstaat.Klaar);
        (await RunsAsync()).Should().NotContain(r => r.State == ImportState.Wachtend);
    }

    [Fact]
    public async Task Classes_that_were_prepared_and_are_gone_on_the_first_of_August_wait_for_a_person()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync();
        BeginYear();
        Each(l => l with { Stamgroep = null });

        await NightAsync();

        (await RunsAsync()).Single(r => r.State == ImportState.Wachtend).Uitkomst!.Remmen
            .Should().Contain(r => r.Code == "TE_VEEL_VERLIES");
        (await ShowAsync(13)).Stamgroep!.Naam.Should().Be("2A");
    }

    [Fact]
    public async Task A_preview_of_July_is_not_applied_in_August()
    {
        DeliverNextYear();
        var july = await _school.PreviewAsync(Volgend);
        BeginYear();
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 31, 22, 30, 0, TimeSpan.Zero));

        (await _school.ApplyAsync(july)).Error!.Code.Should().BeOneOf("SCHOOLJAAR_INTUSSEN_BEGONNEN", "VOORBEELD_VERVALLEN");
    }

    [Fact]
    public async Task A_plan_is_not_applied_by_another_agreement_than_it_was_made_with()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync();
        BeginYear();
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 2, 12, 0, 0, TimeSpan.Zero));
        var plan = await _school.PreviewAsync();
        await AgreeAsync(new Grenskeuze(Vestigingsnummer.Hoofd, 5, 5, null));

        (await _school.ApplyAsync(plan)).Error.Should().BeOfType<WisselGewijzigd>();
    }

    [Fact]
    public async Task After_an_undo_agreeing_again_sets_the_nights_going_again()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync();
        BeginYear();
        await NightAsync();
        var august = (await RunsAsync()).First(r => r.State == ImportState.Toegepast);
        await _school.SendAsync(new UndoImport(_school.Id, new ImportRunId(august.Id), RequestId: null, ValidateOnly: false));
        await AgreeAsync(new Grenskeuze(Vestigingsnummer.Hoofd, 30, 20, null));

        (await NightAsync()).Should().Be(Rondeuitkomst.Toegepast);

        (await ShowAsync(13)).Stamgroep!.Naam.Should().Be("2A");
    }

    [Fact]
    public async Task Teaching_groups_that_come_when_all_else_is_done_need_no_decision_either()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync();
        BeginYear();
        await NightAsync();
        var done = (await WisselAsync()).Staat;
        Each(l => l with { Groepen = [new Groepsleutel(Vestigingsnummer.Hoofd, "wi2")] });
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 27, 12, 0, 0, TimeSpan.Zero));

        var uitkomst = await NightAsync();

        (done, uitkomst).Should().Be((Wisselstaat.Klaar, Rondeuitkomst.Toegepast));
        (await ShowAsync(13)).Groepen.Should().ContainSingle(g => g.Naam == "wi2");
    }

    [Fact]
    public async Task What_ends_with_the_year_is_said_once_by_the_run_of_August()
    {
        var account = (await _school.FindAsync(20)).Id;
        var locked = await _school.SendAsync(new UpdateLeerling(
            _school.Id,
            account,
            new Bewerking<LeerlingGegevens>(new(), Veld.Geen, Veld.Leerjaar, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync();
        BeginYear();

        await NightAsync();
        await NightAsync();

        locked.Error.Should().BeNull();
        (await RunsAsync()).Count(r => r.Uitkomst!.Waarschuwingen.Any(w => w.Code == "SLOTEN_VAN_VORIG_JAAR")).Should().Be(1);
        (await ShowAsync(20)).Should().Match<LeerlingView>(l => l.Leerjaar == 1 && l.Stamgroep!.Naam == "2A");
    }

    [Fact]
    public async Task Leavers_leave_on_the_day_that_the_school_chose()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync(vertrekOp: new DateOnly(2027, 8, 3));

        BeginYear();
        var statuses = new List<Accountstatus>();
        for (var night = 1; night <= 3; night++)
        {
            await NightAsync();
            statuses.Add((await ShowAsync(1)).Status);
        }

        statuses.Should().Equal(Accountstatus.Actief, Accountstatus.Actief, Accountstatus.Gearchiveerd);
        (await WisselAsync()).Staat.Should().Be(Wisselstaat.Klaar);
    }

    [Fact]
    public async Task A_school_that_did_not_agree_waits_on_the_first_of_August()
    {
        DeliverNextYear();
        await PrepareAsync();

        BeginYear();
        await NightAsync();

        (await ShowAsync(1)).Status.Should().Be(Accountstatus.Actief);
        (await RunsAsync()).Should().ContainSingle(r => r.State == ImportState.Wachtend);
    }

    [Fact]
    public async Task Undoing_what_the_night_of_August_did_ends_the_agreement()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync();
        BeginYear();
        await NightAsync();
        var august = (await RunsAsync()).First(r => r.State == ImportState.Toegepast);

        var undone = await _school.SendAsync(
            new UndoImport(_school.Id, new ImportRunId(august.Id), RequestId: null, ValidateOnly: false));
        await NightAsync();

        undone.Error.Should().BeNull();
        (await ShowAsync(1)).Should().Match<LeerlingView>(l => l.Status == Accountstatus.Actief && l.Stamgroep!.Naam == "1A");
        var wissel = await WisselAsync();
        (wissel.Akkoord, wissel.Staat).Should().Be((null, Wisselstaat.Begonnen));
    }

    [Fact]
    public async Task Undoing_the_preparation_takes_the_agreement_along()
    {
        DeliverNextYear();
        var prepared = await PrepareAsync();
        await AgreeAsync();

        await _school.SendAsync(new UndoImport(_school.Id, new ImportRunId(prepared.Id), RequestId: null, ValidateOnly: false));

        (await WisselAsync()).Should().Match<WisselView>(w => w.Staat == Wisselstaat.Open && w.Akkoord == null);
    }

    [Fact]
    public async Task What_the_change_does_is_counted_before_anybody_agrees()
    {
        DeliverNextYear();
        Change(20, l => l with { Leerjaar = 1, Stamgroep = Leerling(20).Stamgroep });
        Change(21, l => l with { Stamgroep = null });
        await PrepareAsync();

        var wissel = await WisselAsync();

        wissel.Vestigingen.Single().Cijfers.Should().BeEquivalentTo(new
        {
            Nu = 40,
            VertrekExamen = 0,
            VertrekOverig = 12,
            Nieuw = 10,
            Over = 27,
            Zitten = 1,
            ZonderKlas = 1,
            Straks = 38,
        });
        wissel.Klassentabel!.Overgangen.Should().Contain(o => o.Van == "1A" && o.Naar == "2A" && o.Aantal == 26);
        wissel.Punten.Select(p => p.Code).Should().Contain(["GEEN_AKKOORD", "KLASSEN_ONTBREKEN"]);
        (await AgreeAsync(validateOnly: true)).Value.Vestigingen.Single().Grens.Should().BeEquivalentTo(
            new { MaxVertrek = 17, MaxNieuw = 15, MaxZonderKlas = 0 });
        (await WisselAsync()).Akkoord.Should().BeNull("that was only asked");
    }

    [Fact]
    public async Task A_rehearsal_tells_what_the_night_would_do_and_changes_nothing()
    {
        DeliverNextYear();
        await PrepareAsync();
        await AgreeAsync(new Grenskeuze(Vestigingsnummer.Hoofd, 11, 20, null));
        var before = await _school.Database.LoadAsync(_school.Id, Volgend);

        var repetitie = (await _school.SendAsync(new RehearseSchooljaar(_school.Id, Schooljaar: null))).Value;

        repetitie.Leerlingen.Should().Match<Tellingen>(t => t.Bijwerken == 28 && t.Aangehouden == 12 && t.Nieuw == 0);
        repetitie.BuitenAfspraak.Should().ContainSingle(m => m.Code == "BUITEN_AFSPRAAK");
        (repetitie.IsAfgesproken, repetitie.Rest).Should().Be((true, 0));
        (await _school.Database.LoadAsync(_school.Id, Volgend)).Should().BeEquivalentTo(before);
        (await RunsAsync()).Should().HaveCount(2, "a rehearsal is no run");
    }

    // 1 to 12 leave, 13 to 40 go up to 2A, and 100 to 109 come in 1A.
    private void DeliverNextYear() => _school.Volgend =
    [
        .. Enumerable.Range(13, 28).Select(n => Leerling(n, klas: "2A") with { Leerjaar = 2 }),
        .. Enumerable.Range(100, 10).Select(n => Leerling(n)),
    ];

    // On 1 August the year that was next is the one of now.
    private void BeginYear()
    {
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange(_school.Volgend!);
        _school.Volgend = null;
        _school.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 31, 12, 0, 0, TimeSpan.Zero));
    }

    // Changes somebody of next year.
    private void Change(int nummer, Func<LeerlingGegevens, LeerlingGegevens> change)
    {
        var place = _school.Volgend!.FindIndex(l => l.EckId == Leerling(nummer).EckId);
        _school.Volgend[place] = change(_school.Volgend[place]);
    }

    // Changes everybody of now.
    private void Each(Func<LeerlingGegevens, LeerlingGegevens> change)
    {
        LeerlingGegevens[] changed = [.. _school.Leerlingen.Select(change)];
        _school.Leerlingen.Clear();
        _school.Leerlingen.AddRange(changed);
    }

    private async Task<ImportRunView> PrepareAsync()
    {
        var prepared = await _school.PreviewAsync(Volgend);
        (await _school.ApplyAsync(prepared)).Error.Should().BeNull();
        return prepared;
    }

    private async Task<Result<WisselView>> AgreeAsync(
        Grenskeuze? grens = null, DateOnly? vertrekOp = null, bool validateOnly = false) => await _school.SendAsync(
        new AgreeSchooljaar(_school.Id, null, grens is null ? [] : [grens], vertrekOp, null, null, validateOnly));

    private async Task<Rondeuitkomst?> NightAsync()
    {
        var day = _school.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
        _school.Clock.SetUtcNow(new DateTimeOffset(day, TimeSpan.Zero).AddHours(3.5));
        _school.Wie.Subject = SystemCaller.Nights;
        var uitkomst = (await _school.SendAsync(new SyncSchool(_school.Id))).Value.Uitkomst;
        _school.Wie.Subject = "test";
        return uitkomst;
    }

    private async Task<WisselView> WisselAsync() =>
        (await _school.SendAsync(new GetSchooljaarwissel(_school.Id, Schooljaar: null))).Value.Wissel;

    private async Task<IReadOnlyList<ImportRunView>> RunsAsync() => (await _school.SendAsync(
        new ListImportRuns(_school.Id, new PageRequest(50, null), []))).Value.Items;

    private async Task<LeerlingView> ShowAsync(int nummer) =>
        (await _school.SendAsync(new GetLeerling(_school.Id, (await _school.FindAsync(nummer)).Id))).Value;

    private async Task<IEnumerable<string>> BelemmeringenAsync(int nummer)
    {
        var account = (await _school.FindAsync(nummer)).Id;
        var view = await _school.SendAsync(new GetEffectiveLeerplan(_school.Id, account, Schooljaar: null));
        return view.Value.Leerlingen.Single().Belemmeringen.Select(b => b.Code);
    }
}
