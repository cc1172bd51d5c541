using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

public sealed class CrebotabelTests
{
    [Theory]
    [InlineData("crebo;niveau\n25180;4\n10743;1\n")]
    [InlineData("\ufeffCrebo;Niveau\r\n25180 ; 4\r\n\r\n10743;1")]
    public void A_file_is_read(string csv) =>
        Crebotabel.Read(csv).Value.Should().Equal(new Crebo("25180", 4), new Crebo("10743", 1));

    [Theory]
    [InlineData("code;niveau\n25180;4", "Regel 1: de eerste regel is 'code;niveau'; verwacht 'crebo;niveau'.")]
    [InlineData("", "Regel 1: de eerste regel is ''; verwacht 'crebo;niveau'.")]
    [InlineData("crebo;niveau\n", "Regel 1: het bestand heeft geen enkele crebo.")]
    [InlineData("crebo;niveau\n25180;4\n2518;4", "Regel 3: '2518' is geen crebo van vijf cijfers.")]
    [InlineData("crebo;niveau\n25180;5", "Regel 2: '5' is geen niveau 1 tot en met 4.")]
    [InlineData("crebo;niveau\n25180", "Regel 2: verwacht 2 velden, gevonden 1.")]
    [InlineData("crebo;niveau\n25180;4\n25180;3", "Regel 3: crebo 25180 staat er twee keer in.")]
    public void A_wrong_line_is_named(string csv, string tekst) =>
        Crebotabel.Read(csv).Error.Should().BeOfType<SeveralInvalid>()
            .Which.Errors.Should().ContainSingle().Which.Tekst.Should().Be(tekst);

    [Fact]
    public void All_wrong_lines_are_named_up_to_twenty()
    {
        var csv = "crebo;niveau\n" + string.Concat(Enumerable.Repeat("x;1\n", 30));

        Crebotabel.Read(csv).Error.Should().BeOfType<SeveralInvalid>().Which.Errors.Should().HaveCount(20);
    }

    [Theory]
    [InlineData("PNG\u001b[31m;niveau\n25180;4\n")]
    [InlineData("PNG;niveau\n25180;4\ufffd\n")]
    [InlineData("\0")]
    public void What_is_no_text_is_refused_and_not_quoted(string csv) =>
        Crebotabel.Read(csv).Error.Should().BeOfType<SeveralInvalid>()
            .Which.Errors.Should().ContainSingle()
            .Which.Tekst.Should().Contain("UTF-8").And.NotContain("PNG");
}
