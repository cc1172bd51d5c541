using Kurve.Numo.Domain.Opleidingen;
using static Kurve.Numo.Domain.Opleidingen.Leerjaaruitkomst;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

public sealed class OpleidingsvertalerTests
{
    [Theory]
    [InlineData("PRO1", "PRO", 1)]
    [InlineData("PR2", "PRO", 2)]
    [InlineData("BB3", "VMBO_BB", 3)]
    [InlineData("BBL4", "VMBO_BB", 4)]
    [InlineData("VMBO-B 2", "VMBO_BB", 2)]
    [InlineData("vmbo bb 3", "VMBO_BB", 3)]
    [InlineData("lwoo/vmbo-b 1", "VMBO_BB", 1)]
    [InlineData("KB3", "VMBO_KB", 3)]
    [InlineData("3KB", "VMBO_KB", 3)]
    [InlineData("KBL4", "VMBO_KB", 4)]
    [InlineData("vmbo-k 1", "VMBO_KB", 1)]
    [InlineData("BK1", "VMBO_BB_KB", 1)]
    [InlineData("BBKB2", "VMBO_BB_KB", 2)]
    [InlineData("Vmbo bb/kb 1", "VMBO_BB_KB", 1)]
    [InlineData("lwoo/vmbo-bk 2", "VMBO_BB_KB", 2)]
    [InlineData("KGT2", "VMBO_KGT", 2)]
    [InlineData("GT4", "VMBO_GL_TL", 4)]
    [InlineData("GTL1", "VMBO_GL_TL", 1)]
    [InlineData("vmbo-gt 2", "VMBO_GL_TL", 2)]
    [InlineData("GL3", "VMBO_GL", 3)]
    [InlineData("Vmbo gl 4", "VMBO_GL", 4)]
    [InlineData("TL4", "VMBO_TL", 4)]
    [InlineData("MAVO3", "VMBO_TL", 3)]
    [InlineData("M3", "VMBO_TL", 3)]
    [InlineData("vmbo-tl 3", "VMBO_TL", 3)]
    [InlineData("vmbo.tl 3", "VMBO_TL", 3)]
    [InlineData("vmbo-t 1", "VMBO_TL", 1)]
    [InlineData("Mavo/Vmbo tl 2", "VMBO_TL", 2)]
    [InlineData("MH1", "VMBO_TL_HAVO", 1)]
    [InlineData("mh1", "VMBO_TL_HAVO", 1)]
    [InlineData("TLH2", "VMBO_TL_HAVO", 2)]
    [InlineData("Mavo/Havo 1", "VMBO_TL_HAVO", 1)]
    [InlineData("vmbo-t/havo 1", "VMBO_TL_HAVO", 1)]
    [InlineData("vmbo-gt/havo 1", "VMBO_GT_HAVO", 1)]
    [InlineData("vmbo-kgt/havo 2", "VMBO_KGT_HAVO", 2)]
    [InlineData("H4", "HAVO", 4)]
    [InlineData("h4", "HAVO", 4)]
    [InlineData(" H 4 ", "HAVO", 4)]
    [InlineData("H_4", "HAVO", 4)]
    [InlineData("H.4", "HAVO", 4)]
    [InlineData("H1A", "HAVO", 1)]
    [InlineData("H2B", "HAVO", 2)]
    [InlineData("4H", "HAVO", 4)]
    [InlineData("5H", "HAVO", 5)]
    [InlineData("HAVO 3", "HAVO", 3)]
    [InlineData("HV1", "HAVO_VWO", 1)]
    [InlineData("HV1D", "HAVO_VWO", 1)]
    [InlineData("Havo/VWO 2", "HAVO_VWO", 2)]
    [InlineData("V6", "VWO", 6)]
    [InlineData("v1", "VWO", 1)]
    [InlineData("VWO5", "VWO", 5)]
    [InlineData("AT1", "ATHENEUM", 1)]
    [InlineData("ATH5", "ATHENEUM", 5)]
    [InlineData("VA4", "ATHENEUM", 4)]
    [InlineData("GYM2", "GYMNASIUM", 2)]
    [InlineData("VG4", "GYMNASIUM", 4)]
    [InlineData("1 gymnasium", "GYMNASIUM", 1)]
    public void A_plain_school_code_gives_the_doelgroep(string code, string opleiding, int leerjaar) =>
        Catalogus.Vertaler.Translate(code, leerjaar: null)
            .Kern().Should().Be((opleiding, leerjaar, Hoog, Past));

