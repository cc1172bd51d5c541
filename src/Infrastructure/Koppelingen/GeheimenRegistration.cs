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
        var certificaten = Sleutelboscertificaten.Load(options, TimeProvider.System.GetUtcNow());
        var sleutelbos = services.AddDataProtection()
            .SetApplicationName("Kurve.Numo")
            .PersistKeysToFileSystem(OwnerOnly.CreateFolder(options.KeyFolder))
            .UnprotectKeysWithAnyCertificate([.. certificaten.Earlier]);
        if (certificaten.Current is { } certificate)
        {
            sleutelbos.ProtectKeysWithCertificate(certificate);
        }

        return services.AddSingleton<IGeheimen, Geheimen>();
    }
}
