using Kurve.Numo.Infrastructure.Shared;

namespace Kurve.Numo.Infrastructure.Tests.Shared;

/// <summary>Which addresses may be called, however they are spelled.</summary>
public sealed class OutgoingAddressTests
{
    [Theory]
    [InlineData("https://uwlr.school.nl/dienst.svc")]
    [InlineData("https://uwlr.school.nl./dienst.svc")]
    [InlineData("https://uwlr。school。nl/")]
    [InlineData("https://münchen.de/")]
    [InlineData("https://3d.school.nl:8443/")]
    public void A_public_name_over_https_is_allowed(string address) =>
        OutgoingAddress.Refuse(new Uri(address), allowLoopback: false).Should().BeNull();

    [Theory]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://①⑥⑨.②⑤④.①⑥⑨.②⑤④/latest/meta-data")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://foo.0x7f/")]
    [InlineData("https://1.2.3.4.5/")]
    [InlineData("https://10.0.0.7/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.7]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://localhost./")]
    [InlineData("https://ｌｏｃａｌｈｏｓｔ/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://api.localhost/")]
    [InlineData("https://loopback/")]
    [InlineData("https://intranet/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://router.home.arpa/")]
    [InlineData("https://1.0.0.127.in-addr.arpa/")]
    [InlineData("https://uwlr_1.school.nl/")]
    [InlineData("http://uwlr.school.nl/")]
    [InlineData("https://jan:geheim@uwlr.school.nl/")]
    [InlineData("https://uwlr.school.nl/#deel")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://uwlr.school.nl/")]
    public void Any_other_address_is_refused(string address) =>
        OutgoingAddress.Refuse(new Uri(address), allowLoopback: false).Should().NotBeNull();

    [Theory]
    [InlineData("http://localhost:5090/", true)]
    [InlineData("http://127.0.0.1:5090/", true)]
    [InlineData("https://[::1]:5090/", true)]
    [InlineData("https://10.0.0.7/", false)]
    [InlineData("https://printer.local/", false)]
    [InlineData("ftp://localhost/", false)]
    public void In_development_this_machine_is_allowed_and_no_other_without_a_public_name(string address, bool isAllowed) =>
        (OutgoingAddress.Refuse(new Uri(address), allowLoopback: true) is null).Should().Be(isAllowed);

    [Theory]
    [InlineData("https://uwlr.magister.net/", true)]
    [InlineData("https://UWLR.MAGISTER.NET./", true)]
    [InlineData("https://services.example/", true)]
    [InlineData("https://magister.net/", false)]
    [InlineData("https://nepmagister.net/", false)]
    [InlineData("https://uwlr.magister.net.example/", false)]
    [InlineData("https://a.services.example/", false)]
    public void A_list_of_hosts_allows_those_alone(string address, bool isAllowed) =>
        OutgoingAddress.IsListed(new Uri(address), [".magister.net", "services.example"]).Should().Be(isAllowed);

    [Fact]
    public void Without_a_list_every_public_host_is_allowed() =>
        OutgoingAddress.IsListed(new Uri("https://uwlr.school.nl/"), []).Should().BeTrue();
}
