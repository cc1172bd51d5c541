using Kurve.Numo.Infrastructure.Importeren.Runs;
using Kurve.Numo.Infrastructure.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Csv;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Kurve.Numo.Infrastructure.Wijzigingen;
using Microsoft.Extensions.Configuration;

namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>The settings that there are under <c>Numo</c>: whoever misspells one would run with its default.</summary>
public static class Instellingen
{
    private const string Root = "Numo";

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [Root] =
        [
            "AllowLoopback", "Afsluiten", "Auth", "Berichten", "Clock", "Csv", "Database", "DataProtection",
            "Importeren", "Limits", "Magister", "Mail", "Sync", "Uwlr",
        ],
        [$"{Root}:Auth"] = ["Authority", "Audience", "TokenType", "DevelopmentKeyFile"],
        [$"{Root}:Clock"] = ["TrialFile"],
        [$"{Root}:Limits"] =
        [
            "CallsPerSecond", "Burst", "ServiceCallsPerSecond", "ServiceBurst", "HeavyCallsPerSchool",
            "HeavyCallsPerCaller", "StreamIdle", "StreamDuration",
        ],
        [AfsluitOptions.Section] = NamesOf<AfsluitOptions>(),
        [BerichtenOptions.Section] = NamesOf<BerichtenOptions>(),
        [BewaarOptions.Section] = NamesOf<BewaarOptions>(),
        [CsvOptions.Section] = NamesOf<CsvOptions>(),
        [DatabaseOptions.Section] = NamesOf<DatabaseOptions>(),
        [MagisterOptions.Section] = [.. NamesOf<MagisterOptions>(), "Query"],
        [MailOptions.Section] = NamesOf<MailOptions>(),
        [QueryOptions.Section] = NamesOf<QueryOptions>(),
        [SleutelbosOptions.Section] = [.. NamesOf<SleutelbosOptions>(), nameof(SleutelbosOptions.EarlierCertificates)],
        [SyncOptions.Section] = NamesOf<SyncOptions>(),
        [UwlrOptions.Section] = NamesOf<UwlrOptions>(),
    };

    /// <summary>What is wrong with the name of a setting, and which there are; null when all are known.</summary>
    public static string? FindUnknown(IConfiguration configuration) => Known
        .SelectMany(section => configuration.GetSection(section.Key).GetChildren()
            .Where(setting => !section.Value.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            .Select(setting =>
                $"{setting.Path}: there is no such setting; {section.Key} has {string.Join(", ", section.Value)}."))
        .FirstOrDefault();

    // Whether loopback may be asked is said in one place for all sources.
    private static string[] NamesOf<T>() =>
    [
        .. typeof(T).GetProperties()
            .Where(property => property.CanWrite && property.Name is not nameof(UwlrOptions.AllowLoopback))
            .Select(property => property.Name),
    ];
}
