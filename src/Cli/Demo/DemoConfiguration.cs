using System.Globalization;

namespace Kurve.Numo.Cli.Demo;

/// <summary>The settings of an API that asks a simulator, as environment variables.</summary>
internal static class DemoConfiguration
{
    /// <summary>Those of the demo's API.</summary>
    public static Dictionary<string, string> ForApi(
        SimulatorReady simulator, DemoFolder folder, Uri grpc, Uri json, TimeProvider clock) =>
        new(Of(simulator, folder.Database, folder.Keys, folder.TokenKey), StringComparer.Ordinal)
        {
            ["Numo__Magister__Backoff"] = "00:00:01",
            ["Numo__Sync__Venster"] = HalfADayFrom(clock.GetUtcNow()),
            ["Kestrel__Endpoints__Grpc__Url"] = grpc.GetLeftPart(UriPartial.Authority),
            ["Kestrel__Endpoints__Json__Url"] = json.GetLeftPart(UriPartial.Authority),
        };

    /// <summary>Those of any API that asks a simulator, but for its addresses.</summary>
    /// <param name="simulator">The simulator.</param>
    /// <param name="database">The file of the database.</param>
    /// <param name="keys">The folder of the keys that encrypt passwords.</param>
    /// <param name="tokenKey">The file with what tokens are signed with.</param>
    public static Dictionary<string, string> Of(
        SimulatorReady simulator, string database, string keys, string tokenKey) => new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Numo__AllowLoopback"] = "true",
            ["Numo__Database__ConnectionString"] = $"Data Source={database}",
            ["Numo__DataProtection__KeyFolder"] = keys,
            ["Numo__Auth__DevelopmentKeyFile"] = tokenKey,
            ["Numo__Uwlr__Endpoint"] =
                simulator.Address.GetLeftPart(UriPartial.Authority) + "/uwlr-l/leerlinggegevens-smalle-set.svc",
            ["Numo__Uwlr__Klantcode"] = simulator.Uwlr.Klantcode,
            ["Numo__Uwlr__Klantnaam"] = simulator.Uwlr.Klantnaam,
            ["Numo__Uwlr__Autorisatiesleutel"] = simulator.Uwlr.Sleutel,
            ["Numo__Magister__BaseUrlOverride"] = simulator.Magister.GetLeftPart(UriPartial.Authority),
            ["Kestrel__Endpoints__Grpc__Protocols"] = "Http2",
            ["Kestrel__Endpoints__Json__Protocols"] = "Http1",
        };

    /// <summary>Whoever shows the demo by night should not see a sync that nobody asked for.</summary>
    private static string HalfADayFrom(DateTimeOffset now)
    {
        var hour = (now.Hour + 12) % 24;
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00-{hour:00}:30");
    }
}