    [Theory]
    [InlineData("HAVO", "HAVO")]
    [InlineData("VWO", "VWO")]
    [InlineData("Gymnasium", "GYMNASIUM")]
    [InlineData("Atheneum", "ATHENEUM")]
    [InlineData("Mavo", "VMBO_TL")]
    [InlineData("praktijkonderwijs", "PRO")]
    [InlineData("0300", "HAVO")]
    public void A_level_without_a_year_takes_the_leerjaar_of_the_source(string code, string opleiding) =>
        Catalogus.Vertaler.Translate(code, 2).Doelgroep
            .Should().Be(new Doelgroep(Catalogus.Default.Find(opleiding)!, 2));

    [Theory]
    [InlineData("K3", "VMBO_KB", 3, Middel)]
    [InlineData("MK2", "VMBO_KB_TL", 2, Middel)]
    [InlineData("A4", "ATHENEUM", 4, Middel)]
    [InlineData("MHV1", "VMBO_TL_HAVO_VWO", 1, Middel)]
    [InlineData("VMBO 1", "VMBO_BB_KB_GL_TL", 1, Middel)]
    [InlineData("P1", "PRO", 1, Laag)]
    [InlineData("B1", "VMBO_BB", 1, Laag)]
    [InlineData("G2", "VMBO_GL", 2, Laag)]
    [InlineData("T3", "VMBO_TL", 3, Laag)]
    [InlineData("TH1", "VMBO_TL_HAVO", 1, Laag)]
    [InlineData("TV1", "VWO", 1, Laag)]
    [InlineData("TA2", "ATHENEUM", 2, Laag)]
    public void A_code_with_several_readings_is_only_suggested(
        string code, string opleiding, int leerjaar, Zekerheid zekerheid) =>
        ShouldBeSuggested(code, opleiding, leerjaar, zekerheid);

    [Theory]
    [InlineData("0H4", "HAVO", 4, Middel)]
    [InlineData("0V6", "VWO", 6, Middel)]
    [InlineData("0M4", "VMBO_TL", 4, Middel)]
    [InlineData("0H2A", "HAVO", 2, Middel)]
    [InlineData("0V2D", "VWO", 2, Middel)]
    [InlineData("0M2B", "VMBO_TL", 2, Middel)]
    [InlineData("2MH1", "VMBO_TL_HAVO", 1, Middel)]
    [InlineData("2MH2", "VMBO_TL_HAVO", 2, Middel)]
    [InlineData("2HV3", "HAVO_VWO", 3, Middel)]
    [InlineData("2M3", "VMBO_TL", 3, Middel)]
    [InlineData("2V5", "VWO", 5, Middel)]
    [InlineData("8K3A", "VMBO_KB", 3, Middel)]
    [InlineData("8K4D", "VMBO_KB", 4, Middel)]
    [InlineData("8M4A", "VMBO_TL", 4, Middel)]
    [InlineData("8B4B", "VMBO_BB", 4, Laag)]
    [InlineData("81m", "VMBO_TL", 1, Middel)]
    [InlineData("81kb", "VMBO_KB", 1, Middel)]
    [InlineData("81mk", "VMBO_KB_TL", 1, Middel)]
    public void A_location_in_front_makes_a_code_unsure(
        string code, string opleiding, int leerjaar, Zekerheid zekerheid) =>
        ShouldBeSuggested(code, opleiding, leerjaar, zekerheid);

    [Theory]
    [InlineData("0H", "HAVO")]
    [InlineData("8 mavo", "VMBO_TL")]
    public void A_location_before_a_level_without_a_year_is_read_too(string code, string opleiding) =>
        Catalogus.Vertaler.Translate(code, 3)
            .Kern().Should().Be((opleiding, 3, Middel, Past));

    [Theory]
    [InlineData("5vD", "VWO", 5, Middel)]
    [InlineData("2VA", "ATHENEUM", 2, Middel)]
    [InlineData("VT4m", "VWO", 4, Middel)]
    [InlineData("1gb", "VMBO_GL", 1, Laag)]
    [InlineData("B.B2", "VMBO_BB", 2, Laag)]
    public void A_code_that_may_be_a_class_is_only_suggested(
        string code, string opleiding, int leerjaar, Zekerheid zekerheid) =>
        ShouldBeSuggested(code, opleiding, leerjaar, zekerheid);

