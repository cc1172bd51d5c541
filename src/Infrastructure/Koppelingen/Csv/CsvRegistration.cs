using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Infrastructure.Koppelingen.Xlsx;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>Makes files a source.</summary>
internal static class CsvRegistration
{
    /// <summary>
    /// Adds <see cref="ICsvlezer"/>, <see cref="IWerkmaplezer"/> and their limits from <c>Numo:Csv</c>, which are checked when the host starts.
    /// </summary>
    public static IServiceCollection AddCsv(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CsvOptions>().Bind(configuration.GetSection(CsvOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CsvOptions>, CsvOptionsValidator>();
        services.AddSingleton(provider => ToGrenzen(provider.GetRequiredService<IOptions<CsvOptions>>().Value));
        services.AddSingleton<ICsvlezer, Csvlezer>();
        services.AddSingleton<IWerkmaplezer, Werkmaplezer>();
        return services;
    }

    private static Uploadgrenzen ToGrenzen(CsvOptions options) =>
        new(options.MaxBytes, options.MaxRegels, options.MaxBytesTegelijk)
        {
            MaxBytesPerSchool = options.MaxBytesPerSchool,
            MaxBytesPerAanroeper = options.MaxBytesPerAanroeper,
        };
}
