using System.Globalization;
using System.Xml.Linq;

namespace Kurve.Numo.Architecture.Tests;

public sealed class HangTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [Fact]
    public void A_test_run_that_hangs_ends_with_a_dump_within_three_minutes()
    {
        var properties = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Descendants()
            .Where(element => element.Name.LocalName.StartsWith("VSTest", StringComparison.Ordinal))
            .ToDictionary(element => element.Name.LocalName, element => element.Value, StringComparer.Ordinal);

        properties["VSTestBlameHang"].Should().Be("true");
        properties["VSTestBlameHangDumpType"].Should().NotBe("none");
        var timeout = properties["VSTestBlameHangTimeout"].TrimEnd('s');
        TimeSpan.FromSeconds(int.Parse(timeout, CultureInfo.InvariantCulture)).Should().BeLessThan(Longest);
    }
}
