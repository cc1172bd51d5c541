using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>The rules, their order and what they leave to a person.</summary>
public sealed class VertaalregelTests
{
    private static readonly Vertaaltabellen Leeg = Vertaaltabellen.Leeg(Sector.Vo);

    [Theory]
    [InlineData("H4")]
    [InlineData("0300")]
    [InlineData("25180")]
    [InlineData("XYZ9")]
    [InlineData("_DETA")]
    public void The_schools_own_table_goes_before_everything(string code)
    {
        var vertaling = Translate(Leeg with { Eigen = Eigen((code, "VWO")) }, code, 2);

        Shown(vertaling).Should().Be((Vertaalregel.School, "VWO", Hoog));
        vertaling.Doelgroep!.Leerjaar.Should().Be(2);
    }

    [Theory]
    [InlineData("h 4")]
    [InlineData("H-4")]
    [InlineData(" h/4 ")]
    public void The_schools_own_table_forgives_case_spaces_and_separators(string code) =>
        Shown(Translate(Leeg with { Eigen = Eigen(("H4", "VWO")) }, code)).Should().Be((Vertaalregel.School, "VWO", Hoog));

    [Fact]
    public void A_settled_code_keeps_the_leerjaar_that_it_names() =>
        Translate(Leeg with { Eigen = Eigen(("G2", "GYMNASIUM")) }, "G2").Leerjaar.Should().Be(2);

    [Fact]
    public void An_opleiding_that_the_catalogue_dropped_has_no_effect() =>
        Shown(Translate(Leeg with { Eigen = Eigen(("H4", "MULO")) }, "H4")).Should().Be((Vertaalregel.Patroon, "HAVO", Hoog));

    [Theory]
    [InlineData("0090", "PRO", Hoog)]
    [InlineData("300", "HAVO", Hoog)]
    [InlineData(" 300 ", "HAVO", Hoog)]
    [InlineData("90", "PRO", Middel)]
    [InlineData("11", "VMBO_GT_HAVO", Middel)]
    public void Lost_zeros_are_put_back_as_sure_as_the_number_of_digits_allows(
        string code, string opleiding, Zekerheid zekerheid) =>
        Shown(Translate(Leeg, code)).Should().Be((Vertaalregel.Elementcode, opleiding, zekerheid));

    [Theory]
    [InlineData("1")]
    [InlineData("9")]
    [InlineData("10")]
    [InlineData("150")]
    [InlineData("0150")]
    [InlineData("000300")]
    [InlineData("3.00")]
    [InlineData("٣٠٠")]
    public void Another_number_is_no_elementcode(string code) =>
        Shown(Translate(Leeg, code)).Should().Be((Vertaalregel.Geen, null, Onbekend));

    [Theory]
    [InlineData(1, "MBO_ENTREE")]
    [InlineData(2, "MBO_2")]
    [InlineData(3, "MBO_3")]
    [InlineData(4, "MBO_4")]
    public void A_known_crebo_is_sure(int niveau, string opleiding)
    {
        var tabellen = Leeg with { Crebo = new Dictionary<string, int>(StringComparer.Ordinal) { ["25180"] = niveau } };

        Shown(Translate(tabellen, "25180")).Should().Be((Vertaalregel.Crebo, opleiding, Hoog));
    }

    [Fact]
    public void An_unknown_crebo_leaves_the_niveau_to_a_person()
    {
        var vertaling = Translate(Leeg, "25180", 2);

        Shown(vertaling).Should().Be((Vertaalregel.Crebo, null, Onbekend));
        Alternatieven(vertaling).Should().Equal("MBO_ENTREE", "MBO_2", "MBO_3", "MBO_4");
        vertaling.Doelgroep.Should().BeNull();
    }

    [Theory]
    [InlineData("MBO3", "MBO_3")]
    [InlineData("niveau 4", "MBO_4")]
    [InlineData("mbo niveau 2", "MBO_2")]
    [InlineData("ENTREE", "MBO_ENTREE")]
    public void A_niveau_in_words_is_suggested_at_a_school_of_either_sector(string code, string opleiding)
    {
        Shown(Translate(Leeg, code)).Should().Be((Vertaalregel.Patroon, opleiding, Middel));
        Shown(Translate(Vertaaltabellen.Leeg(Sector.Mbo), code)).Should().Be((Vertaalregel.Patroon, opleiding, Middel));
    }

