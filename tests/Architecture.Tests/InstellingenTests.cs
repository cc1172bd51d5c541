using System.Text.RegularExpressions;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.Extensions.Configuration;

namespace Kurve.Numo.Architecture.Tests;

public sealed partial class InstellingenTests
{
    [Theory]
    [InlineData("Numo:Sinc:Venster", "Numo:Sinc", "Sync")]
    [InlineData("Numo:Sync:Vensters", "Numo:Sync:Vensters", "Venster")]
    [InlineData("Numo:Database:ConnectieString", "Numo:Database:ConnectieString", "ConnectionString")]
    [InlineData("Numo:Uwlr:Klantkode", "Numo:Uwlr:Klantkode", "Klantcode")]
    [InlineData("Numo:Auth:DevKeyFile", "Numo:Auth:DevKeyFile", "DevelopmentKeyFile")]
    [InlineData("Numo:Magister:Query:Versies", "Numo:Magister:Query:Versies", "Versie")]
    [InlineData("Numo:Magister:AllowLoopback", "Numo:Magister:AllowLoopback", "Port")]
    public void A_misspelt_setting_is_named_with_those_that_there_are(string key, string named, string known) =>
        Find((key, "x")).Should().StartWith($"{named}: there is no such setting").And.Contain(known);

    [Theory]
    [InlineData("numo:sync:actief")]
    [InlineData("Numo:Magister:KolomAliassen:stamnr")]
    [InlineData("Numo:Magister:UitgaandeIpAdressen:0")]
    [InlineData("Numo:DataProtection:EarlierCertificates:0:File")]
    [InlineData("Numo:Importeren:VoorbeeldVervalt")]
    [InlineData("Numo:Afsluiten:Geduld")]
    [InlineData("Numo:AllowLoopback")]
    [InlineData("Logging:LogLevel:Default")]
    public void A_setting_that_there_is_is_taken(string key) => Find((key, "x")).Should().BeNull();

    /// <summary>The README names them all: in the braces of its table, or apart.</summary>
    [Fact]
    public void Every_setting_that_the_README_names_is_known()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var named = Named().Matches(readme)
            .SelectMany(m => (m.Groups["many"].Success ? m.Groups["many"].Value : m.Groups["one"].Value)
                .Split(',')
                .Select(name => $"{m.Groups["section"].Value}:{name}"))
            .ToArray();

        named.Should().HaveCountGreaterThan(30);
        named.Select(key => Find((key, "x"))).Should().OnlyContain(problem => problem == null);
    }

    private static string? Find(params (string Key, string Value)[] settings) => Instellingen.FindUnknown(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build());

    [GeneratedRegex(@"`(?<section>Numo(:[A-Za-z]+)*):(\{(?<many>[A-Za-z,]+)\}|(?<one>[A-Za-z]+))`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Named();
}
