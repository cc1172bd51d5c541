using FsCheck.Xunit;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Shared;

public sealed class ValueTypeTests
{
    [Theory]
    [InlineData("99XY", "99XY")]
    [InlineData(" 99xy ", "99XY")]
    public void A_brin_is_two_digits_and_two_letters(string input, string expected) =>
        Brin.Create(input).Value.Value.Should().Be(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9XYZ")]
    [InlineData("99XYZ")]
    [InlineData("99ÀB")]
    [InlineData("٩٩XY")]
    public void Anything_else_is_no_brin(string? input) => Brin.Create(input).Error!.Code.Should().Be("BRIN_ONGELDIG");

    [Fact]
    public void No_vestiging_is_the_main_one()
    {
        Vestigingsnummer.Create("").Value.Should().Be(Vestigingsnummer.Hoofd);
        default(Vestigingsnummer).Should().Be(Vestigingsnummer.Hoofd);
        Vestigingsnummer.Create("1").IsOk.Should().BeFalse();
    }

    [Theory]
    [InlineData("2026-2027", true)]
    [InlineData("2026-2028", false)]
    [InlineData("2026/2027", false)]
    [InlineData("26-27", false)]
    [InlineData("2026-2027x", false)]
    public void A_schooljaar_is_two_years_in_a_row(string input, bool valid) =>
        Schooljaar.Create(input).IsOk.Should().Be(valid);

    [Fact]
    public void A_schooljaar_begins_on_the_first_of_august()
    {
        Schooljaar.Op(new DateOnly(2026, 7, 31)).ToString().Should().Be("2025-2026");
        Schooljaar.Op(new DateOnly(2026, 8, 1)).ToString().Should().Be("2026-2027");
    }

    [Theory]
    [InlineData("voorbeeld", "voorbeeld.swp.nl")]
    [InlineData("Voorbeeld.swp.nl", "voorbeeld.swp.nl")]
    [InlineData("https://voorbeeld.swp.nl/", "voorbeeld.swp.nl")]
    [InlineData("https://voorbeeld.swp.nl:8800/doc?wsdl", "voorbeeld.swp.nl")]
    [InlineData("sim-99aa.magister.net", "sim-99aa.swp.nl")]
    [InlineData("https://Voorbeeld.magister.net/magister/#/vandaag", "voorbeeld.swp.nl")]
    public void A_schooldomein_is_one_label(string input, string host) =>
        Schooldomein.Create(input).Value.Host.Should().Be(host);

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("kwaad.nl/")]
    [InlineData("127.0.0.1")]
    [InlineData("naam:8800")]
    [InlineData("naam@elders")]
    [InlineData("-naam")]
    [InlineData("naam.swp.nl.kwaad.nl")]
    [InlineData("naam.swp.nl@kwaad.nl")]
    [InlineData("naam.swp.nl:80@kwaad.nl")]
    [InlineData("kwaad.nl/naam.swp.nl")]
    [InlineData("kwaad.nl#.swp.nl")]
    [InlineData("http://naam.swp.nl")]
    [InlineData(".swp.nl")]
    public void Anything_that_could_lead_elsewhere_is_no_schooldomein(string input) =>
        Schooldomein.Create(input).IsOk.Should().BeFalse();

    [Fact]
    public void A_secret_never_shows_itself()
    {
        var geheim = new Geheim("dit-blijft-geheim");

        $"{geheim}".Should().Be("***");
        System.Text.Json.JsonSerializer.Serialize(geheim).Should().NotContain("blijft");
    }

    [Theory]
    [InlineData("00123", "123", true)]
    [InlineData("0", "000", true)]
    [InlineData("a1", "A1", true)]
    [InlineData("10", "1", false)]
    public void Stamnummers_differ_only_beyond_zeros_and_case(string one, string other, bool same) =>
        Stamnummer.Hydrate(one).Equals(Stamnummer.Hydrate(other)).Should().Be(same);

    [Property]
    public void A_canonical_stamnummer_stays_what_it_is(string? input)
    {
        var canonical = Stamnummer.Canonicalize(input ?? "");

        Stamnummer.Canonicalize(canonical).Should().Be(canonical);
    }

    [Property]
    public void No_text_makes_a_value_type_throw(string? input)
    {
        _ = Brin.Create(input);
        _ = Vestigingsnummer.Create(input);
        _ = Schooljaar.Create(input);
        _ = EckId.Create(input);
        _ = Stamnummer.Create(input);
        _ = Schooldomein.Create(input);
    }
}
