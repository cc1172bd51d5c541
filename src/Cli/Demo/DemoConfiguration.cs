using System.Globalization;

namespace Kurve.Numo.Cli.Demo;

/// <summary>The settings of the demo's API.</summary>
internal static class DemoConfiguration
{
    /// <summary>As environment variables.</summary>
    public static Dictionary<string, string> ForApi(SimulatorReady simulator, DemoFolder folder, Uri grpc, Uri json)
    {
        var sources = simulator.Address.GetLeftPart(UriPartial.Authority);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Numo__AllowLoopback"] = "true",
            ["Numo__Database__ConnectionString"] = $"Data Source={folder.Database}",
            ["Numo__DataProtection__KeyFolder"] = folder.Keys,
            ["Numo__Auth__DevelopmentKeyFile"] = folder.TokenKey,
            ["Numo__Uwlr__Endpoint"] = sources + "/uwlr-l/leerlinggegevens-smalle-set.svc",
            ["Numo__Uwlr__Klantcode"] = simulator.Uwlr.Klantcode,
            ["Numo__Uwlr__Klantnaam"] = simulator.Uwlr.Klantnaam,
            ["Numo__Uwlr__Autorisatiesleutel"] = simulator.Uwlr.Sleutel,
            ["Numo__Magister__BaseUrlOverride"] = simulator.Magister.GetLeftPart(UriPartial.Authority),
            ["Numo__Magister__Backoff"] = "00:00:01",
            ["Numo__Sync__Venster"] = HalfADayFromNow(),
            ["Kestrel__Endpoints__Grpc__Url"] = grpc.GetLeftPart(UriPartial.Authority),
            ["Kestrel__Endpoints__Grpc__Protocols"] = "Http2",
            ["Kestrel__Endpoints__Json__Url"] = json.GetLeftPart(UriPartial.Authority),
            ["Kestrel__Endpoints__Json__Protocols"] = "Http1",
        };
    }

    /// <summary>Whoever shows the demo by night should not see a sync that nobody asked for.</summary>
    private static string HalfADayFromNow()
    {
        var hour = (DateTime.UtcNow.Hour + 12) % 24;
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00-{hour:00}:30");
    }
}
