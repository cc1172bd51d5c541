namespace Kurve.Numo.Api.Shared;

/// <summary>What is for development, and refused in Production.</summary>
internal static class ProductionRules
{
    private const string AllowLoopback = "Numo:AllowLoopback";
    private const string CertificateFile = "Numo:DataProtection:CertificateFile";
    private const string AllowUnencrypted = "Numo:DataProtection:AllowUnencrypted";

    /// <exception cref="SettingException">A setting is refused here.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsProduction())
        {
            return;
        }

        if (configuration.GetValue(AllowLoopback, defaultValue: false))
        {
            throw new SettingException(
                $"{AllowLoopback} is true; this is {environment.EnvironmentName}, where sources and webhooks are never this "
                + "machine itself. Leave it out.");
        }

        if (string.IsNullOrEmpty(configuration[CertificateFile])
            && !configuration.GetValue(AllowUnencrypted, defaultValue: false))
        {
            throw new SettingException(
                $"{CertificateFile} is not set: the keys that encrypt schools' passwords would lie readable in their folder. "
                + $"Name a certificate, or say {AllowUnencrypted}=true if the folder itself is encrypted.");
        }
    }
}
