using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>An address that does not take its messages: nothing is lost, and nobody is flooded.</summary>
public sealed class FailingAddressTests : IAsyncLifetime
{
    private static readonly Berichtfout Weg = new("MAIL_ONBEREIKBAAR", "Weg.");

    private Berichtschool _school = null!;

    public async Task InitializeAsync() => _school = await Berichtschool.CreateAsync();

    public async Task DisposeAsync() => await _school.DisposeAsync();

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
    public async Task An_address_that_failed_does_not_look_well_again_because_there_is_nothing_left_to_tell()
    {
        await _school.TurnOnAsync();
        var run = await _school.MakeWaitAsync();
        _school.Mail.Fout = Weg;
        var process = _school.StartProcess();
        await Berichtschool.DeliverAsync(process);
        await _school.School.SendAsync(new DiscardImport(_school.School.Id, new ImportRunId(run.Id), RequestId: null));
        _school.School.Clock.Advance(TimeSpan.FromMinutes(7));

        await Berichtschool.DeliverAsync(process);

        _school.Mail.Tries.Should().Be(1);
        (await _school.ListAsync()).Single().Staat.Should().Be(Berichtstaat.Vervallen);
        (await _school.GetAsync()).Adressen.Single().Fout.Should().Be(Weg);
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
}
