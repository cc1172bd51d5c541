using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

public sealed class ElementcodesTests
{
    public static TheoryData<string> Codes => [.. Catalogus.Default.Elementcodes.Select(rij => rij.Code)];

    [Fact]
    public void The_table_has_all_489_codes() => Catalogus.Default.Elementcodes.Should().HaveCount(489);

    [PublishedTableFact]
    public void The_table_has_the_codes_and_leerjaren_of_the_published_one() =>
        Catalogus.Default.Elementcodes.Select(rij => $"{rij.Code} {string.Concat(rij.Leerjaren)}").Order(StringComparer.Ordinal)
            .Should().Equal(PublishedElementcodes.Read()
                .Select(rij => $"{rij.Code} {rij.Leerjaren}").Order(StringComparer.Ordinal));

    [PublishedTableFact]
    public void Every_published_elementcode_gives_an_opleiding_and_rejects_every_other_leerjaar()
    {
        var rows = PublishedElementcodes.Read();
        var pairs = rows
            .SelectMany(row => Enumerable.Range(1, 6).Select(leerjaar => (
                Legal: row.Leerjaren.Contains((char)('0' + leerjaar), StringComparison.Ordinal),
                Doelgroep: Catalogus.Vertaler.Translate(row.Code, leerjaar).Doelgroep)))
            .ToArray();

        rows.Should().HaveCount(489).And.OnlyContain(
            row => Catalogus.Vertaler.Translate(row.Code, null).Lezing.Regel == Vertaalregel.Elementcode);
        pairs.Count(pair => pair.Doelgroep is not null).Should().Be(rows.Sum(row => row.Leerjaren.Length));
        pairs.Should().OnlyContain(pair => pair.Legal == (pair.Doelgroep != null));
    }

    [PublishedTableFact]
    public void The_opleiding_agrees_with_the_published_description() =>
        PublishedElementcodes.Read()
            .Select(rij => (rij.Code, Expected: OpleidingIn(rij.Omschrijving)))
            .Where(rij => rij.Expected is not null)
            .Should().HaveCountGreaterThan(350)
            .And.OnlyContain(rij => Catalogus.Default.FindElementcode(rij.Code)!.Opleiding.Code == rij.Expected);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_gives_its_opleiding_in_exactly_its_own_leerjaren(string code)
    {
        var rij = Catalogus.Default.FindElementcode(code)!;

        var accepted = Enumerable.Range(-1, 10)
            .Where(leerjaar =>
                Catalogus.Vertaler.Translate(code, leerjaar).Doelgroep == new Doelgroep(rij.Opleiding, leerjaar));

        accepted.Should().Equal(rij.Leerjaren).And.BeSubsetOf(rij.Opleiding.Leerjaren);
    }

