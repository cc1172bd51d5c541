using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Infrastructure.Koppelingen.Csv;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>Makes the sources of people and opleidingen available.</summary>
public static class BronnenRegistration
{
    private const string AllowLoopback = "Numo:AllowLoopback";

    /// <summary>
    /// Adds <see cref="IPersonenbron"/> (UWLR) and <see cref="IOpleidingenbron"/> (Magister's web service), with their
    /// options from <c>Numo:Uwlr</c> and <c>Numo:Magister</c>, and files with theirs from <c>Numo:Csv</c>, which are checked when the host starts.
    /// </summary>
    public static IServiceCollection AddBronnen(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddUwlr(configuration).AddMagister(configuration).AddCsv(configuration);
    }

    internal static IServiceCollection AddUwlr(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UwlrOptions>()
            .Bind(configuration.GetSection(UwlrOptions.Section))
            .Configure(options => options.AllowLoopback = configuration.GetValue(AllowLoopback, defaultValue: false))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<UwlrOptions>, UwlrOptionsValidator>();
        services.AddSingleton<IPersonenbron, UwlrPersonenbron>();
        services.AddSingleton<IEndpointPolicy, EndpointPolicy>();
        return services;
    }

    internal static IServiceCollection AddMagister(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MagisterOptions>()
            .Bind(configuration.GetSection(MagisterOptions.Section))
            .Configure(options => options.AllowLoopback = configuration.GetValue(AllowLoopback, defaultValue: false))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MagisterOptions>, MagisterOptionsValidator>();
        services.AddSingleton<IOpleidingenbron, MagisterOpleidingenbron>();
        services.AddSingleton<IBereikbaarheid, Bereikbaarheid>();
        services.AddOptions<QueryOptions>().Bind(configuration.GetSection(QueryOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QueryOptions>, QueryOptionsValidator>();
        services.AddSingleton<IKurveInstellingen, KurveInstellingen>();
        return services;
    }
}
