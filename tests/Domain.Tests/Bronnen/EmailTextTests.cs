using FsCheck.Xunit;
using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Tests.Bronnen;

public sealed class EmailTextTests
{
    [Theory]
    [InlineData("b@x", "b@x")]
    [InlineData("j.de.verzonnen@voorbeeld.invalid", "j.de.verzonnen@voorbeeld.invalid")]
    [InlineData("  B.X+les@Voorbeeld.invalid ", "B.X+les@Voorbeeld.invalid")]
    [InlineData("o'hara_1@sub-a.voorbeeld.invalid", "o'hara_1@sub-a.voorbeeld.invalid")]
    [InlineData("mailto:b@x.invalid", "b@x.invalid")]
    [InlineData("MAILTO: b@x.invalid?subject=hoi", "b@x.invalid")]
    [InlineData("Bep <b@x>", "b@x")]
    [InlineData("\"Vries, Bep de\" <b@x.invalid>", "b@x.invalid")]
    [InlineData("Bep <mailto:b@x.invalid>;", "b@x.invalid")]
    [InlineData("<b@x.invalid>", "b@x.invalid")]
    [InlineData("'b@x.invalid' <b@x.invalid>", "b@x.invalid")]
    [InlineData("b@x.invalid (Bep)", "b@x.invalid")]
    [InlineData("'b@x.invalid'", "b@x.invalid")]
    [InlineData("b@x.invalid,", "b@x.invalid")]
    public void What_stands_around_an_address_is_peeled_off(string text, string address) =>
        EmailText.Parse(text).Should().Be(new EmailText(address, false));

    [Theory]
    [InlineData("geen")]
    [InlineData("n.v.t.")]
    [InlineData("-")]
    [InlineData("onbekend")]
    [InlineData("#N/B")]
    [InlineData("0")]
    [InlineData("a@x; b@y")]
    [InlineData("a@x, b@y")]
    [InlineData("a@x b@y")]
    [InlineData("a@x/b@y")]
    [InlineData("a@x <b@y>")]
    [InlineData("<a@x> <b@y>")]
    [InlineData("b@y (was a@x)")]
    [InlineData("x@y@z")]
    [InlineData("b ep@x.invalid")]
    [InlineData("bep@x .invalid")]
    [InlineData("bep@")]
    [InlineData("@x.invalid")]
    [InlineData("bep.x.invalid")]
    [InlineData("J?rgen@x.invalid")]
    [InlineData("J\uFFFDrgen@x.invalid")]
    [InlineData(".bep@x.invalid")]
    [InlineData("bep.@x.invalid")]
    [InlineData("be..p@x.invalid")]
    [InlineData("bep@x..invalid")]
    [InlineData("bep@-x.invalid")]
    [InlineData("bep@x.invalid-")]
    [InlineData("bep@x,invalid")]
    [InlineData("https://x.invalid/bep")]
    [InlineData("mailto:")]
    [InlineData("Bep <>")]
    public void What_is_no_single_address_is_none(string text)
    {
        var email = EmailText.Parse(text);

        email.Address.Should().BeNull();
        email.IsUnusable.Should().BeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_is_empty_and_not_unusable(string? text) =>
        EmailText.Parse(text).Should().Be(new EmailText(null, true));

    [Fact]
    public void An_address_has_254_characters_at_most()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('x', 47), 4)) + ".invalid";

        EmailText.Parse(new string('b', 54) + "@" + domain).Address.Should().HaveLength(EmailText.Longest);
        EmailText.Parse(new string('b', 55) + "@" + domain).IsUnusable.Should().BeTrue();
    }

    [Property(MaxTest = 500)]
    public void Reading_never_throws_and_what_it_gives_it_gives_again(string? text)
    {
        var email = EmailText.Parse(text);

        if (email.Address is { } address)
        {
            EmailText.Parse(address).Address.Should().Be(address);
        }
    }
}