    [Fact]
    public void A_level_of_the_other_sector_is_only_suggested() =>
        Shown(Translate(Vertaaltabellen.Leeg(Sector.Mbo), "BBL2")).Should().Be((Vertaalregel.Patroon, "VMBO_BB", Middel));

    [Theory]
    [InlineData("0H4", "HAVO", 4, Hoog)]
    [InlineData("81kb", "VMBO_KB", 1, Hoog)]
    [InlineData("2MH1", "VMBO_TL_HAVO", 1, Hoog)]
    [InlineData("81mk", "VMBO_KB_TL", 1, Middel)]
    [InlineData("8B4B", "VMBO_BB", 4, Laag)]
    [InlineData("2H", "HAVO", null, Hoog)]
    [InlineData("H4", "HAVO", 4, Hoog)]
    public void A_location_digit_that_the_school_has_makes_a_code_as_sure_as_its_rest(
        string code, string opleiding, int? leerjaar, Zekerheid zekerheid)
    {
        var vertaling = Translate(Leeg with { Locatiecijfer = true }, code);

        Shown(vertaling).Should().Be((Vertaalregel.Patroon, opleiding, zekerheid));
        vertaling.Leerjaar.Should().Be(leerjaar);
    }

    [Theory]
    [InlineData("G2", "GYMNASIUM")]
    [InlineData("ISK", "ISK")]
    [InlineData("VAVO", "VAVO_VMBO_TL,VAVO_HAVO,VAVO_VWO")]
    [InlineData("HAVO VAVO", "VAVO_HAVO")]
    [InlineData("H4", "")]
    public void What_else_a_code_may_mean_is_told(string code, string alternatieven) =>
        string.Join(',', Alternatieven(Translate(Leeg, code))).Should().Be(alternatieven);

    [Theory]
    [InlineData("H4", 4, "geschreven zoals scholen havo schrijven", "grammar of school codes reads it as HAVO")]
    [InlineData("0300", 4, "landelijke elementcodetabel als havo", "legal in leerjaar 1, 2, 3; certainty Hoog")]
    [InlineData("0300", 4, "Leerjaar 4 bestaat met deze code niet", "leerjaar 4 (Ongeldig)")]
    [InlineData("25180", 1, "lijkt een crebo", "Alternatives: mbo entree")]
    [InlineData("G2", 2, "Ook mogelijk: gymnasium", "certainty Laag")]
    [InlineData("XYZ9", 1, "'XYZ9' is niet bekend. Kies zelf", "no rule gives no opleiding")]
    public void A_translation_explains_itself(string code, int leerjaar, string dutch, string english)
    {
        var vertaling = Translate(Leeg, code, leerjaar);

        Vertaaluitleg.Dutch(code, vertaling).Should().Contain(dutch);
        Vertaaluitleg.English(code, vertaling).Should().Contain(english);
    }

    private static Vertaling Translate(Vertaaltabellen tabellen, string code, int? leerjaar = null) =>
        new Opleidingsvertaler(Catalogus.Default, tabellen).Translate(code, leerjaar);

    private static Dictionary<string, Schoolkeuze> Eigen((string Code, string Opleiding) eigen) =>
        new(StringComparer.Ordinal)
        {
            [Vertaalcode.Create(eigen.Code).Value.Value] = new(eigen.Code, eigen.Opleiding),
        };

    private static IEnumerable<string> Alternatieven(Vertaling vertaling) =>
        vertaling.Lezing.Alternatieven.Select(o => o.Code);

    private static (Vertaalregel Regel, string? Opleiding, Zekerheid Zekerheid) Shown(Vertaling vertaling) =>
        (vertaling.Lezing.Regel, vertaling.Opleiding?.Code, vertaling.Zekerheid);
}
