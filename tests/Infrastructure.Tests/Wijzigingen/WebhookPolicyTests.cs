using System.Net;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Shared;
using Kurve.Numo.Infrastructure.Wijzigingen;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>Which addresses Numo calls when a school says so.</summary>
public sealed class WebhookPolicyTests
{
    [Theory]
    [InlineData("https://hooks.school.example/numo")]
    [InlineData("https://hooks.school.example:8443/numo?x=1")]
    public void An_https_address_of_a_public_host_is_taken(string adres) =>
        new WebhookPolicy(Options.Create(new BerichtenOptions())).Check(adres).Value.Should().Be(adres);

    [Theory]
    [InlineData("")]
    [InlineData("hooks.school.example")]
    [InlineData("http://hooks.school.example/")]
    [InlineData("ftp://hooks.school.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@hooks.school.example/")]
    [InlineData("https://hooks.school.example/#part")]
    [InlineData("https://hooks.school.example:22/")]
    [InlineData("https://hooks.school.example:80/")]
    [InlineData("https://hooks.school.example:0/")]
    [InlineData("https://intranet/")]
    [InlineData("https://localhost/")]
    [InlineData("http://localhost:5081/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://10.0.0.7/")]
    [InlineData("https://192.0.2.7/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[::ffff:10.0.0.7]/")]
    public void Any_other_address_is_refused_with_what_is_right(string adres) =>
        new WebhookPolicy(Options.Create(new BerichtenOptions())).Check(adres).Error
            .Should().BeOfType<WebhookadresGeweigerd>().Which.Message.Should().Contain("Use https to a public host by its name");

    [Fact]
    public void An_address_without_end_is_refused() =>
        new WebhookPolicy(Options.Create(new BerichtenOptions())).Check($"https://hooks.school.example/{new string('a', 1000)}")
            .Error.Should().BeOfType<WebhookadresGeweigerd>();

    [Fact]
    public void This_machine_is_allowed_where_development_says_so() =>
        new WebhookPolicy(Options.Create(new BerichtenOptions { AllowLoopback = true })).Check("http://127.0.0.1:5090/webhook/a")
            .IsOk.Should().BeTrue();

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("::ffff:1.1.1.1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.53", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void An_ip_address_is_called_when_it_is_public(string address, bool isPublic) =>
        PublicAddress.Is(IPAddress.Parse(address)).Should().Be(isPublic);
}
