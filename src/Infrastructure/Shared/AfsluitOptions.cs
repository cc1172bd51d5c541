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

    private bool IsGoed => Geduld >= TimeSpan.Zero && Geduld <= TimeSpan.FromMinutes(10);

    internal static IServiceCollection Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AfsluitOptions>()
            .Bind(configuration.GetSection(Section))
            .Validate(options => options.IsGoed, $"{Section}:{nameof(Geduld)} must be from 00:00:00 to 00:10:00.")
            .ValidateOnStart();

        // At once: the server takes no new calls while what is under way finishes.
        services.AddOptions<HostOptions>().Configure<IOptions<AfsluitOptions>>((host, afsluiten) =>
        {
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = afsluiten.Value.Geduld + Margin;
        });
        return services;
    }
}
