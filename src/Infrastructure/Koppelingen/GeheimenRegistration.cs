using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>Makes the encryption of secrets available.</summary>
internal static class GeheimenRegistration
{
    /// <summary>Adds <see cref="IGeheimen"/>, with the key ring of <see cref="SleutelbosOptions"/>.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A certificate cannot be
    /// used, or a setting is not known.</exception>
    public static IServiceCollection AddGeheimen(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SleutelbosOptions.Read(configuration.GetSection(SleutelbosOptions.Section));
        CheckTemporaryFolder();
        var certificaten = Sleutelboscertificaten.Load(options, TimeProvider.System.GetUtcNow());
        var sleutelbos = services.AddDataProtection()
            .SetApplicationName("Kurve.Numo")
            .PersistKeysToFileSystem(OwnerOnly.CreateFolder(options.KeyFolder))
            .UnprotectKeysWithAnyCertificate([.. certificaten.Earlier]);
        if (certificaten.Current is { } certificate)
        {
            sleutelbos.ProtectKeysWithCertificate(certificate);
        }

        return services.AddSingleton(options).AddSingleton<IGeheimen, Geheimen>();
    }

    // Data Protection writes a new key there first: without it the first secret could not be kept, months from now.
    private static void CheckTemporaryFolder()
    {
        try
        {
            File.Delete(Path.GetTempFileName());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SleutelbosOptions.Refuse(
                $"Nothing can be written in {Path.GetTempPath()}, where a new key is written first: set TMPDIR to a folder "
                    + "that can be written.");
        }
    }
}
