using System.Net.Sockets;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Wijzigingen;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>Sends mail by SMTP, to one address at a time.</summary>
internal sealed class MailNotifier(
    IOptions<MailOptions> mail, IOptions<BerichtenOptions> options, TimeProvider time) : INotifier
{
    private const string From = "Numo";

    private static readonly Berichtfout NietIngericht = new(
        "MAIL_NIET_INGERICHT", "Numo is nog niet ingericht om e-mail te versturen. Kurve lost dat op.");

    private static readonly Berichtfout TeTraag = new(
        "MAIL_TE_TRAAG", "De mailserver gaf niet op tijd antwoord.")
    {
        Tijdelijk = true,
    };

    private static readonly Berichtfout Onbereikbaar = new(
        "MAIL_ONBEREIKBAAR", "De mailserver van Kurve is niet te bereiken.")
    {
        Tijdelijk = true,
    };

    private static readonly Berichtfout Onveilig = new(
        "MAIL_ONVEILIG", "De mailserver biedt geen veilige verbinding. Kurve lost dat op.");

    private static readonly Berichtfout AanmeldenMislukt = new(
        "MAIL_AANMELDEN_MISLUKT", "De mailserver laat Numo niet toe. Kurve lost dat op.");

    private readonly BerichtPipeline _pipeline = new(options.Value, time);

    public Berichtkanaal Kanaal => Berichtkanaal.Mail;

    public Task<Berichtfout?> SendAsync(Zending zending, CancellationToken ct) => mail.Value.Host is { } host
        ? _pipeline.RunAsync(inner => TryAsync(host, zending, inner), TeTraag, ct)
        : Task.FromResult<Berichtfout?>(NietIngericht);

    private async Task<Berichtfout?> TryAsync(string host, Zending zending, CancellationToken ct)
    {
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(host, mail.Value.Port, SecurityOf(mail.Value.Security), ct);
            if (mail.Value is { Username: { } username, Password: { } password })
            {
                await client.AuthenticateAsync(username, password, ct);
            }

            using var message = Compose(zending);
            await client.SendAsync(message, ct);
        }
        catch (Exception exception) when (Explain(exception) is { } fout)
        {
            return fout;
        }

        // It was accepted; how the two part does not matter any more.
        await PartAsync(client, ct);
        return null;
    }

    private static async Task PartAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception exception) when (Explain(exception) is not null || exception is OperationCanceledException)
        {
            // Disposing it closes the connection.
        }
    }

    private MimeMessage Compose(Zending zending)
    {
        var (digest, from) = (zending.Digest, mail.Value.From!);
        var message = new MimeMessage
        {
            Subject = digest.Onderwerp,
            Date = digest.Moment,
            MessageId = $"{digest.Id}@{from[(from.LastIndexOf('@') + 1)..]}",
            Body = new TextPart(TextFormat.Plain) { Text = digest.Tekst },
        };
        message.From.Add(new MailboxAddress(From, from));
        message.To.Add(new MailboxAddress("", zending.Adres));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("Numo-Bericht", digest.Id.ToString());
        return message;
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private static Berichtfout? Explain(Exception exception) => exception switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused => new Berichtfout(
            "MAIL_ADRES_GEWEIGERD", $"De mailserver neemt dit adres niet aan (code {(int)refused.StatusCode}).")
        {
            Tijdelijk = IsTemporary(refused),
        },
        SmtpCommandException refused => new Berichtfout(
            "MAIL_GEWEIGERD", $"De mailserver neemt het bericht niet aan (code {(int)refused.StatusCode}).")
        {
            Tijdelijk = IsTemporary(refused),
        },
        SslHandshakeException or NotSupportedException => Onveilig,
        AuthenticationException or ServiceNotAuthenticatedException => AanmeldenMislukt,
        ProtocolException or ServiceNotConnectedException or IOException or SocketException => Onbereikbaar,
        _ => null,
    };

    private static bool IsTemporary(SmtpCommandException refused) => (int)refused.StatusCode is >= 400 and < 500;
}
