using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Infrastructure.Importeren.Schooljaren;
using Kurve.Numo.Infrastructure.Leerlingen.Herstel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

internal static class RunsRegistration
{
    /// <summary>Adds what keeps, undoes and cleans up runs, with its options from <c>Numo:Importeren</c>.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BewaarOptions>()
            .Bind(configuration.GetSection(BewaarOptions.Section))
            .Validate(
                options => options.IsVoorbeeldVervaltGoed,
                $"{BewaarOptions.Section}:VoorbeeldVervalt must be more than zero and at most 30 days, "
                    + "such as 1.00:00:00.")
            .Validate(
                options => options.IsPlanBewaartermijnGoed,
                $"{BewaarOptions.Section}:PlanBewaartermijn must be a number of days from 1 to 3650.")
            .Validate(
                options => options.IsBeslissingBewaartermijnGoed,
                $"{BewaarOptions.Section}:BeslissingBewaartermijn must be a number of days from 1 to 3650.")
            .Validate(
                options => options.IsOpruimintervalGoed,
                $"{BewaarOptions.Section}:Opruiminterval must be from a second to a day, such as 00:01:00.")
            .ValidateOnStart();
        services.AddSingleton(
            provider => provider.GetRequiredService<IOptions<BewaarOptions>>().Value.ToTermijnen());
        services.AddScoped<IRunHistorie, RunHistorie>();
        services.AddScoped<IPlanOpruimer, RunHistorie>();
        services.AddScoped<ISchooljaarwisselRepository, SchooljaarwisselRepository>();
        services.AddScoped<IWisselgegevensReader, WisselgegevensReader>();
        services.AddScoped<IHerstelStore, HerstelStore>();
        services.AddScoped<Regeluitkomsten>();
        services.AddScoped<RegelLezer>();
        services.AddScoped<IAanleidingtoets, WachtendeRuns>();
        services.AddHostedService<Opruimer>();
        return services;
    }
}
