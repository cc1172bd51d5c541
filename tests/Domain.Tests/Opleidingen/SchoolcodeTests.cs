using Kurve.Numo.Domain.Opleidingen;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>Every code that was seen at schools, and every level that they write, with what it must come to.</summary>
public sealed class SchoolcodeTests
{
    [Theory]
    // letter(s) and year
    [InlineData("B1", "VMBO_BB", Laag)]
    [InlineData("M3", "VMBO_TL", Hoog)]
    [InlineData("H4", "HAVO", Hoog)]
    [InlineData("V6", "VWO", Hoog)]
    [InlineData("HV1", "HAVO_VWO", Hoog)]
    // location digit, letters, year
    [InlineData("0H4", "HAVO", Middel)]
    [InlineData("0V6", "VWO", Middel)]
    [InlineData("0M4", "VMBO_TL", Middel)]
    [InlineData("0H2A", "HAVO", Middel)]
    [InlineData("0V2D", "VWO", Middel)]
    [InlineData("0M2B", "VMBO_TL", Middel)]
    [InlineData("2MH1", "VMBO_TL_HAVO", Middel)]
    [InlineData("2MH2", "VMBO_TL_HAVO", Middel)]
    [InlineData("2HV1", "HAVO_VWO", Middel)]
    [InlineData("2HV2", "HAVO_VWO", Middel)]
    [InlineData("2HV3", "HAVO_VWO", Middel)]
    [InlineData("2M3", "VMBO_TL", Middel)]
    [InlineData("2H3", "HAVO", Middel)]
    [InlineData("2V5", "VWO", Middel)]
    [InlineData("8K3A", "VMBO_KB", Middel)]
    [InlineData("8K4D", "VMBO_KB", Middel)]
    [InlineData("8B4B", "VMBO_BB", Laag)]
    [InlineData("8E4B", null, Onbekend)]
    [InlineData("8M4A", "VMBO_TL", Middel)]
    // location digit, year, letters
    [InlineData("81m", "VMBO_TL", Middel)]
    [InlineData("81kb", "VMBO_KB", Middel)]
    [InlineData("81mk", "VMBO_KB_TL", Middel)]
    // year and letters
    [InlineData("4H", "HAVO", Hoog)]
    [InlineData("5H", "HAVO", Hoog)]
    [InlineData("5vD", "VWO", Middel)]
    [InlineData("4h.maatA", null, Onbekend)]
    [InlineData("4v.dutl1", null, Onbekend)]
    [InlineData("0v6.in1", null, Onbekend)]
    // groups inside groups
    [InlineData("B.B2", "VMBO_BB", Laag)]
    [InlineData("M2.M2a", null, Onbekend)]
    [InlineData("H2.H2a", null, Onbekend)]
    // letters, year, class
    [InlineData("H1A", "HAVO", Hoog)]
    [InlineData("H2B", "HAVO", Hoog)]
    [InlineData("HV1D", "HAVO_VWO", Hoog)]
    // plain level, year elsewhere
    [InlineData("HAVO", "HAVO", Hoog)]
    [InlineData("VWO", "VWO", Hoog)]
    // Magister 6
    [InlineData("VG4", "GYMNASIUM", Hoog)]
    [InlineData("VT4m", "VWO", Middel)]
    [InlineData("4m", "VMBO_TL", Hoog)]
    [InlineData("MVI", null, Onbekend)]
    [InlineData("1 gymnasium", "GYMNASIUM", Hoog)]
    [InlineData("1gb", "VMBO_GL", Laag)]
    // praktijkonderwijs and specials
    [InlineData("456*", null, Onbekend)]
    [InlineData("F3L45", null, Onbekend)]
    [InlineData("_DETA", null, Onbekend)]
    [InlineData("TOP.1", null, Onbekend)]
    [InlineData("VAVO", null, Onbekend)]
    [InlineData("ISK", null, Onbekend)]
    // words of other products
    [InlineData("Mavo/Vmbo tl", "VMBO_TL", Hoog)]
    [InlineData("Vmbo gl", "VMBO_GL", Hoog)]
    [InlineData("Vmbo kb", "VMBO_KB", Hoog)]
    [InlineData("Vmbo bb", "VMBO_BB", Hoog)]
    [InlineData("Havo/VWO", "HAVO_VWO", Hoog)]
    [InlineData("Mavo/Havo", "VMBO_TL_HAVO", Hoog)]
    [InlineData("Vmbo bb/kb", "VMBO_BB_KB", Hoog)]
    [InlineData("vmbo-b", "VMBO_BB", Hoog)]
    [InlineData("vmbo-k", "VMBO_KB", Hoog)]
    [InlineData("vmbo-gt", "VMBO_GL_TL", Hoog)]
    [InlineData("vmbo-t", "VMBO_TL", Hoog)]
    [InlineData("lwoo/vmbo-b", "VMBO_BB", Hoog)]
    [InlineData("lwoo/vmbo-bk", "VMBO_BB_KB", Hoog)]
    [InlineData("vmbo-gt/havo", "VMBO_GT_HAVO", Hoog)]
    [InlineData("vmbo-kgt/havo", "VMBO_KGT_HAVO", Hoog)]
    [InlineData("vmbo-t/havo", "VMBO_TL_HAVO", Hoog)]
    // elementcodes, of which 0351 and 0150 do not exist
    [InlineData("0011", "VMBO_GT_HAVO", Hoog)]
    [InlineData("0351", null, Onbekend)]
    [InlineData("0300", "HAVO", Hoog)]
    [InlineData("2941", "VMBO_BB", Hoog)]
    [InlineData("150", null, Onbekend)]
    // as people write them
    [InlineData("KGT2", "VMBO_KGT", Hoog)]
    [InlineData("TH1", "VMBO_TL_HAVO", Laag)]
    [InlineData("AT1", "ATHENEUM", Hoog)]
    [InlineData("GYM2", "GYMNASIUM", Hoog)]
    [InlineData("BK1", "VMBO_BB_KB", Hoog)]
    [InlineData("vmbo-tl 3", "VMBO_TL", Hoog)]
    [InlineData("h4", "HAVO", Hoog)]
    [InlineData("v1", "VWO", Hoog)]
    [InlineData("mh1", "VMBO_TL_HAVO", Hoog)]
    public void A_code_seen_at_a_school_comes_to_what_it_should(string code, string? opleiding, Zekerheid zekerheid) =>
        ShouldCome(code, opleiding, zekerheid);

