using System.Net.Sockets;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application;
using Kurve.Numo.Infrastructure;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Api;

/// <summary>Runs the API; what an operator can mend is told in a line, and not as a stack of calls.</summary>
internal static class NumoHost
{
    private const int Done = 0;
    private const int Refused = 1;

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="builder">What it is made of, before Numo adds its own.</param>
    /// <param name="ct">Stops it, as a signal to the process does.</param>
    /// <returns>0 when it was stopped; 1 when it could not start.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, CancellationToken ct = default)
    {
        try
        {
            await using var app = Build(builder);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
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

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        if (Instellingen.FindUnknown(builder.Configuration) is { } unknown)
        {
            throw new SettingException(unknown);
        }

        builder.WebHost.UseNumoEndpoints(builder.Configuration);
        builder.Services.AddApplication(typeof(InfrastructureRegistration));
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddNumoAuthentication(builder.Configuration, builder.Environment);
        builder.Services.AddNumoGrpc(builder.Environment);
        builder.Services.AddNumoTelemetry(builder.Configuration);

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapNumo();
        return app;
    }

    private static string? Explain(Exception exception) => exception switch
    {
        SettingException or OptionsValidationException or DatabaseUnusableException => exception.Message,
        IOException { InnerException: AddressInUseException } or SocketException =>
            $"{exception.Message} Stop what uses it, or name other addresses in Kestrel:Endpoints.",
        SqliteException or UnauthorizedAccessException or IOException =>
            $"{exception.Message} See Numo:Database:ConnectionString and Numo:DataProtection:KeyFolder.",
        _ => null,
    };
}

/// <summary>A setting that cannot be used; the message names it, its value and the remedy.</summary>
internal sealed class SettingException(string message) : Exception(message);
