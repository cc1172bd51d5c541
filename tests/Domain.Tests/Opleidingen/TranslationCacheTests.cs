using System.Diagnostics;
using System.Globalization;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

public sealed class TranslationCacheTests
{
    [Theory]
    [InlineData("H5NG", 5)]
    [InlineData("VMBO K - zorg en welzijn", 4)]
    [InlineData("H4", null)]
    [InlineData("4h.maatA", 4)]
    [InlineData("0300", 2)]
    public void A_code_that_was_seen_before_costs_no_memory(string code, int? leerjaar)
    {
        var first = Catalogus.Vertaler.Translate(code, leerjaar);
        Catalogus.Vertaler.Translate(code, leerjaar);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = Catalogus.Vertaler.Translate(code, leerjaar);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.Should().Be(0);
        again.Should().BeSameAs(first);
    }

    [Fact]
    public void Codes_beyond_the_limit_are_translated_and_not_kept()
    {
        var vertaler = new Opleidingsvertaler(Catalogus.Default, Vertaaltabellen.Leeg(Sector.Vo));
        for (var i = 0; i < TranslationCache.MostCodes + 100; i++)
        {
            vertaler.Translate("x" + i.ToString(CultureInfo.InvariantCulture), 4);
        }

        vertaler.Translate("H4", 4).Should().NotBeSameAs(vertaler.Translate("H4", 4));
        vertaler.Translate("H4", 4).Kern().Opleiding.Should().Be("HAVO");
    }

    [Fact]
    public void One_code_is_judged_anew_in_each_leerjaar() =>
        Enumerable.Range(1, 4).Select(leerjaar => Catalogus.Vertaler.Translate("TH", leerjaar).Opleiding!.Code)
            .Should().Equal("VMBO_TL_HAVO", "VMBO_TL_HAVO", "VMBO_TL_HAVO", "HAVO");

    [Theory]
    [InlineData("HVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHVHV")]
    [InlineData("T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/T/4")]
    [InlineData("B-G-T-A-B-G-T-A-B-G-T-A-B-G-T-A-B-G-T-A-B-G-T-A-B-G-T-A-B-G-T-4")]
    [InlineData("NT+NG+EM+CM+NT+NG+EM+CM+NT+NG+EM+CM+NT+NG+EM+CM+NT+NG+EM+CM+NT+H")]
    [InlineData("1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B 1 B")]
    public void A_code_made_to_be_slow_is_not(string code)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
        {
            new Opleidingsvertaler(Catalogus.Default, Vertaaltabellen.Leeg(Sector.Vo)).Translate(code, 4)
                .Zekerheid.Should().NotBe(Zekerheid.Hoog);
        }

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2), "20 ms each is far more than the bound allows");
    }
}
