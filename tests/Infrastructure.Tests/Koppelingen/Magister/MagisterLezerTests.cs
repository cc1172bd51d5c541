using System.Text;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Magister;

public sealed class MagisterLezerTests
{
    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_value_longer_than_any_code_is_not_read_and_the_others_are(int length, bool isRead)
    {
        var value = new string('x', length);
        using var answer = new MemoryStream(Encoding.UTF8.GetBytes($"""
            <Response>
              <Data>
                <Leerling><stamnummer>1001</stamnummer><opleidingscode>{value}</opleidingscode></Leerling>
                <Leerling><stamnummer>1002</stamnummer><opleidingscode>0171</opleidingscode></Leerling>
              </Data>
            </Response>
            """));

        var read = MagisterLezer.Read(
            answer, new MagisterKolommen(new Dictionary<string, string>(StringComparer.Ordinal)), 1_000_000, null, default);

        read.Value.Regels.Select(regel => (regel.Stamnummer, regel.Opleidingscode)).Should().Equal(
            ("1001", isRead ? value : null), ("1002", "0171"));
    }

    [Theory]
    [InlineData("n.v.t.")]
    [InlineData("-")]
    [InlineData("NULL")]
    [InlineData("(leeg)")]
    [InlineData("0")]
    public void A_word_for_no_value_is_no_key_and_no_code(string word)
    {
        using var answer = new MemoryStream(Encoding.UTF8.GetBytes($"""
            <Response>
              <Data>
                <Leerling>
                  <stamnr>{word}</stamnr><idGebr>{word}</idGebr><ExterneId>{word}</ExterneId>
                  <opleidingscode>{word}</opleidingscode>
                </Leerling>
              </Data>
            </Response>
            """));

        var regel = MagisterLezer.Read(
            answer, new MagisterKolommen(new Dictionary<string, string>(StringComparer.Ordinal)), 1_000_000, null, default)
            .Value.Regels.Single();

        new[] { regel.Stamnummer, regel.IdGebr, regel.ExterneId, regel.Opleidingscode }.Should().OnlyContain(v => v == null);
    }
}
