using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

internal static class SyncRegistration
{
    /// <summary>Adds the scheduler and what it keeps, with its options from <c>Numo:Sync</c>.</summary>
    public static IServiceCollection AddSync(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SyncOptions>().Bind(configuration.GetSection(SyncOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SyncOptions>, SyncOptionsValidator>();
        services.AddSingleton(
            provider => provider.GetRequiredService<IOptions<SyncOptions>>().Value.ToInstellingen());
        services.AddScoped<ISyncbeleidRepository, SyncbeleidRepository>();
        services.AddScoped<IRondeRepository, RondeRepository>();
        services.AddScoped<ILeases, Leases>();
        services.AddScoped<IMislukteNachten, MislukteNachten>();
        services.AddScoped<IAanleidingtoets, MislukteNachten>();
        services.AddScoped<Planboek>();
        services.AddSingleton<Planner>();
        services.AddSingleton<ISyncwekker>(provider => provider.GetRequiredService<Planner>());
        services.AddHostedService(provider => provider.GetRequiredService<Planner>());
        return services;
    }

    private sealed class SyncOptionsValidator : IValidateOptions<SyncOptions>
    {
        public ValidateOptionsResult Validate(string? name, SyncOptions options) =>
            options.Check().ToList() is { Count: > 0 } failures
                ? ValidateOptionsResult.Fail(failures)
                : ValidateOptionsResult.Success;
    }
}
