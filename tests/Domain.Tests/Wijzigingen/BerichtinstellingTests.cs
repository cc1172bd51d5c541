using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Domain.Tests.Wijzigingen;

public sealed class BerichtinstellingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);
    private static readonly Berichtinstelling Standaard = Berichtinstelling.Standaard(new SchoolId(Guid.NewGuid()));

    [Fact]
    public void A_school_that_never_said_anything_has_nobody_told() => Standaard.Aan.Should().BeFalse();

    [Fact]
    public void An_address_that_is_given_twice_is_kept_once() =>
        Change(new(null, null, ["a@school.example", " A@school.example "], null, null)).Value.Adressen
            .Should().Equal("a@school.example");

    [Fact]
    public void More_addresses_than_ten_are_refused()
    {
        string[] many = [.. Enumerable.Range(0, 11).Select(n => $"a{n}@school.example")];

        Change(new(null, null, many, null, null)).Error.Should().BeOfType<TeVeelBerichtadressen>()
            .Which.Field.Should().Be("berichtinstelling.adressen");
    }

    [Theory]
    [InlineData("directie")]
    [InlineData("directie@")]
    [InlineData("a@b@school.example")]
    [InlineData("mailto:a@school.example")]
    [InlineData("<a@school.example>")]
    [InlineData("a@school.example\nBcc: b@school.example")]
    public void What_is_no_single_address_is_refused_and_not_repeated(string adres)
    {
        var error = Change(new(null, null, ["goed@school.example", adres], null, null)).Error;

        error.Should().BeOfType<BerichtadresOngeldig>().Which.Plaats.Should().Be(1);
        error!.Message.Should().NotContain(adres);
    }

    [Fact]
    public void Turned_on_for_nobody_is_refused() =>
        Change(new(true, null, null, null, null)).Error.Should().BeOfType<BerichtadresOntbreekt>();

    [Fact]
    public void Turned_on_for_nothing_is_refused() => Change(new(true, [], ["a@school.example"], null, null)).Error
        .Should().BeOfType<BerichtsoortOntbreekt>();

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void An_hour_that_no_day_has_is_refused(int uur) =>
        Change(new(null, null, null, null, uur)).Error.Should().BeOfType<BerichtuurOngeldig>();

    [Fact]
    public void A_webhook_needs_a_secret_first()
    {
        var webhook = new Berichtwijziging(null, null, null, "https://hooks.school.example/", null);

        Change(webhook).Error.Should().BeOfType<WebhookgeheimOntbreekt>();
        Standaard.Rotate([1], "jan", Now).Change(webhook, "jan", Now).IsOk.Should().BeTrue();
    }

    [Fact]
    public void After_a_change_of_secret_both_sign_for_a_day()
    {
        var once = Standaard.Rotate([1], "jan", Now);
        var twice = once.Rotate([2], "jan", Now);

        once.GeheimenOp(Now).Should().ContainSingle();
        twice.GeheimenOp(Now.AddHours(23)).Select(g => g[0]).Should().Equal(2, 1);
        twice.GeheimenOp(Now.AddHours(24)).Select(g => g[0]).Should().Equal(2);
    }

    [Fact]
    public void A_secret_does_not_show_itself_and_no_two_are_the_same()
    {
        var (one, other) = (Webhookgeheim.Make(), Webhookgeheim.Make());

        $"{one}".Should().Be("***");
        one.Reveal().Should().StartWith(Webhookgeheim.Begin).And.NotBe(other.Reveal());
    }

    private static Result<Berichtinstelling> Change(Berichtwijziging wijziging) => Standaard.Change(wijziging, "jan", Now);
}
