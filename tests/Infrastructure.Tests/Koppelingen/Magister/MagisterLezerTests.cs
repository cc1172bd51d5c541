using System.Text;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Magister;

public sealed class MagisterLezerTests
{
    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "WAARDE_TE_LANG")]
    public void A_value_that_is_no_key_or_code_is_named_by_row_and_column(int length, string? code)
    {
        var value = new string('x', length);
        using var answer = new MemoryStream(Encoding.UTF8.GetBytes($"""
            <Response>
              <Data>
                <Leerling><stamnummer>1001</stamnummer><opleidingscode>0171</opleidingscode></Leerling>
                <Leerling><stamnummer>1002</stamnummer><opleidingscode>{value}</opleidingscode></Leerling>
              </Data>
            </Response>
            """));

        var read = MagisterLezer.Read(
            answer, new MagisterKolommen(new Dictionary<string, string>(StringComparer.Ordinal)), 1_000_000, null, default);

        read.Error?.Code.Should().Be(code);
        if (code is null)
        {
            read.Value.Regels.Should().HaveCount(2);
            return;
        }

        var fout = read.Error.Should().BeOfType<Bronfout>().Subject;
        fout.Message.Should().Contain("'opleidingscode' of row 2").And.NotContain(value);
        fout.Actiehouder.Should().Be(Actiehouder.School);
    }
}
