using System.Net.Sockets;
using System.Text.RegularExpressions;
using Kurve.Numo.Api.Doctor;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Api.Shared.Limits;
using Kurve.Numo.Application;
using Kurve.Numo.Infrastructure;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Api;

/// <summary>Runs the API; what an operator can mend is told in a line, and not as a stack of calls.</summary>
internal static partial class NumoHost
{
    private const int Done = 0;
    private const int Refused = 1;
    // They quote what was sent, and log a stack trace of a request that cannot be read. What they tell is logged by
    // ExceptionInterceptor and UnreadableRequests.
    private static readonly string[] CallLogs =
        ["Grpc.AspNetCore.Server.ServerCallHandler", "Grpc.AspNetCore.Grpc.JsonTranscoding.ServerCallHandler"];

    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="builder">What it is made of, before Numo adds its own.</param>
    /// <param name="ct">Stops it, as a signal to the process does.</param>
    /// <returns>0 when it was stopped; 1 when it could not start.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, CancellationToken ct = default)
    {
        try
        {
            var started = false;
            // Why it did not start is told below, once and in a line; from then on the host tells what goes wrong in it.
            builder.Logging.AddFilter(HostLog, level => started && level >= LogLevel.Information);
            builder.Logging.AddSimpleConsole(options =>
                (options.SingleLine, options.TimestampFormat, options.UseUtcTimestamp) =
                    (true, "yyyy-MM-ddTHH:mm:ss.fffZ ", true));
            await using var app = Build(builder);
            app.Lifetime.ApplicationStarted.Register(() => started = true);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            var (database, keys) = app.Services.DescribeStores();
            LogStores(app.Logger, database, keys);
            app.Services.MigrateDatabase();
            await app.RunAsync(ct);
            return Done;
        }
        catch (Exception e) when (Explain(e) is { } reason)
        {
            await Console.Error.WriteLineAsync($"Kurve.Numo.Api: {reason}");
            return Refused;
        }
    }

    /// <summary>Says what is wrong around the service, without starting it.</summary>
    /// <param name="create">Makes what the host is made of.</param>
    /// <param name="output">Where it is said.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>0 when nothing keeps it from working; 1 otherwise.</returns>
    public static Task<int> DiagnoseAsync(
        Func<WebApplicationBuilder> create, TextWriter output, CancellationToken ct = default) => DoctorReport.RunAsync(
        () =>
        {
            var builder = create();
            builder.Logging.ClearProviders();
            return Build(builder);
        },
        Explain,
        output,
        ct);

    [LoggerMessage(LogLevel.Information, "Database: {Database}. Keys: {Keys}")]
    private static partial void LogStores(ILogger logger, string database, string keys);

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        if (Instellingen.FindUnknown(builder.Configuration) is { } unknown)
        {
            throw new SettingException(unknown);
        }

        builder.WebHost.UseNumoEndpoints(builder.Configuration);
        foreach (var category in CallLogs)
        {
            builder.Logging.AddFilter(category, LogLevel.None);
        }

        builder.Services.AddApplication(typeof(InfrastructureRegistration));
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddTrialClock(builder.Configuration, builder.Environment);
        builder.Services.AddNumoAuthentication(builder.Configuration, builder.Environment);
        ProductionRules.Check(builder.Configuration, builder.Environment);
        builder.Services.AddNumoLimits(builder.Configuration);
        builder.Services.AddNumoGrpc(builder.Environment);
        builder.Services.AddNumoTelemetry(builder.Configuration);
        builder.Services.AddSingleton<SurroundingsCheck>();
        builder.Services.AddHostedService<StartCheck>();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UsePageSizeCheck();
        app.UseUnreadableRequests();
        app.MapNumo();
        return app;
    }

    private static string? Explain(Exception exception) => exception switch
    {
        SettingException or OptionsValidationException or DatabaseUnusableException => exception.Message,
        IOException { InnerException: AddressInUseException } or SocketException =>
            $"{exception.Message} Stop what uses it, or name other addresses in Kestrel:Endpoints.",
        SqliteException => $"{exception.Message} See Numo:Database:ConnectionString.",
        UnauthorizedAccessException or IOException => $"{exception.Message} See Numo:DataProtection:KeyFolder.",
        InvalidOperationException when UnreadableSetting().Match(exception.Message) is { Success: true } found =>
            $"{found.Groups["key"]} is '{found.Groups["value"]}'; expected {NameOf(found.Groups["type"].Value)}.",
        _ => null,
    };

    private static string NameOf(string type) => type switch
    {
        "System.TimeSpan" => "a time such as 00:00:30",
        "System.Boolean" => "true or false",
        _ => "a number",
    };

    // What the framework says of a setting of the wrong type; it ends with a name of the program itself.
    [GeneratedRegex(
        "^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'",
        RegexOptions.NonBacktracking)]
    private static partial Regex UnreadableSetting();
}

/// <summary>A setting that cannot be used; the message names it, its value and the remedy.</summary>
internal sealed class SettingException(string message) : Exception(message);
