using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Importeren.Contract;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Application;

/// <summary>Registers the use cases.</summary>
public static class ApplicationRegistration
{
    /// <summary>
    /// Adds the use cases and what surrounds each: log, authorization, repetition of what the database took back, then
    /// transaction with audit for commands, audit for reads of many people.
    /// </summary>
    /// <param name="services">Where to add.</param>
    /// <param name="queryHandlers">A type of each assembly that has handlers of queries.</param>
    public static IServiceCollection AddApplication(this IServiceCollection services, params Type[] queryHandlers)
    {
        services.AddMediatR(configuration =>
        {
            configuration.RegisterServicesFromAssemblies(
                [typeof(ApplicationRegistration).Assembly, .. queryHandlers.Select(t => t.Assembly)]);
            configuration.AddOpenBehavior(typeof(LoggingBehavior<,>));
            configuration.AddOpenBehavior(typeof(AuthorizationBehavior<,>));
            configuration.AddOpenBehavior(typeof(RepeatBehavior<,>));
            configuration.AddOpenBehavior(typeof(TransactionBehavior<,>));
            configuration.AddOpenBehavior(typeof(AuditBehavior<,>));
        });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new MachineClock(provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IOpenSchools, OpenSchools>();
        services.AddScoped<KoppelingToegang>();
        services.AddScoped<IKoppelingToegang>(provider => provider.GetRequiredService<KoppelingToegang>());
        services.AddScoped<KoppelingWijziging>();
        services.AddScoped<Webserviceproef>();
        services.AddScoped<Uwlrproef>();
        services.AddScoped<Koppelingproef>();
        services.AddScoped<LeerplanWijziging>();
        services.AddScoped<ILeerplanvergelijking, Leerplanvergelijking>();
        services.AddScoped<Touched>();
        services.AddScoped<Repetition>();
        services.AddScoped<Persoonswijzigingen>();
        services.AddScoped<LeerlingMergeSide>();
        services.AddScoped<DocentMergeSide>();
        services.AddScoped<Samenvoeger>();
        services.AddScoped<Verschilmarkering>();
        services.AddSingleton<FetchSlots>();
        services.AddSingleton<LevendeRuns>();
        services.AddScoped<PreviewGuard>();
        services.AddScoped<Bronpoort>();
        services.AddSingleton<Uploads>();
        services.AddScoped<Uploadstart>();
        services.AddScoped<Csvophaler>();
        services.AddScoped<RunTransition>();
        services.AddScoped<Bronophaler>();
        services.AddScoped<Beleidwacht>();
        services.AddScoped<Planbasis>();
        services.AddScoped<Wisselboek>();
        services.AddScoped<Eindezoeker>();
        services.AddScoped<Wisselmelder>();
        services.AddScoped<IAanleidingtoets, WisselToets>();
        services.AddScoped<Conflictzoeker>();
        services.AddScoped<Beslisser>();
        services.AddScoped<PlanMaker>();
        services.AddScoped<FetchImport>();
        services.AddScoped<Opruiming>();
        services.AddScoped<IResumption<PreviewImport>, RunResumption>();
        services.AddScoped<IResumption<PrepareSchooljaar>, RunResumption>();
        services.AddScoped<IResumption<UploadImport>, RunResumption>();
        services.AddScoped<ApplyPreparation>();
        services.AddScoped<IPreparation<ApplyImport>>(provider => provider.GetRequiredService<ApplyPreparation>());
        services.AddScoped<UndoPreparation>();
        services.AddScoped<IPreparation<UndoImport>>(provider => provider.GetRequiredService<UndoPreparation>());
        services.AddScoped<UnattendedImport>();
        services.AddScoped<Nachtkoppeling>();
        services.AddScoped<Agenda>();
        services.AddScoped<Rondestappen>();
        services.AddScoped<PreparedYear>();
        services.AddScoped<Rondeloop>();
        services.AddScoped<Wachtmelder>();
        services.AddScoped<Storingmelder>();
        services.AddScoped<Afzender>();
        services.AddScoped<DigestDelivery>();
        services.AddScoped<Berichtopruiming>();
        services.AddScoped<SystemCaller>();
        return services;
    }
}
