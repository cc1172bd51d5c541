using System.Reflection;
using Kurve.Numo.Infrastructure.Tests.Koppelingen.Magister;
using Kurve.Numo.Infrastructure.Tests.Koppelingen.Uwlr;
using Kurve.Numo.Simulator.Misbehaviours;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen;

/// <summary>What holds for both adapters.</summary>
public sealed class BronnenTests
{
    [Theory]
    [InlineData("Numo:Magister:BaseUrlOverride", "https://elders.voorbeeld.invalid", "BaseUrlOverride")]
    [InlineData("Numo:Magister:UitgaandeIpAdressen:0", "kurve.voorbeeld.invalid", "UitgaandeIpAdressen")]
    [InlineData("Numo:Uwlr:Endpoint", "http://elders.voorbeeld.invalid/", "Endpoint")]
    [InlineData("Numo:Uwlr:XsdVersie", "9", "XsdVersie")]
    public async Task A_wrong_setting_is_named(string key, string value, string named)
    {
        var start = () => Bronopstelling.StartAsync((key, value));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(named);
    }

    [Fact]
    public void Every_misbehaviour_of_the_simulator_is_met()
    {
        KindsIn<UwlrMisbehaviour>(
                typeof(UwlrPersonenbronTests), typeof(RealServersTests), typeof(GeheimhoudingTests))
            .Should().BeEquivalentTo(Enum.GetValues<UwlrMisbehaviour>());
        KindsIn<MagisterMisbehaviour>(typeof(MagisterOverUrlTests), typeof(GeheimhoudingTests))
            .Should().BeEquivalentTo(Enum.GetValues<MagisterMisbehaviour>());
    }

    private static HashSet<T> KindsIn<T>(params Type[] tests) =>
    [
        .. tests.SelectMany(test => test.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(d => d.GetData(method)))
            .Select(data => data[0])
            .OfType<T>(),
    ];
}
