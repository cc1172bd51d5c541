using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>
/// The 39 names of opleidingen in DUO's open data on examinations, 2019 to 2024. A leerwerktraject (LWT) belongs to the
/// basisberoepsgerichte leerweg.
/// </summary>
public sealed class DuoExamennamenTests
{
    [Theory]
    [InlineData("HAVO - N&T", "HAVO")]
    [InlineData("HAVO - N&G", "HAVO")]
    [InlineData("HAVO - E&M", "HAVO")]
    [InlineData("HAVO - C&M", "HAVO")]
    [InlineData("HAVO - N&T / N&G", "HAVO")]
    [InlineData("HAVO - N&G / C&M", "HAVO")]
    [InlineData("HAVO - N&G / E&M", "HAVO")]
    [InlineData("HAVO - E&M / C&M", "HAVO")]
    [InlineData("VMBO LWT - techniek", "VMBO_BB")]
    [InlineData("VMBO LWT - zorg & welzijn", "VMBO_BB")]
    [InlineData("VMBO LWT - economie", "VMBO_BB")]
    [InlineData("VMBO LWT - landbouw", "VMBO_BB")]
    [InlineData("VMBO B - techniek", "VMBO_BB")]
    [InlineData("VMBO B - zorg en welzijn", "VMBO_BB")]
    [InlineData("VMBO B - economie", "VMBO_BB")]
    [InlineData("VMBO B - landbouw", "VMBO_BB")]
    [InlineData("VMBO K - techniek", "VMBO_KB")]
    [InlineData("VMBO K - zorg en welzijn", "VMBO_KB")]
    [InlineData("VMBO K - economie", "VMBO_KB")]
    [InlineData("VMBO K - landbouw", "VMBO_KB")]
    [InlineData("VMBO G - techniek", "VMBO_GL")]
    [InlineData("VMBO G - zorg en welzijn", "VMBO_GL")]
    [InlineData("VMBO G - economie", "VMBO_GL")]
    [InlineData("VMBO G - landbouw", "VMBO_GL")]
    [InlineData("VMBO T", "VMBO_TL")]
    [InlineData("VMBO T - techniek", "VMBO_TL")]
    [InlineData("VMBO T - zorg en welzijn", "VMBO_TL")]
    [InlineData("VMBO T - economie", "VMBO_TL")]
    [InlineData("VMBO T - landbouw", "VMBO_TL")]
    [InlineData("VWO - N&T", "VWO")]
    [InlineData("VWO - N&G", "VWO")]
    [InlineData("VWO - E&M", "VWO")]
    [InlineData("VWO - C&M", "VWO")]
    [InlineData("VWO - N&T / N&G", "VWO")]
    [InlineData("VWO - N&T / E&M", "VWO")]
    [InlineData("VWO - N&T / C&M", "VWO")]
    [InlineData("VWO - N&G / C&M", "VWO")]
    [InlineData("VWO - N&G / E&M", "VWO")]
    [InlineData("VWO - E&M / C&M", "VWO")]
    public void A_name_of_the_open_data_is_certain(string naam, string opleiding)
    {
        var vertaling = Catalogus.Vertaler.Translate(naam, 4);

        vertaling.Kern().Should().Be((opleiding, 4, Zekerheid.Hoog, Leerjaaruitkomst.Past));
        vertaling.Doelgroep.Should().NotBeNull();
    }
}
