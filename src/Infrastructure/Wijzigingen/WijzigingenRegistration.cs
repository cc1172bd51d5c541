using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

internal static class WijzigingenRegistration
{
    private const string AllowLoopback = "Numo:AllowLoopback";

    /// <summary>Adds messages to people, with their options from <c>Numo:Berichten</c> and <c>Numo:Mail</c>.</summary>
    public static IServiceCollection AddBerichten(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BerichtenOptions>()
            .Bind(configuration.GetSection(BerichtenOptions.Section))
            .Configure(options => options.AllowLoopback = configuration.GetValue(AllowLoopback, defaultValue: false))
            .ValidateOnStart();
        services.AddOptions<MailOptions>()
            .Bind(configuration.GetSection(MailOptions.Section))
            .Configure(options => options.AllowLoopback = configuration.GetValue(AllowLoopback, defaultValue: false))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BerichtenOptions>>(new Validator<BerichtenOptions>(o => o.Check()));
        services.AddSingleton<IValidateOptions<MailOptions>>(new Validator<MailOptions>(o => o.Check()));
        services.AddScoped<IBerichtinstellingRepository, BerichtinstellingRepository>();
        services.AddScoped<Berichtresten>();
        services.AddScoped<IBerichtresten>(provider => provider.GetRequiredService<Berichtresten>());
        services.AddScoped<BerichtadresStore>();
        services.AddScoped<IBerichtStore, BerichtStore>();
        services.AddScoped<IBerichtOutbox, BerichtOutbox>();
        services.AddSingleton<IWebhookgeheimen, Webhookgeheimen>();
        services.AddSingleton<IWebhookPolicy, WebhookPolicy>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<INotifier, MailNotifier>();
        services.AddSingleton<INotifier, WebhookNotifier>();
        services.AddSingleton<DigestWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DigestWorker>());
        return services;
    }

    private sealed class Validator<T>(Func<T, IEnumerable<string>> check) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) => check(options).ToList() is { Count: > 0 } failures
            ? ValidateOptionsResult.Fail(failures)
            : ValidateOptionsResult.Success;
    }
}
