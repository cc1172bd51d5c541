using System.Reflection;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Wijzigingen;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>Both channels, against servers on loopback that behave and that do not.</summary>
public sealed class NotifierTests : IAsyncLifetime
{
    private static readonly Webhookgeheim Geheim = Webhookgeheim.Make();

    private static readonly Digest Digest = new(
        Guid.CreateVersion7(),
        new SchoolId(Guid.NewGuid()),
        "Voorbeeldcollege\r\nBcc: elders@school.example",
        Brin.Hydrate("99XY"),
        new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero),
        [
            new Aanleiding(
                Berichtsoort.NachtMislukt,
                "2026-11-26",
                new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero),
                [new Berichtreden("POORT_DICHT", "De poort is dicht.", 1)],
                [new Berichttelling("nachten", 2)],
                "SCHOOL"),
        ]);

    private SimulatorHost _simulator = null!;

    public async Task InitializeAsync() => _simulator = await SimulatorHost.StartAsync(
        new SimulatorOptions { Pupils = 0, MailPort = 0, Quiet = true }, CancellationToken.None);

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_as_it_was_meant()
    {
        (await MailAsync()).Should().BeNull();

        var mail = _simulator.Mail!.Caught.Should().ContainSingle().Subject;
        (mail.From, mail.Id).Should().Be(("numo@kurve.example", Digest.Id.ToString()));
        mail.To.Should().Equal(Berichtschool.Adres);
        mail.Text.ReplaceLineEndings("\n").TrimEnd().Should().Be(Digest.Tekst.TrimEnd());
        mail.Subject.Should().Be(Digest.Onderwerp);
        mail.Source.Should().NotContain("\nBcc:", "what a name holds begins no header of its own")
            .And.Contain($"Message-Id: <{Digest.Id}@kurve.example>")
            .And.Contain("Auto-Submitted: auto-generated");
    }

    [Theory]
    [InlineData(MailMisbehaviour.Slow, null)]
    [InlineData(MailMisbehaviour.Hangs, "MAIL_TE_TRAAG")]
    [InlineData(MailMisbehaviour.KeepsAndHangs, "MAIL_TE_TRAAG")]
    [InlineData(MailMisbehaviour.TemporaryFailure, "MAIL_GEWEIGERD")]
    [InlineData(MailMisbehaviour.PermanentFailure, "MAIL_GEWEIGERD")]
    [InlineData(MailMisbehaviour.RecipientRefused, "MAIL_ADRES_GEWEIGERD")]
    [InlineData(MailMisbehaviour.ClosesConnection, "MAIL_ONBEREIKBAAR")]
    public async Task A_mail_server_that_misbehaves_is_told_apart(MailMisbehaviour kind, string? code)
    {
        _simulator.Misbehaviour.Add(kind);

        var fout = await MailAsync();

        (fout?.Code).Should().Be(code);
    }

    [Theory]
    [InlineData(MailMisbehaviour.TemporaryFailure, 1)]
    [InlineData(MailMisbehaviour.PermanentFailure, 0)]
    public async Task What_may_pass_within_seconds_is_tried_again_and_nothing_else(MailMisbehaviour kind, int arrived)
    {
        _simulator.Misbehaviour.Add(kind, times: 2);

        await MailAsync();

        _simulator.Mail!.Caught.Should().HaveCount(arrived);
    }

    [Fact]
    public async Task A_mail_server_without_tls_gets_nothing_unless_that_was_agreed() =>
        (await MailAsync(MailSecurity.StartTls))!.Code.Should().Be("MAIL_ONVEILIG");

    [Fact]
    public async Task Without_a_mail_server_that_is_said() => (await new MailNotifier(
        Options.Create(new MailOptions()), Options.Create(Berichten()), TimeProvider.System)
        .SendAsync(new Zending(Berichtschool.Adres, Digest, []), default))!.Code.Should().Be("MAIL_NIET_INGERICHT");

    [Fact]
    public async Task A_mail_server_that_is_not_there_is_unreachable()
    {
        await _simulator.Mail!.DisposeAsync();

        (await MailAsync())!.Code.Should().Be("MAIL_ONBEREIKBAAR");
    }

    [Fact]
    public async Task A_webhook_is_called_with_a_signature_that_its_documentation_explains()
    {
        (await CallAsync()).Should().BeNull();

        var call = _simulator.Webhooks.Caught.Should().ContainSingle().Subject;
        WebhookReceiver.IsFromNumo(Geheim.Reveal(), call.Headers["numo-signature"], call.Body, TimeProvider.System.GetUtcNow())
            .Should().BeTrue();
        call.Headers["numo-bericht"].Should().Be(Digest.Id.ToString());
        call.Headers.Should().NotContainKeys("traceparent", "cookie");
    }

    [Fact]
    public async Task While_the_secret_changes_either_verifies()
    {
        var previous = Webhookgeheim.Make();

        await CallAsync(geheimen: [Geheim, previous]);

        var call = _simulator.Webhooks.Caught.Single();
        foreach (var geheim in new[] { Geheim, previous })
        {
            WebhookReceiver
                .IsFromNumo(
                    geheim.Reveal(), call.Headers["numo-signature"], call.Body, TimeProvider.System.GetUtcNow())
                .Should().BeTrue();
        }
    }

    [Theory]
    [InlineData(WebhookMisbehaviour.Slow, null)]
    [InlineData(WebhookMisbehaviour.EndlessBody, null)]
    [InlineData(WebhookMisbehaviour.Hangs, "WEBHOOK_TE_TRAAG")]
    [InlineData(WebhookMisbehaviour.KeepsAndHangs, "WEBHOOK_TE_TRAAG")]
    [InlineData(WebhookMisbehaviour.Http500, "WEBHOOK_GEWEIGERD")]
    [InlineData(WebhookMisbehaviour.Http503, "WEBHOOK_GEWEIGERD")]
    [InlineData(WebhookMisbehaviour.Http429, "WEBHOOK_GEWEIGERD")]
    [InlineData(WebhookMisbehaviour.Http400, "WEBHOOK_GEWEIGERD")]
    [InlineData(WebhookMisbehaviour.Http410, "WEBHOOK_GEWEIGERD")]
    [InlineData(WebhookMisbehaviour.Redirect, "WEBHOOK_VERWIJST_DOOR")]
    [InlineData(WebhookMisbehaviour.ConnectionReset, "WEBHOOK_ONBEREIKBAAR")]
    public async Task A_webhook_that_misbehaves_is_told_apart(WebhookMisbehaviour kind, string? code)
    {
        _simulator.Misbehaviour.Add(kind);

        var fout = await CallAsync();

        (fout?.Code).Should().Be(code);
        _simulator.Webhooks.Caught.Should().NotContain(call => call.Name == "elsewhere");
    }

    [Fact]
    public async Task A_webhook_whose_name_stands_for_this_machine_is_not_called_in_production()
    {
        var adres = $"http://localhost:{_simulator.Address.Port}/webhook/a";

        (await CallAsync(adres, allowLoopback: false))!.Code.Should().Be("WEBHOOK_NIET_OPENBAAR");
        _simulator.Webhooks.Caught.Should().BeEmpty();
    }

    [Fact]
    public void Every_misbehaviour_is_met()
    {
        KindsOf<MailMisbehaviour>().Should().BeEquivalentTo(Enum.GetValues<MailMisbehaviour>());
        KindsOf<WebhookMisbehaviour>().Should().BeEquivalentTo(Enum.GetValues<WebhookMisbehaviour>());
    }

    private static HashSet<T> KindsOf<T>() =>
    [
        .. typeof(NotifierTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(d => d.GetData(method)))
            .Select(data => data[0])
            .OfType<T>(),
    ];

    private static BerichtenOptions Berichten(bool allowLoopback = true) => new()
    {
        AllowLoopback = allowLoopback,
        AttemptTimeout = TimeSpan.FromMilliseconds(1500),
        Backoff = TimeSpan.FromMilliseconds(10),
    };

    private Task<Berichtfout?> MailAsync(MailSecurity security = MailSecurity.None) => new MailNotifier(
        Options.Create(new MailOptions
        {
            Host = "127.0.0.1",
            Port = _simulator.Mail!.Port,
            From = "numo@kurve.example",
            Security = security,
        }),
        Options.Create(Berichten()),
        TimeProvider.System).SendAsync(new Zending(Berichtschool.Adres, Digest, []), default);

    private async Task<Berichtfout?> CallAsync(
        string? adres = null, IReadOnlyList<Webhookgeheim>? geheimen = null, bool allowLoopback = true)
    {
        var options = Options.Create(Berichten(allowLoopback));
        using var client = new WebhookClient(options);
        var notifier = new WebhookNotifier(client, options, TimeProvider.System);
        return await notifier.SendAsync(
            new Zending(adres ?? new Uri(_simulator.Address, "webhook/a").ToString(), Digest, geheimen ?? [Geheim]), default);
    }
}
