using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Application;
using Kurve.Numo.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>What an operator reads when the database that is configured cannot be used.</summary>
public sealed class SqlServerStartTests
{
    private const string Secret = "zeer-geheim";

    [Theory]
    [InlineData("MySql", "Server=x", "*Provider is 'MySql'; it must be Sqlite or SqlServer*")]
    [InlineData("SqlServer", null, "*ConnectionString is missing*")]
    [InlineData("sqlserver", "Server=x;Database=y;Password=" + Secret + ";onzin", "*is no connection string*")]
    public void Settings_that_cannot_be_used_are_refused(string provider, string? connectionString, string expected)
    {
        using var services = Start(provider, connectionString);

        var read = () => services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

        var refusal = read.Should().Throw<OptionsValidationException>().WithMessage(expected).Which;
        refusal.ToString().Should().NotContain(Secret);
    }

    [Fact]
    public void A_port_that_is_closed_is_told_at_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var services = Start(
            "SqlServer", $"Server=127.0.0.1,{port};Database=Numo;User Id=numo;Password={Secret};Connect Timeout=60");
        var begin = Stopwatch.GetTimestamp();

        var migrate = services.MigrateDatabase;

        var failure = migrate.Should().Throw<DatabaseUnusableException>()
            .WithMessage($"Nothing answers on 127.0.0.1 port {port} (ConnectionRefused)*").Which;
        failure.ToString().Should().NotContain(Secret);
        Stopwatch.GetElapsedTime(begin).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Who_listens_but_is_no_sql_server_is_told_without_a_password()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var stop = new CancellationTokenSource();
        var answering = HangUpAsync(listener, stop.Token);
        using var services = Start(
            "SqlServer", $"Server=127.0.0.1,{port};Database=Numo;User Id=numo;Password={Secret};Connect Timeout=3");

        var migrate = services.MigrateDatabase;

        var failure = migrate.Should().Throw<DatabaseUnusableException>()
            .WithMessage($"SQL Server 127.0.0.1,{port} cannot be reached*").Which;
        failure.ToString().Should().NotContain(Secret);
        await stop.CancelAsync();
        await answering;
    }

    private static async Task HangUpAsync(TcpListener listener, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ct);
            }
        }
        catch (OperationCanceledException)
        {
            listener.Stop();
        }
    }

    private static ServiceProvider Start(string provider, string? connectionString)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Numo:Database:Provider"] = provider,
        };
        if (connectionString is not null)
        {
            settings["Numo:Database:ConnectionString"] = connectionString;
        }

        return new ServiceCollection()
            .AddLogging()
            .AddApplication(typeof(InfrastructureRegistration))
            .AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }
}
