using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Opleidingen.Schoolcodes;
using static Kurve.Numo.Domain.Opleidingen.Referentieniveau;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

public sealed class OpleidingscatalogusTests
{
    public static TheoryData<string> Codes => [.. Catalogus.Default.All.Select(opleiding => opleiding.Code)];

    [Fact]
    public void Codes_and_names_are_unique()
    {
        Catalogus.Default.All.Should().OnlyHaveUniqueItems(opleiding => opleiding.Code);
        Catalogus.Default.All.Should().OnlyHaveUniqueItems(opleiding => opleiding.Naam);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_opleiding_is_found_by_its_code(string code) =>
        Catalogus.Default.Find(code)!.Code.Should().Be(code).And.MatchRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$");

    [Theory]
    [MemberData(nameof(Codes))]
    public void Leerjaren_are_a_row_of_years_within_1_to_6(string code) =>
        Catalogus.Default.Find(code)!.Leerjaren
            .Should().NotBeEmpty().And.BeInAscendingOrder().And.OnlyHaveUniqueItems()
            .And.OnlyContain(leerjaar => leerjaar >= 1 && leerjaar <= 6);

    [Fact]
    public void Every_level_that_schools_write_is_an_opleiding_of_the_catalogue() =>
        LevelSets.All
            .Concat(CodeForms.All.SelectMany(form => form.Alternatieven)).Distinct()
            .Should().BeSubsetOf(Catalogus.Default.All.Select(opleiding => opleiding.Code));

    [Fact]
    public void Opleidingen_of_all_kinds_are_there() =>
        Catalogus.Default.All.Select(opleiding => opleiding.Code).Should().Contain(
        [
            "PRO", "VMBO_BB", "VMBO_KB", "VMBO_GL", "VMBO_TL", "VMBO_GL_TL", "VMBO_TL_HAVO", "VMBO_TL_HAVO_VWO",
            "HAVO_VWO", "HAVO", "VWO", "ATHENEUM", "GYMNASIUM", "ISK", "VAVO_VMBO_TL", "VAVO_HAVO", "VAVO_VWO",
            "VMBO_BB_MBO2", "INTERNATIONAL", "MBO_ENTREE", "MBO_2", "MBO_3", "MBO_4",
        ]);

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
    [InlineData("VAVO_HAVO", "12345")]
    [InlineData("MBO_ENTREE", "1")]
    [InlineData("MBO_4", "1234")]
    public void An_opleiding_has_its_leerjaren(string code, string leerjaren) =>
        string.Concat(Catalogus.Default.Find(code)!.Leerjaren).Should().Be(leerjaren);

    [Theory]
    [InlineData("PRO", F1, F1)]
    [InlineData("VMBO_BB", F2, F2)]
    [InlineData("VMBO_TL", F2, F2)]
    [InlineData("HAVO", F3, F3)]
    [InlineData("VWO", F4, F3)]
    [InlineData("GYMNASIUM", F4, F3)]
    [InlineData("MBO_ENTREE", F2, F2)]
    [InlineData("MBO_3", F2, F2)]
    [InlineData("MBO_4", F3, F3)]
    [InlineData("INTERNATIONAL", null, null)]
    [InlineData("ISK", null, null)]
    [InlineData("VMBO_TL_HAVO", F2, F2)]
    [InlineData("VMBO_HAVO_VWO", F2, F2)]
    [InlineData("HAVO_VWO", F3, F3)]
    public void An_opleiding_leads_to_its_reference_levels(
        string code, Referentieniveau? taal, Referentieniveau? rekenen)
    {
        var opleiding = Catalogus.Default.Find(code)!;

        (opleiding.Taal, opleiding.Rekenen).Should().Be((taal, rekenen));
    }

    [Theory]
    [InlineData("Vmbo", "naam", "VO", "12", null, "UPPER_SNAKE")]
    [InlineData("A__B", "naam", "VO", "12", null, "UPPER_SNAKE")]
    [InlineData("A", " ", "VO", "12", null, "name is empty")]
    [InlineData("A", "naam", "PO", "12", null, "sector VO or MBO, found 'PO'")]
    [InlineData("A", "naam", "VO", "", null, "leerjaren")]
    [InlineData("A", "naam", "VO", "21", null, "leerjaren")]
    [InlineData("A", "naam", "VO", "67", null, "found '67'")]
    [InlineData("A", "naam", "VO", "12", "5F", "found '5F'")]
    [InlineData("A", "naam", "VO", "12", "2S", "found '2S'")]
    public void A_row_that_is_wrong_is_named(
        string code, string naam, string sector, string leerjaren, string? niveau, string reden)
    {
        Opleidingrij goed = new("GOED", "goed", "VO", "1", null, null);

        ShouldBeRefused([goed, new(code, naam, sector, leerjaren, niveau, null)], [], $"row {code}: ", reden);
    }

    [Theory]
    [InlineData("012", "HAVO", "12", "four digits")]
    [InlineData("012A", "HAVO", "12", "four digits")]
    [InlineData("0123", "GYM", "12", "no opleiding 'GYM'")]
    [InlineData("0123", "HAVO", "0", "leerjaren")]
    [InlineData("0123", "HAVO", "56", "not all of HAVO")]
    public void An_elementcode_that_is_wrong_is_named(string code, string opleiding, string leerjaren, string reden) =>
        ShouldBeRefused([Havo], [new(code, opleiding, leerjaren)], $"row {code}: ", reden);

    [Fact]
    public void A_code_twice_is_refused()
    {
        ShouldBeRefused([Havo, Havo], [], "row HAVO: ", "twice");
        ShouldBeRefused([Havo], [new("0300", "HAVO", "12"), new("0300", "HAVO", "3")], "row 0300: ", "twice");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("havo")]
    [InlineData("VAVO")]
    public void An_unknown_code_finds_nothing(string? code) => Catalogus.Default.Find(code).Should().BeNull();

    private static Opleidingrij Havo => new("HAVO", "havo", "VO", "12345", "3F", "3F");

    private static void ShouldBeRefused(
        Opleidingrij[] opleidingen, Elementcoderij[] elementcodes, string rij, string reden) =>
        Opleidingscatalogus.Create(opleidingen, elementcodes).Error
            .Should().BeOfType<CatalogusOngeldig>().Which.Message.Should().Contain(rij).And.Contain(reden);
}