    [Theory]
    [InlineData("PRO,PR", "PRO", Hoog)]
    [InlineData("P", "PRO", Laag)]
    [InlineData("BB,BBL,VMBOB", "VMBO_BB", Hoog)]
    [InlineData("B", "VMBO_BB", Laag)]
    [InlineData("KB,KBL", "VMBO_KB", Hoog)]
    [InlineData("K", "VMBO_KB", Middel)]
    [InlineData("BK,BBKB", "VMBO_BB_KB", Hoog)]
    [InlineData("KGT", "VMBO_KGT", Hoog)]
    [InlineData("GT,GTL", "VMBO_GL_TL", Hoog)]
    [InlineData("GL", "VMBO_GL", Hoog)]
    [InlineData("G", "VMBO_GL", Laag)]
    [InlineData("TL,MAVO,M", "VMBO_TL", Hoog)]
    [InlineData("T", "VMBO_TL", Laag)]
    [InlineData("TH", "VMBO_TL_HAVO", Laag)]
    [InlineData("TV", "VWO", Laag)]
    [InlineData("TA", "ATHENEUM", Laag)]
    [InlineData("MK", "VMBO_KB_TL", Middel)]
    [InlineData("MH,TLH", "VMBO_TL_HAVO", Hoog)]
    [InlineData("H,HAVO", "HAVO", Hoog)]
    [InlineData("HV", "HAVO_VWO", Hoog)]
    [InlineData("V,VWO", "VWO", Hoog)]
    [InlineData("A", "ATHENEUM", Middel)]
    [InlineData("AT,ATH,VA", "ATHENEUM", Hoog)]
    [InlineData("GYM,VG", "GYMNASIUM", Hoog)]
    [InlineData("ISK,NT2,VAVO,VSO,EOA,TOP,_H4,*H4", null, Onbekend)]
    public void A_level_that_schools_write_has_its_certainty(string tokens, string? opleiding, Zekerheid zekerheid) =>
        tokens.Split(',').Should().AllSatisfy(token => ShouldCome(token, opleiding, zekerheid));

    private static void ShouldCome(string code, string? opleiding, Zekerheid zekerheid)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, null);

        (vertaling.Opleiding?.Code, vertaling.Zekerheid).Should().Be((opleiding, zekerheid), code);
    }
}
