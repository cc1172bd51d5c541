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
    [InlineData("code;niveau\n25180;4", "Line 1: expected the header 'crebo;niveau', found 'code;niveau'.")]
    [InlineData("", "Line 1: expected the header 'crebo;niveau', found ''.")]
    [InlineData("crebo;niveau\n", "Line 1: the file has no crebo.")]
    [InlineData("crebo;niveau\n25180;4\n2518;4", "Line 3: expected a crebo of five digits, found '2518'.")]
    [InlineData("crebo;niveau\n25180;5", "Line 2: expected niveau 1 to 4, found '5'.")]
    [InlineData("crebo;niveau\n25180", "Line 2: expected two fields, found 1.")]
    [InlineData("crebo;niveau\n25180;4\n25180;3", "Line 3: crebo 25180 occurs twice.")]
    public void A_wrong_line_is_named(string csv, string message) =>
        Crebotabel.Read(csv).Error.Should().BeOfType<SeveralInvalid>()
            .Which.Errors.Should().ContainSingle().Which.Message.Should().Be(message);

    [Fact]
    public void All_wrong_lines_are_named_up_to_twenty()
    {
        var csv = "crebo;niveau\n" + string.Concat(Enumerable.Repeat("x;1\n", 30));

        Crebotabel.Read(csv).Error.Should().BeOfType<SeveralInvalid>().Which.Errors.Should().HaveCount(20);
    }
}
