using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Infrastructure.Importeren;
using Kurve.Numo.Infrastructure.Importeren.Conflicten;
using Kurve.Numo.Infrastructure.Importeren.Csv;
using Kurve.Numo.Infrastructure.Importeren.Runs;
using Kurve.Numo.Infrastructure.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Kurve.Numo.Infrastructure.Leerlingen;
using Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;
using Kurve.Numo.Infrastructure.Leerplannen;
using Kurve.Numo.Infrastructure.Opleidingen;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Kurve.Numo.Infrastructure.Privacy;
using Kurve.Numo.Infrastructure.Scholen;
using Kurve.Numo.Infrastructure.Shared;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Kurve.Numo.Infrastructure.Wijzigingen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure;

/// <summary>Registers the database, the sources and the secrets.</summary>
public static class InfrastructureRegistration
{
    private const string Ping = """
        SELECT COUNT(*) FROM Scholen_School WHERE Id = @None;
        """;

    /// <summary>Adds everything that the use cases need, from configuration section <c>Numo</c>.</summary>
    /// <exception cref="OptionsValidationException">A certificate of the key ring cannot be used.</exception>
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services, IConfiguration configuration) => services
        .AddPersistence(configuration)
        .AddGeheimen(configuration)
        .AddBronnen(configuration)
        .AddLeerplannen()
        .AddRuns(configuration)
        .AddSync(configuration)
        .AddBerichten(configuration)
        .AddImportWorker()
        .AddAfsluiten(configuration);

    /// <summary>Where the database and the keys are, for an operator; no secret is in it.</summary>
    public static (string Database, string Keys) DescribeStores(this IServiceProvider services) => (
        services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Describe(),
        Path.GetFullPath(services.GetRequiredService<SleutelbosOptions>().KeyFolder));

    /// <summary>The file of the database; null when it is on a server.</summary>
    public static string? FindDatabaseFile(this IServiceProvider services) =>
        services.GetRequiredService<IOptions<DatabaseOptions>>().Value.FindFile();

    /// <summary>The source of people that all schools share, and whether Kurve has what it asks for.</summary>
    public static (Uri Address, bool HasCredentials) DescribeSource(this IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<UwlrOptions>>().Value;
        return (options.Endpoint, options is { Klantcode.Length: > 0, Klantnaam.Length: > 0, Autorisatiesleutel.Length: > 0 });
    }

    /// <summary>Brings the database to the newest schema and data, and checks that a catalogue can be made of
    /// them.</summary>
    /// <exception cref="DatabaseUnusableException">The database cannot be reached or opened.</exception>
    /// <exception cref="InvalidOperationException">A migration failed, or brought wrong data.</exception>
    public static void MigrateDatabase(this IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (options.IsSqlServer)
        {
            SqlServerMigrator.Migrate(options.ConnectionString);
        }
        else
        {
            Migrator.Migrate(options, services.GetService<IHostEnvironment>()?.IsDevelopment() ?? true);
        }

        services.GetRequiredService<Opleidingscatalogus>();
    }

    /// <summary>Asks the database a question for which it has to read.</summary>
    public static Task PingDatabaseAsync(this IServiceProvider scope, CancellationToken ct) =>
        scope.GetRequiredService<DbSession>().QueryAsync<int>(Ping, new { None = Guid.Empty }, ct);

    private static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        TypeHandlers.Register();
        services.AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddSingleton(provider => CreateDialect(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value));
        services.AddSingleton<IDatabaseErrors>(provider => provider.GetRequiredService<SqlDialect>());
        services.AddSingleton(provider => CatalogusLezer.Load(provider.GetRequiredService<SqlDialect>()));
        services.AddScoped<DbSession>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IRequestStore, RequestStore>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<ISchoolRepository, SchoolRepository>();
        services.AddScoped<KoppelingRepository>();
        services.AddScoped<IKoppelingRepository>(provider => provider.GetRequiredService<KoppelingRepository>());
        services.AddScoped<IKoppelingOverzicht>(provider => provider.GetRequiredService<KoppelingRepository>());
        services.AddScoped<ISchoolstandStore, SchoolstandStore>();
        services.AddScoped<IImportRunRepository, ImportRunRepository>();
        services.AddScoped<IPlanStore, PlanStore>();
        services.AddScoped<IImportbeleidRepository, ImportbeleidRepository>();
        services.AddScoped<IBuurjarenStore, BuurjarenStore>();
        services.AddScoped<ISlotenVanVorigJaar, SlotenVanVorigJaarQueries>();
        services.AddScoped<IBeslissingStore, BeslissingStore>();
        services.AddScoped<IPersonenStore, PersonenStore>();
        services.AddScoped<ISamenvoegingStore, SamenvoegingStore>();
        services.AddScoped<IVerschilStore, VerschilStore>();
        services.AddScoped<IKolomindelingRepository, KolomindelingRepository>();
        services.AddScoped<IVertalers, Vertalers>();
        services.AddSingleton<SharedVertalingen>();
        services.AddScoped<UnknownCodes>();
        services.AddScoped<IVertalingRepository, VertalingRepository>();
        return services;
    }

    private static SqlDialect CreateDialect(DatabaseOptions options) => options.IsSqlServer
        ? new SqlServerDialect(options.ConnectionString)
        : new SqliteDialect(options.ConnectionString);

    private static IServiceCollection AddAfsluiten(this IServiceCollection services, IConfiguration configuration) =>
        AfsluitOptions.Add(services, configuration);

    private static IServiceCollection AddImportWorker(this IServiceCollection services)
    {
        services.AddSingleton<ImportWorker>();
        services.AddSingleton<IImportQueue>(provider => provider.GetRequiredService<ImportWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
        return services;
    }
}