    [Theory]
    [InlineData("0011", "VMBO_GT_HAVO", "12")]
    [InlineData("0012", "VMBO_GL", "12")]
    [InlineData("0013", "VMBO_GL_TL", "12")]
    [InlineData("0015", "HAVO_VWO", "123")]
    [InlineData("0016", "VMBO_GT_HAVO_VWO", "12")]
    [InlineData("0017", "VWO", "123")]
    [InlineData("0022", "VMBO_HAVO", "12")]
    [InlineData("0023", "VMBO_BB_KB_GL_TL", "12")]
    [InlineData("0024", "VMBO_HAVO_VWO", "12")]
    [InlineData("0033", "VMBO_BB_KB", "12")]
    [InlineData("0042", "VMBO_GL", "12")]
    [InlineData("0043", "VMBO_KB", "12")]
    [InlineData("0046", "VMBO_BB_KB_GL_TL", "12")]
    [InlineData("0090", "PRO", "123456")]
    [InlineData("0100", "ATHENEUM", "123")]
    [InlineData("0179", "ATHENEUM", "456")]
    [InlineData("0200", "GYMNASIUM", "123")]
    [InlineData("0270", "GYMNASIUM", "456")]
    [InlineData("0300", "HAVO", "123")]
    [InlineData("0371", "HAVO", "45")]
    [InlineData("0400", "VMBO_TL", "1234")]
    [InlineData("0700", "INTERNATIONAL", "12345")]
    [InlineData("0803", "INTERNATIONAL", "56")]
    [InlineData("1908", "VMBO_BB_KB", "12")]
    [InlineData("2210", "VMBO_TL", "1234")]
    [InlineData("2311", "VMBO_GL", "34")]
    [InlineData("2481", "VMBO_KB", "34")]
    [InlineData("2511", "VMBO_BB", "34")]
    [InlineData("2681", "VMBO_BB", "34")]
    [InlineData("2711", "VMBO_GL", "34")]
    [InlineData("2881", "VMBO_KB", "34")]
    [InlineData("2941", "VMBO_BB", "34")]
    [InlineData("3081", "VMBO_BB", "34")]
    [InlineData("3111", "VMBO_BB", "34")]
    [InlineData("3281", "VMBO_BB", "34")]
    [InlineData("3311", "VMBO_BB", "34")]
    [InlineData("3312", "VMBO_KB", "34")]
    [InlineData("3313", "VMBO_GL", "34")]
    [InlineData("3314", "VMBO_BB", "34")]
    [InlineData("3334", "VMBO_BB", "34")]
    [InlineData("3341", "VMBO_GL", "3")]
    [InlineData("3342", "VMBO_GL", "4")]
    [InlineData("3344", "VMBO_GL", "4")]
    [InlineData("3441", "VMBO_GL", "3")]
    [InlineData("3442", "VMBO_GL", "4")]
    [InlineData("3444", "VMBO_GL", "4")]
    [InlineData("3474", "VMBO_BB", "34")]
    [InlineData("4011", "ATHENEUM", "123456")]
    [InlineData("4026", "GYMNASIUM", "6")]
    [InlineData("4036", "HAVO", "5")]
    [InlineData("4040", "VMBO_TL", "1234")]
    [InlineData("4055", "VMBO_TL", "4")]
    [InlineData("4211", "VMBO_BB_MBO2", "56")]
    [InlineData("4391", "VMBO_BB_MBO2", "56")]
    [InlineData("4411", "VMBO_BB", "34")]
    [InlineData("4592", "VMBO_KB", "34")]
    [InlineData("4611", "VMBO_GL", "34")]
    [InlineData("4792", "VMBO_TL", "34")]
    [InlineData("6011", "VMBO_BB", "34")]
    [InlineData("6121", "VMBO_KB", "34")]
    [InlineData("6231", "VMBO_GL", "34")]
    [InlineData("6755", "VMBO_BB", "34")]
    [InlineData("6865", "VMBO_KB", "34")]
    [InlineData("6975", "VMBO_GL", "34")]
    [InlineData("7011", "VMBO_BB", "34")]
    [InlineData("7955", "VMBO_BB", "34")]
    public void A_family_of_codes_has_its_opleiding_and_leerjaren(string code, string opleiding, string leerjaren)
    {
        var rij = Catalogus.Default.FindElementcode(code)!;

        rij.Opleiding.Code.Should().Be(opleiding);
        string.Concat(rij.Leerjaren).Should().Be(leerjaren);
    }

    [Theory]
    [InlineData('6', "11", "VMBO_BB")]
    [InlineData('6', "21", "VMBO_KB")]
    [InlineData('6', "31", "VMBO_GL")]
    [InlineData('6', "55", "VMBO_BB")]
    [InlineData('6', "65", "VMBO_KB")]
    [InlineData('6', "75", "VMBO_GL")]
    [InlineData('7', "11", "VMBO_BB")]
    [InlineData('7', "55", "VMBO_BB")]
    public void The_end_of_a_profile_code_says_the_leerweg(char begin, string end, string opleiding) =>
        Catalogus.Default.Elementcodes
            .Where(rij => rij.Code[0] == begin && rij.Code.EndsWith(end, StringComparison.Ordinal))
            .Should().HaveCount(10, "there are ten profiles").And.OnlyContain(rij => rij.Opleiding.Code == opleiding);

    [Theory]
    [InlineData("0351")]
    [InlineData("300")]
    [InlineData("00300")]
    [InlineData("")]
    public void A_code_that_the_table_lacks_is_not_found(string code) =>
        Catalogus.Default.FindElementcode(code).Should().BeNull();

    // The national wording: Bbg, Kbg, Gm and Th are basis, kader, gemengd and theoretisch; Lw is leerweg.
    private static string? OpleidingIn(string omschrijving) => omschrijving switch
    {
        _ when omschrijving.Contains("VM2", StringComparison.Ordinal) => "VMBO_BB_MBO2",
        _ when omschrijving.Contains("Gemengde Lw", StringComparison.Ordinal) => "VMBO_GL",
        _ when omschrijving.Contains("GLG", StringComparison.Ordinal) => "VMBO_GL",
        _ when omschrijving.Contains("TLG", StringComparison.Ordinal) => "VMBO_TL",
        _ when omschrijving.Contains("VMBO-TL", StringComparison.Ordinal) => "VMBO_TL",
        _ when omschrijving.Contains("Kaderbg Lw", StringComparison.Ordinal) => "VMBO_KB",
        _ when omschrijving.Contains("KBG", StringComparison.Ordinal) => "VMBO_KB",
        _ when omschrijving.Contains("Basisbg Lw", StringComparison.Ordinal) => "VMBO_BB",
        _ when omschrijving.Contains("BBG", StringComparison.Ordinal) => "VMBO_BB",
        _ when omschrijving.StartsWith("VWO-ATH", StringComparison.Ordinal) => "ATHENEUM",
        _ when omschrijving.StartsWith("VWO-GYM", StringComparison.Ordinal) => "GYMNASIUM",
        _ when omschrijving.StartsWith("HAVO", StringComparison.Ordinal) => "HAVO",
        _ => null,
    };
}