    [Theory]
    [InlineData("300", "HAVO")]
    [InlineData("371", "HAVO")]
    [InlineData("170", "ATHENEUM")]
    public void A_lost_leading_zero_is_put_back(string code, string opleiding) =>
        Catalogus.Vertaler.Translate(code, null).Opleiding!.Code.Should().Be(opleiding);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ISK")]
    [InlineData("ISK1")]
    [InlineData("ISK 2A")]
    [InlineData("NT2")]
    [InlineData("VAVO")]
    [InlineData("4VAVO")]
    [InlineData("HAVO VAVO")]
    [InlineData("VSO")]
    [InlineData("3VSO")]
    [InlineData("EOA")]
    [InlineData("TOP")]
    [InlineData("TOP.1")]
    [InlineData("_DETA")]
    [InlineData("_H4")]
    [InlineData(" _H4")]
    [InlineData("*H4")]
    [InlineData("456*")]
    [InlineData("F3L45")]
    [InlineData("8E4B")]
    [InlineData("M2.M2a")]
    [InlineData("H2.H2a")]
    [InlineData("4h.maatA")]
    [InlineData("4v.dutl1")]
    [InlineData("0v6.in1")]
    [InlineData("99XZ")]
    [InlineData("99YT")]
    [InlineData("AH 3")]
    [InlineData("b-zw-zw")]
    [InlineData("HBBL-ZW")]
    [InlineData("456")]
    [InlineData("150")]
    [InlineData("0351")]
    [InlineData("9999")]
    [InlineData("3.00")]
    [InlineData("03-00")]
    [InlineData("0300A")]
    [InlineData("MVI")]
    [InlineData("H7")]
    [InlineData("4")]
    [InlineData("H٤")]
    [InlineData("1VO")]
    public void A_code_that_says_nothing_sure_is_left_to_a_person(string? code) =>
        Catalogus.Vertaler.Translate(code, 3).Kern().Should().Be(((string?)null, (int?)3, Onbekend, Past));

    [Theory]
    [InlineData("H4", 3, WijktAfVanCode)]
    [InlineData("H6", 5, WijktAfVanCode)]
    [InlineData("HV1", 4, Ongeldig)]
    [InlineData("H4", 6, Ongeldig)]
    [InlineData("HAVO", 0, Ongeldig)]
    [InlineData("HAVO", 11, Ongeldig)]
    [InlineData("0300", 4, Ongeldig)]
    [InlineData("0371", 3, Ongeldig)]
    [InlineData("3341", 4, Ongeldig)]
    [InlineData("0371", 5, Past)]
    [InlineData("H4", 4, Past)]
    [InlineData("ISK", 7, Ongeldig)]
    public void The_leerjaar_of_the_source_counts(string code, int leerjaar, Leerjaaruitkomst uitkomst)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, leerjaar);

        (vertaling.Leerjaar, vertaling.Leerjaaruitkomst).Should().Be((leerjaar, uitkomst));
    }

    [Theory]
    [InlineData("H6", 6, Ongeldig)]
    [InlineData("M5", 5, Ongeldig)]
    [InlineData("KGT4", 4, Ongeldig)]
    [InlineData("HAVO", null, Ontbreekt)]
    [InlineData("0300", null, Ontbreekt)]
    [InlineData("3341", null, Ontbreekt)]
    [InlineData("ISK1", null, Ontbreekt)]
    public void Without_a_leerjaar_of_the_source_the_one_in_the_code_is_all_there_is(
        string code, int? leerjaar, Leerjaaruitkomst uitkomst)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, leerjaar: null);

        (vertaling.Leerjaar, vertaling.Leerjaaruitkomst, vertaling.Doelgroep).Should().Be((leerjaar, uitkomst, null));
    }

    [Fact]
    public void A_leerjaar_that_differs_from_the_code_still_gives_a_doelgroep() =>
        Catalogus.Vertaler.Translate("H4", 3).Doelgroep
            .Should().Be(new Doelgroep(Catalogus.Default.Find("HAVO")!, 3));

    private static void ShouldBeSuggested(string code, string opleiding, int leerjaar, Zekerheid zekerheid)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, leerjaar: null);

        vertaling.Kern().Should().Be((opleiding, leerjaar, zekerheid, Past));
        vertaling.Doelgroep.Should().BeNull("a suggestion never applies by itself");
    }
}
