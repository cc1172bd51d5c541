using Kurve.Numo.Infrastructure.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>Settings that cannot be meant are named when the service starts.</summary>
public sealed class BerichtOptionsTests
{
    private static readonly MailOptions Good = new() { Host = "mail.kurve.example", From = "numo@kurve.example" };

    [Fact]
    public void Without_a_mail_server_nothing_is_asked_of_the_rest() => new MailOptions { Port = 0 }.Check().Should().BeEmpty();

    [Fact]
    public void A_mail_server_and_an_address_to_send_from_are_enough() => Good.Check().Should().BeEmpty();

    [Theory]
    [InlineData("Numo <numo@kurve.example>")]
    [InlineData("numo@kurve.example\r\nBcc: x@y.example")]
    [InlineData("")]
    public void What_is_no_address_to_send_from_is_refused(string from) =>
        new MailOptions { Host = Good.Host, From = from }.Check().Should().ContainSingle(fault => fault.Contains("Numo:Mail:From"));

    [Theory]
    [InlineData("mail.kurve.example", true)]
    [InlineData("127.0.0.1", false)]
    public void Mail_without_tls_is_only_for_this_machine_in_development(string host, bool allowLoopback) => new MailOptions
    {
        Host = host,
        From = Good.From,
        Security = MailSecurity.None,
        AllowLoopback = allowLoopback,
    }.Check().Should().ContainSingle(fault => fault.Contains("use StartTls or Tls"));

    [Fact]
    public void A_user_without_a_password_is_refused() =>
        new MailOptions { Host = Good.Host, From = Good.From, Username = "numo" }.Check().Should().ContainSingle();

    [Fact]
    public void Three_tries_of_one_message_end_before_another_process_may_begin()
    {
        var longest = TimeSpan.FromSeconds(25);
        var options = new BerichtenOptions { AttemptTimeout = longest, Backoff = TimeSpan.FromSeconds(5) };

        options.Check().Should().BeEmpty();
        new BerichtenOptions { AttemptTimeout = longest + TimeSpan.FromSeconds(1) }.Check().Should().ContainSingle();
        ((3 * longest) + (options.Backoff * 6)).Should().BeLessThan(Application.Wijzigingen.DigestDelivery.Greep);
    }
}
