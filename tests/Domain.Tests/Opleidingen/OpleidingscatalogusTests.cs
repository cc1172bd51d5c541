using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

public sealed class OpleidingscatalogusTests
{
    public static TheoryData<string> Codes => [.. Opleidingscatalogus.All.Select(opleiding => opleiding.Code)];

    [Fact]
    public void Codes_and_names_are_unique()
    {
        Opleidingscatalogus.All.Should().OnlyHaveUniqueItems(opleiding => opleiding.Code);
        Opleidingscatalogus.All.Should().OnlyHaveUniqueItems(opleiding => opleiding.Naam);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_opleiding_is_found_by_its_code(string code) =>
        Opleidingscatalogus.Find(code)!.Code.Should().Be(code).And.MatchRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$");

    [Theory]
    [MemberData(nameof(Codes))]
    public void Leerjaren_are_a_row_of_years_within_1_to_6(string code) =>
        Opleidingscatalogus.Find(code)!.Leerjaren
            .Should().NotBeEmpty().And.BeInAscendingOrder().And.OnlyHaveUniqueItems()
            .And.OnlyContain(leerjaar => leerjaar >= 1 && leerjaar <= 6);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_opleiding_can_come_out_of_a_translation(string code) =>
        Elementcodetabel.All.Select(rij => rij.Code).Concat(Niveautabel.Woorden)
            .Select(bron => Opleidingsvertaler.Translate(bron, leerjaar: null).Opleiding?.Code)
            .Should().Contain(code);

    [Theory]
    [InlineData("PRO", "123456")]
    [InlineData("VMBO_BB", "1234")]
    [InlineData("VMBO_GL_TL", "1234")]
    [InlineData("VMBO_KGT", "123")]
    [InlineData("VMBO_BB_MBO2", "56")]
    [InlineData("HAVO_VWO", "123")]
    [InlineData("HAVO", "12345")]
    [InlineData("VWO", "123456")]
    [InlineData("INTERNATIONAL", "123456")]
    public void An_opleiding_has_its_leerjaren(string code, string leerjaren) =>
        string.Concat(Opleidingscatalogus.Find(code)!.Leerjaren).Should().Be(leerjaren);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("havo")]
    [InlineData("VAVO")]
    public void An_unknown_code_finds_nothing(string? code) => Opleidingscatalogus.Find(code).Should().BeNull();
}
