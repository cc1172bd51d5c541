using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>What a process does when it is asked to stop.</summary>
public sealed class AfsluitOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Numo:Afsluiten";

    /// <summary>Beyond it, for what is then handed back or ended to be stored.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long it lets imports and syncs finish that are under way, 0 to 10 minutes. A sync that takes longer is handed
    /// back; an import by hand is ended, and says so.
    /// </summary>
    public TimeSpan Geduld { get; set; } = TimeSpan.FromSeconds(20);

    internal static IServiceCollection Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AfsluitOptions>()
            .Bind(configuration.GetSection(Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AfsluitOptions>, Validator>();
        services.AddOptions<HostOptions>().Configure<IOptions<AfsluitOptions>>(
            (host, afsluiten) => host.ShutdownTimeout = afsluiten.Value.Geduld + Margin);
        services.AddHostedService<Afsluiting>();
        return services;
    }

    private sealed class Validator : IValidateOptions<AfsluitOptions>
    {
        public ValidateOptionsResult Validate(string? name, AfsluitOptions options) =>
            options.Geduld >= TimeSpan.Zero && options.Geduld <= TimeSpan.FromMinutes(10)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"{Section}:{nameof(Geduld)} is {options.Geduld}; it must be from 00:00:00 to 00:10:00.");
    }
}
