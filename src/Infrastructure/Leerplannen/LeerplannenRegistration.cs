using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Leerplannen.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Leerplannen;

internal static class LeerplannenRegistration
{
    public static IServiceCollection AddLeerplannen(this IServiceCollection services)
    {
        services.AddSingleton<Catalogusgeheugen>();
        services.AddSingleton<IVaardighedenbestand, Vaardighedenbestand>();
        services.AddScoped<IVaardighedenStore, VaardighedenStore>();
        services.AddScoped<LeerplanLezer>();
        services.AddScoped<Tegenhangers>();
        services.AddScoped<Leerplanovername>();
        services.AddScoped<IEindigendeLeerplannen, EindigendeLeerplannenQueries>();
        services.AddScoped<ILeerplanStore, LeerplanStore>();
        services.AddScoped<EffectieveLeerplannen>();
        services.AddScoped<IAccountgebruik, Leerplangebruik>();
        services.AddScoped<IAccountoverdracht, Leerplanoverdracht>();
        return services;
    }
}
