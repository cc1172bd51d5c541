using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>The parts of a code, and how they decide together.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("v,vwo", "VWO")]
    [InlineData("ath,atheneum,at", "ATHENEUM")]
    [InlineData("gym,gymnasium", "GYMNASIUM")]
    [InlineData("h,havo", "HAVO")]
    [InlineData("m,mavo,tl,theoretisch,theoretische leerweg,vmbo-t,vmbo t,vmbot", "VMBO_TL")]
    [InlineData("gl,gemengde leerweg,vmbo-g,vmbo gemengd", "VMBO_GL")]
    [InlineData("gt,vmbo-gt,vmbo-(g)t,gemengd/theoretisch,gl/tl", "VMBO_GL_TL")]
    [InlineData("kb,kbl,kader,kaderberoepsgericht,kader-beroepsgericht,vmbo-k", "VMBO_KB")]
    [InlineData("bb,bbl,basis,basisberoepsgerichte leerweg,vmbo-b", "VMBO_BB")]
    [InlineData("bk,b/k,basis/kader,basis-kader", "VMBO_BB_KB")]
    [InlineData("kgt,k/g/t", "VMBO_KGT")]
    [InlineData("pro,praktijk,praktijkonderwijs", "PRO")]
    [InlineData("hv,h/v,havo/vwo,havovwo,havo-vwo,havo en vwo,havo & vwo", "HAVO_VWO")]
    [InlineData("mh,m/h,tlh,t/h,mavo/havo,tl/havo", "VMBO_TL_HAVO")]
    [InlineData("mavo/havo/vwo,m/h/v", "VMBO_TL_HAVO_VWO")]
    [InlineData("vmbo/havo", "VMBO_HAVO")]
    [InlineData("atheneum/gymnasium,ag", "VWO")]
    [InlineData("vwo atheneum", "ATHENEUM")]
    public void A_form_of_a_level_is_certain_with_a_leerjaar_before_or_after_it(string vormen, string opleiding)
    {
        foreach (var vorm in vormen.Split(','))
        {
            foreach (var code in new[] { $"{vorm} 2", $"2 {vorm}", $"klas 2 {vorm}", $"{vorm}, leerjaar 2" })
            {
                Catalogus.Vertaler.Translate(code, 2).Kern()
                    .Should().Be((opleiding, 2, Hoog, Leerjaaruitkomst.Past), code);
            }
        }
    }

    [Theory]
    [InlineData("tto")]
    [InlineData("tweetalig")]
    [InlineData("bilingual")]
    [InlineData("plus")]
    [InlineData("+")]
    [InlineData("technasium")]
    [InlineData("sport")]
    [InlineData("loot")]
    [InlineData("kunst")]
    [InlineData("cultuur")]
    [InlineData("theater")]
    [InlineData("daltonklas")]
    [InlineData("lwoo")]
    [InlineData("honours")]
    [InlineData("begaafd")]
    public void A_stream_changes_nothing_and_is_kept_in_the_explanation(string stroom)
    {
        foreach (var code in new[] { $"havo 3 {stroom}", $"{stroom} havo 3", $"h3 {stroom}", $"H3-{stroom} NT" })
        {
            var vertaling = Catalogus.Vertaler.Translate(code, 3);

            vertaling.Kern().Should().Be(("HAVO", 3, Hoog, Leerjaaruitkomst.Past), code);
            Vertaaluitleg.Dutch(code, vertaling).Should().Contain(stroom.Replace("klas", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("NT,N&T,N & T,N+T,n en t,Natuur en Techniek,natuur & techniek")]
    [InlineData("NG,N&G,Natuur en Gezondheid")]
    [InlineData("EM,E&M,Economie en Maatschappij")]
    [InlineData("CM,C&M,Cultuur en Maatschappij")]
    [InlineData("NT/NG,NTNG,NT NG,N&T / N&G,NG/EM,EM-CM")]
    public void A_profile_of_havo_and_vwo_decides(string vormen)
    {
        foreach (var vorm in vormen.Split(','))
        {
            foreach (var (niveau, opleiding) in new[]
                {
                    ("G4", "GYMNASIUM"), ("A4", "ATHENEUM"), ("H4", "HAVO"), ("4 V", "VWO"), ("4 vwo", "VWO"),
                })
            {
                ShouldBe($"{niveau} {vorm}", opleiding);
                ShouldBe($"{vorm} - {niveau}", opleiding, niveau.Any(char.IsAsciiLetterLower) || niveau[0] == 'H');
            }
        }
    }

    [Theory]
    [InlineData("BWI,PIE,MVI,M&T,MaT,E&O,EO,HBR,Z&W,ZW,D&P,DP,MZ,MVT,groen")]
    [InlineData("techniek,economie,landbouw,zorg en welzijn,zorg & welzijn,Bouwen Wonen en Interieur")]
    public void A_profile_or_sector_of_vmbo_decides(string vormen)
    {
        foreach (var vorm in vormen.Split(','))
        {
            foreach (var (niveau, opleiding) in new[]
                { ("B", "VMBO_BB"), ("K", "VMBO_KB"), ("G", "VMBO_GL"), ("T", "VMBO_TL"), ("GT", "VMBO_GL_TL") })
            {
                ShouldBe($"{niveau}4 {vorm}", opleiding);
                ShouldBe($"4{niveau} {vorm}", opleiding);
                ShouldBe($"vmbo-{niveau} {vorm}", opleiding);
            }
        }
    }

    [Theory]
    [InlineData("havo 4 PIE", "HAVO")]
    [InlineData("H4 zorg en welzijn", "HAVO")]
    [InlineData("TL4 N&T", "VMBO_TL")]
    [InlineData("4h.maatA", "HAVO")]
    [InlineData("H7", "HAVO")]
    [InlineData("xyz vwo 3", "VWO")]
    [InlineData("G4 xyz", "VMBO_GL,GYMNASIUM")]
    [InlineData("b-zw-zw", "VMBO_BB")]
    [InlineData("NT4", "HAVO,VWO")]
    [InlineData("PIE", "VMBO_BB,VMBO_KB,VMBO_GL,VMBO_TL")]
    [InlineData("brugklas 1", "VMBO_BB_KB_GL_TL,VMBO_TL_HAVO,HAVO_VWO")]
    public void A_code_with_a_part_that_nothing_explains_is_unknown_and_what_was_read_is_suggested(
        string code, string voorstellen)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, null);

        (vertaling.Opleiding, vertaling.Zekerheid).Should().Be((null, Onbekend));
        string.Join(',', vertaling.Lezing.Alternatieven.Select(o => o.Code)).Should().Be(voorstellen);
    }

    [Theory]
    [InlineData("TH4", 4, "HAVO", Hoog)]
    [InlineData("TH4", null, "HAVO", Hoog)]
    [InlineData("TV5", 5, "VWO", Hoog)]
    [InlineData("THAVO 4", 4, "HAVO", Hoog)]
    [InlineData("T H 4", 4, "HAVO", Hoog)]
    [InlineData("TH", 4, "HAVO", Laag)]
    [InlineData("TH2", 2, "VMBO_TL_HAVO", Laag)]
    [InlineData("TH3", 4, "HAVO", Laag)]
    [InlineData("TVWO 2", 2, "VWO", Hoog)]
    [InlineData("G2", 2, "VMBO_GL", Laag)]
    [InlineData("G5", 5, "GYMNASIUM", Hoog)]
    [InlineData("G5", null, "GYMNASIUM", Middel)]
    [InlineData("G4", 5, "GYMNASIUM", Laag)]
    public void The_delivered_leerjaar_decides_between_readings(
        string code, int? leerjaar, string opleiding, Zekerheid zekerheid)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, leerjaar);

        (vertaling.Opleiding?.Code, vertaling.Zekerheid).Should().Be((opleiding, zekerheid));
    }

    [Theory]
    [InlineData("V5NT", 6, "VWO")]
    [InlineData("H4 N&G", 5, "HAVO")]
    [InlineData("K3 PIE", 4, "VMBO_KB")]
    public void The_code_of_last_year_is_certain_as_long_as_the_opleiding_is_one(
        string code, int leerjaar, string opleiding) =>
        Catalogus.Vertaler.Translate(code, leerjaar).Kern()
            .Should().Be((opleiding, leerjaar, Hoog, Leerjaaruitkomst.WijktAfVanCode));

    [Theory]
    [InlineData("0H4NT", "HAVO", 4)]
    [InlineData("2V5 NG", "VWO", 5)]
    [InlineData("8K4 PIE", "VMBO_KB", 4)]
    public void A_location_digit_is_certain_only_at_a_school_that_uses_it(string code, string opleiding, int leerjaar)
    {
        var tabellen = Vertaaltabellen.Leeg(Sector.Vo) with { Locatiecijfer = true };

        Catalogus.Vertaler.Translate(code, leerjaar).Kern()
            .Should().Be((opleiding, leerjaar, Middel, Leerjaaruitkomst.Past));
        new Opleidingsvertaler(Catalogus.Default, tabellen).Translate(code, leerjaar).Kern()
            .Should().Be((opleiding, leerjaar, Hoog, Leerjaaruitkomst.Past));
    }

    [Theory]
    [InlineData("TH2", "VMBO_TL_HAVO,HAVO")]
    [InlineData("2VA", "ATHENEUM,VWO")]
    [InlineData("1HA", "HAVO_VWO,HAVO")]
    [InlineData("V4G", "GYMNASIUM,VWO")]
    [InlineData("B1", "VMBO_BB,VMBO_BB_KB_GL_TL,VMBO_TL_HAVO,HAVO_VWO")]
    public void Several_readings_are_a_suggestion_with_all(string code, string opleidingen)
    {
        var lezing = Catalogus.Vertaler.Translate(code, null).Lezing;

        lezing.Zekerheid.Should().BeOneOf(Laag, Middel);
        lezing.Alternatieven.Prepend(lezing.Opleiding!).Select(o => o.Code).Should().Equal(opleidingen.Split(','));
    }

    [Theory]
    [InlineData("VAVO-H5", "VAVO_HAVO")]
    [InlineData("vwo 6 vavo", "VAVO_VWO")]
    [InlineData("vavo tl", "VAVO_VMBO_TL")]
    [InlineData("isk 1b", "ISK")]
    [InlineData("internationale schakelklas", "ISK")]
    public void Vavo_and_isk_are_left_to_a_person(string code, string voorstel)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, null);

        vertaling.Zekerheid.Should().Be(Onbekend);
        vertaling.Lezing.Alternatieven.Should().ContainSingle().Which.Code.Should().Be(voorstel);
    }

    [Theory]
    [InlineData("H5NG", "H = havo, 5 = leerjaar, NG = Natuur en Gezondheid")]
    [InlineData(
        "4e klas T/H tto",
        "4 = leerjaar, klas = woord erbij, T = theoretische leerweg, H = havo, tto = tweetalig")]
    [InlineData(
        "vmbo k - D & P",
        "vmbo = vmbo, k = kaderberoepsgerichte leerweg, D & P = Dienstverlening en Producten")]
    [InlineData("0V4a", "0 = locatie, V = vwo, 4 = leerjaar, a = klas")]
    public void The_explanation_names_each_part(string code, string delen) =>
        Vertaaluitleg.Dutch(code, Catalogus.Vertaler.Translate(code, null)).Should().Contain(delen);

    [Fact]
    public void The_explanation_is_there_in_english_too() =>
        Vertaaluitleg.English("TTO-V5 NG", Catalogus.Vertaler.Translate("TTO-V5 NG", 5))
            .Should().Contain("TTO = bilingual, V = vwo, 5 = leerjaar, NG = Natuur en Gezondheid");

    private static void ShouldBe(string code, string opleiding, bool certain = true)
    {
        var vertaling = Catalogus.Vertaler.Translate(code, 4);

        vertaling.Opleiding?.Code.Should().Be(opleiding, code);
        if (certain)
        {
            vertaling.Zekerheid.Should().Be(Hoog, code);
        }
    }
}
