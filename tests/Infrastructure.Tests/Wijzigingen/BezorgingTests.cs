using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>From the run that waits to the message that arrives, on the product's own clock.</summary>
public sealed class BezorgingTests : IAsyncLifetime
{
    private static readonly Berichtfout Weg = new("MAIL_ONBEREIKBAAR", "Weg.");

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
    public async Task A_kind_that_the_school_did_not_choose_is_not_told()
    {
        await _school.TurnOnAsync(new Berichtwijziging(true, [Berichtsoort.NachtMislukt], [Berichtschool.Adres], null, 0));

        await _school.MakeWaitAsync();

        (await _school.ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_address_that_fails_for_a_day_loses_nothing_and_gets_one_message_when_it_works_again()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        _school.Mail.Fout = Weg;
        var process = _school.StartProcess();
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            await Berichtschool.DeliverAsync(process);
            _school.School.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var failing = await _school.GetAsync();
        failing.Adressen.Single().Fout.Should().Be(Weg);
        _school.Mail.Tries.Should().BeInRange(6, 12, "it is tried ever less often");
        var newest = await _school.MakeWaitAsync();
        _school.Mail.Fout = null;
        for (var minute = 0; minute < 8 * 60; minute++)
        {
            await Berichtschool.DeliverAsync(process);
            _school.School.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var sent = _school.Mail.Arrived.Should().ContainSingle().Subject;
        sent.Digest.Aanleidingen.Single().Onderwerp.Should().Be(newest.Id.ToString(), "the older one was replaced by it");
        (await _school.ListAsync()).Should().OnlyContain(b => b.Staat == Berichtstaat.Verzonden);
        (await _school.GetAsync()).Adressen.Single().Fout.Should().BeNull();
    }

    [Fact]
    public async Task A_message_that_never_arrives_is_given_up_after_three_days_and_says_why()
    {
        await _school.TurnOnAsync();
        _school.Mail.Fout = Weg;
        var process = _school.StartProcess();
        for (var hour = 0; hour < 80; hour++)
        {
            await KeepWaitingAsync(hour);
            await Berichtschool.DeliverAsync(process);
            _school.School.Clock.Advance(TimeSpan.FromHours(1));
        }

        var oldest = (await _school.ListAsync())[^1];
        (oldest.Staat, oldest.Fout, oldest.Volgende).Should().Be((Berichtstaat.Mislukt, Weg, null));
        (await _school.ListAsync())[0].Staat.Should().Be(Berichtstaat.Onderweg, "that one is younger");
    }

    [Fact]
    public async Task Each_address_fares_by_itself()
    {
        await _school.TurnOnAsync();
        await GiveWebhookAsync();
        _school.Webhook.Fout = new Berichtfout("WEBHOOK_GEWEIGERD", "HTTP 500.");
        await _school.MakeWaitAsync();

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Arrived.Should().ContainSingle();
        (await _school.ListAsync()).ToDictionary(b => b.Kanaal, b => b.Staat).Should().BeEquivalentTo(
            new Dictionary<Berichtkanaal, Berichtstaat>
            {
                [Berichtkanaal.Mail] = Berichtstaat.Verzonden,
                [Berichtkanaal.Webhook] = Berichtstaat.Onderweg,
            });
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

        _school.School.Clock.Advance(Bezorging.Greep);
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
        var due = (await scope.ServiceProvider.GetRequiredService<Bezorging>().ListDueAsync(default)).Single();
        await Berichtschool.DeliverAsync(_school.StartProcess());

        await scope.ServiceProvider.GetRequiredService<Bezorging>().DeliverAsync(due, default);

        _school.Mail.Tries.Should().Be(1, "another process had the address since it was found");
    }

    [Fact]
    public async Task What_happens_after_a_first_try_goes_with_another_id_so_that_who_saw_the_first_does_not_drop_it()
    {
        await _school.TurnOnAsync();
        await _school.MakeWaitAsync();
        _school.Mail.Fout = Weg;
        var process = _school.StartProcess();
        await Berichtschool.DeliverAsync(process);
        var tried = (await _school.ListAsync()).Single().Id;
        await _school.MakeWaitAsync();
        _school.Mail.Fout = null;
        _school.School.Clock.Advance(TimeSpan.FromMinutes(7));

        await Berichtschool.DeliverAsync(process);

        _school.Mail.Arrived.Single().Digest.Id.Should().NotBe(tried);
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

    private async Task KeepWaitingAsync(int hour)
    {
        if (hour % 20 == 0)
        {
            _school.School.Leerlingen.Clear();
            _school.School.Leerlingen.AddRange(
                Enumerable.Range(13, 48 + (hour / 20)).Select(n => Importeren.Keuzeschool.Leerling(n)));
            await _school.School.PreviewAsync();
        }
    }

    private async Task GiveWebhookAsync()
    {
        await _school.School.SendAsync(new RotateWebhookgeheim(_school.School.Id, Etag: null));
        (await _school.SetAsync(new Berichtwijziging(null, null, null, "https://hook.school.example/numo", null)))
            .Error.Should().BeNull();
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

        public Task<bool> EndAsync(
            Berichtadres adres, IReadOnlyList<Bericht> berichten, DateTimeOffset now, CancellationToken ct) =>
            throw new InvalidOperationException("The process was killed.");
    }
}
