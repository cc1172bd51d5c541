using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>From the run that waits to the message that arrives, on the product's own clock.</summary>
public sealed class DigestDeliveryTests : IAsyncLifetime
{
    private Berichtschool _school = null!;

    public async Task InitializeAsync() => _school = await Berichtschool.CreateAsync();

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task Nobody_is_told_until_the_school_says_so()
    {
        await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_school.StartProcess());

        (await _school.GetAsync()).Aan.Should().BeFalse();
        _school.Mail.Tries.Should().Be(0);
        (await CountAsync("Wijzigingen_Berichtregel")).Should().Be(0, "nothing is kept for a school that did not ask for it");
    }

    [Fact]
    public async Task A_run_that_waits_is_told_once_with_why_and_how_many_and_what_to_do()
    {
        await _school.TurnOnAsync();
        var run = await _school.MakeWaitAsync();
        var process = _school.StartProcess();

        await Berichtschool.DeliverAsync(process);
        await Berichtschool.DeliverAsync(process);

        var sent = _school.Mail.Arrived.Should().ContainSingle().Subject;
        sent.Adres.Should().Be(Berichtschool.Adres);
        sent.Digest.Onderwerp.Should().Be("Numo: een import van Voorbeeldcollege (99AB) wacht op u");
        sent.Digest.Tekst.Should().Contain(run.Id.ToString())
            .And.Contain("TE_VEEL_ARCHIVERINGEN")
            .And.Contain("archiveren 12")
            .And.Contain("TOOLS > IMPORTEREN")
            .And.Contain($"numo import show --school 99AB {run.Id}");
        var listed = (await _school.ListAsync()).Should().ContainSingle().Subject;
        (listed.Id, listed.Staat, listed.Pogingen).Should().Be((sent.Digest.Id, Berichtstaat.Verzonden, 1));
        (await _school.GetAsync()).Adressen.Single().LaatsteDag.Should().Be(new DateOnly(2026, 9, 1));
    }

    [Theory]
    [InlineData(12, "TE_VEEL_ARCHIVERINGEN")]
    [InlineData(3, "WACHT_OP_BEOORDELING")]
    public async Task What_waits_by_night_is_told_in_the_morning(int gone, string reden)
    {
        await _school.TurnOnAsync(new Berichtwijziging(true, null, [Berichtschool.Adres], null, 7));
        _school.School.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 2, 3, 30, 0, TimeSpan.Zero));
        _school.School.Leerlingen.RemoveRange(0, gone);
        var night = await _school.School.SendAsync(new SyncSchool(_school.School.Id));
        night.Value.Uitkomst.Should().Be(Rondeuitkomst.Wacht);
        var process = _school.StartProcess();
        await Berichtschool.DeliverAsync(process);
        _school.Mail.Tries.Should().Be(0, "nobody is woken");

        _school.School.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 2, 5, 0, 0, TimeSpan.Zero));
        await Berichtschool.DeliverAsync(process);

        _school.Mail.Arrived.Single().Digest.Aanleidingen.Single().Redenen.Select(r => r.Code).Should().Equal(reden);
    }

    [Fact]
    public async Task A_second_message_waits_for_the_next_day()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        var process = _school.StartProcess();
        await Berichtschool.DeliverAsync(process);
        var second = await _school.MakeWaitAsync();

        await Berichtschool.DeliverAsync(process);

        _school.Mail.Arrived.Should().HaveCount(1);
        var waits = (await _school.ListAsync()).Single(b => b.Staat == Berichtstaat.Verzamelt);
        waits.Volgende.Should().Be(new DateTimeOffset(2026, 9, 1, 22, 0, 0, TimeSpan.Zero), "that is midnight by the Dutch clock");
        _school.School.Clock.SetUtcNow(waits.Volgende!.Value);
        await Berichtschool.DeliverAsync(process);
        _school.Mail.Arrived.Should().HaveCount(2);
        _school.Mail.Arrived[1].Digest.Aanleidingen.Single().Onderwerp.Should().Be(second.Id.ToString());
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(9, 1)]
    public async Task A_message_does_not_go_before_the_hour_that_the_school_chose(int uur, int sent)
    {
        // It is 10:00 by the Dutch clock of summer, less a minute.
        _school.School.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 2, 7, 59, 0, TimeSpan.Zero));
        await _school.TurnOnAsync(new Berichtwijziging(true, null, [Berichtschool.Adres], null, uur));
        await _school.MakeWaitAsync();

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Arrived.Should().HaveCount(sent);
    }

    [Fact]
    public async Task A_run_that_waits_no_longer_is_not_told()
    {
        await _school.TurnOnAsync();
        var run = await _school.MakeWaitAsync();
        await _school.School.SendAsync(new DiscardImport(_school.School.Id, new ImportRunId(run.Id), RequestId: null));

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Tries.Should().Be(0);
        (await _school.ListAsync()).Single().Staat.Should().Be(Berichtstaat.Vervallen);
    }

    [Fact]
    public async Task A_school_that_turns_messages_off_is_told_nothing_more()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        await _school.SetAsync(new Berichtwijziging(false, null, null, null, null));

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Tries.Should().Be(0);
        (await _school.ListAsync()).Single().Staat.Should().Be(Berichtstaat.Vervallen);
    }

    [Fact]
    public async Task A_school_that_was_closed_is_told_nothing_more()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        await _school.School.Database.ExecuteAsync(
            "UPDATE Scholen_School SET Gesloten = @Now;", new { Now = _school.School.Clock.GetUtcNow() });

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Tries.Should().Be(0);
    }

    [Fact]
    public async Task An_address_that_was_taken_away_gets_nothing_and_one_that_stays_gets_its_message()
    {
        await _school.TurnOnAsync(new Berichtwijziging(true, null, ["weg@school.example", Berichtschool.Adres], null, 0));
        await _school.MakeWaitAsync();
        await _school.SetAsync(new Berichtwijziging(null, null, [Berichtschool.Adres], null, null));

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Arrived.Select(z => z.Adres).Should().Equal(Berichtschool.Adres);
        (await _school.ListAsync()).Select(b => b.Staat).Should().BeEquivalentTo(
            [Berichtstaat.Vervallen, Berichtstaat.Verzonden]);
    }

    [Fact]
    public async Task A_kind_that_the_school_did_not_choose_is_not_told()
    {
        await _school.TurnOnAsync(new Berichtwijziging(true, [Berichtsoort.NachtMislukt], [Berichtschool.Adres], null, 0));

        await _school.MakeWaitAsync();

        (await _school.ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_happens_while_a_message_is_sent_is_told_in_the_next()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        ImportRunView? second = null;
        _school.Mail.WhileSending = async () => second ??= await _school.MakeWaitAsync();
        var process = _school.StartProcess();

        await Berichtschool.DeliverAsync(process);
        _school.School.Clock.Advance(TimeSpan.FromHours(15));
        await Berichtschool.DeliverAsync(process);

        _school.Mail.Arrived.Should().HaveCount(2);
        _school.Mail.Arrived[1].Digest.Aanleidingen.Single().Onderwerp.Should().Be(second!.Id.ToString());
    }

    [Fact]
    public async Task Of_many_replicas_at_once_one_sends()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        _school.Mail.Duur = TimeSpan.FromMilliseconds(100);
        var processes = Enumerable.Range(0, 4).Select(_ => _school.StartProcess()).ToArray();

        await Task.WhenAll(processes.Select(process => Berichtschool.DeliverAsync(process)));

        _school.Mail.Tries.Should().Be(1);
    }

    [Fact]
    public async Task A_process_that_dies_after_sending_leaves_a_message_that_is_sent_again_with_the_same_id()
    {
        await _school.TurnOnAsync();
        var run = await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_school.StartProcess(services =>
            services.AddScoped<IBerichtStore>(provider =>
                new DyingStore(ActivatorUtilities.CreateInstance<BerichtStore>(provider)))));
        var other = _school.StartProcess();
        await Berichtschool.DeliverAsync(other);
        _school.Mail.Arrived.Should().HaveCount(1, "the address is still taken");

        _school.School.Clock.Advance(DigestDelivery.Greep);
        await Berichtschool.DeliverAsync(other);

        _school.Mail.Arrived.Should().HaveCount(2);
        _school.Mail.Arrived.Select(z => z.Digest.Id).Distinct().Should().ContainSingle();
        _school.Mail.Arrived.Should().OnlyContain(z => z.Digest.Aanleidingen.Single().Onderwerp == run.Id.ToString());
    }

    [Fact]
    public async Task A_process_that_slept_longer_than_it_may_notes_nothing()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        var slow = _school.StartProcess();
        await using var scope = slow.CreateAsyncScope();
        var due = (await scope.ServiceProvider.GetRequiredService<DigestDelivery>().ListDueAsync(default)).Single();
        await Berichtschool.DeliverAsync(_school.StartProcess());

        await scope.ServiceProvider.GetRequiredService<DigestDelivery>().DeliverAsync(due, default);

        _school.Mail.Tries.Should().Be(1, "another process had the address since it was found");
    }

    [Fact]
    public async Task A_message_is_stored_with_the_state_of_the_run_or_not_at_all()
    {
        await _school.TurnOnAsync();
        await _school.School.Database.ExecuteAsync("DROP TABLE Wijzigingen_Berichtregel;");
        _school.School.Leerlingen.RemoveRange(0, 12);

        var run = await _school.School.PreviewAsync();

        run.State.Should().Be(Domain.Importeren.ImportState.Mislukt, "the run does not wait unseen");
        (await CountAsync("Wijzigingen_Bericht")).Should().Be(0);
    }

    private async Task<int> CountAsync(string table) =>
        (await _school.School.Database.QueryAsync<int>($"SELECT COUNT(*) FROM {table};"))[0];

    /// <summary>Never gets to noting how a try went, as a process that was killed.</summary>
    private sealed class DyingStore(IBerichtStore inner) : IBerichtStore
    {
        public Task<IReadOnlyList<Berichtadres>> ListDueAsync(DateTimeOffset now, int take, CancellationToken ct) =>
            inner.ListDueAsync(now, take, ct);

        public Task<bool> BeginAsync(
            Berichtadres adres, Guid volgend, DateTimeOffset now, DateTimeOffset tot, CancellationToken ct) =>
            inner.BeginAsync(adres, volgend, now, tot, ct);

        public Task<IReadOnlyList<Bericht>> ListBegunAsync(Berichtadres adres, CancellationToken ct) =>
            inner.ListBegunAsync(adres, ct);

        public Task<IReadOnlyList<Verteld>> ListVerteldAsync(Berichtadres adres, CancellationToken ct) =>
            inner.ListVerteldAsync(adres, ct);

        public Task<bool> EndAsync(Poging poging, DateTimeOffset now, CancellationToken ct) =>
            throw new InvalidOperationException("The process was killed.");
    }
}
