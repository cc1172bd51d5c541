using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kurve.Numo.Api.Doctor;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>What `doctor` says of the surroundings, and that it changes nothing.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-doctor-").FullName;

    public DoctorTests() =>
        File.WriteAllText(Path.Combine(_folder, "key"), Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('k', 32))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_sound_surroundings_everything_is_good_and_no_database_is_made()
    {
        var (exit, said) = await DiagnoseAsync();

        exit.Should().Be(0, said);
        said.Should().ContainAll("✓ configuration", "✓ database", "✓ keys", "✓ issuer", "✓ collector", "✓ clock", "✓ disk");
        said.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Should().BeEquivalentTo("key", "keys");
    }

    [Theory]
    [InlineData("Numo:Databse:Provider", "Sqlite", "✗ configuration", "Numo:Databse")]
    [InlineData("Numo:Database:Provider", "Oracle", "✗ configuration", "Sqlite or SqlServer")]
    [InlineData("Numo:Sync:Lease", "soon", "✗ configuration", "00:00:30")]
    [InlineData("Numo:Auth:DevelopmentKeyFile", "/nergens/key", "✗", "/nergens/key")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1", "! collector", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task What_is_wrong_is_named_with_its_value_and_remedy(string setting, string value, string mark, string names)
    {
        var (exit, said) = await DiagnoseAsync((setting, value));

        said.Should().ContainAll(mark, "→");
        string.Join(' ', said.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Should().Contain(names);
        exit.Should().Be(mark[0] == '!' ? 0 : 1);
    }

    [Fact]
    public async Task A_database_that_is_damaged_is_a_fault()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "numo.db"), new string('x', 8192));

        var (exit, said) = await DiagnoseAsync();

        said.Should().Contain("✗ database");
        exit.Should().Be(1);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (_, said) = await DiagnoseAsync(
            ("Kestrel:Endpoints:Grpc:Url", $"http://127.0.0.1:{port}"), ("Kestrel:Endpoints:Grpc:Protocols", "Http2"));

        said.Should().Contain($"! port {port}");
    }

    [Fact]
    public async Task The_program_explains_itself()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Api.dll");
        var (exit, said, _) = await Programs.RunAsync(new ProcessStartInfo("dotnet", [program, "--help"]));

        exit.Should().Be(0);
        said.Should().ContainAll("doctor", "5080", "ASPNETCORE_ENVIRONMENT");
        Usage.Text.Split('\n').Should().OnlyContain(line => line.Length <= 80);
    }

    private async Task<(int Exit, string Said)> DiagnoseAsync(params (string Name, string Value)[] settings)
    {
        var output = new StringWriter();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var exit = await NumoHost.DiagnoseAsync(() => Builder(settings), output, patience.Token);
        return (exit, output.ToString());
    }

    private WebApplicationBuilder Builder((string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Numo:Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "numo.db")}",
            ["Numo:DataProtection:KeyFolder"] = Path.Combine(_folder, "keys"),
            ["Numo:Auth:DevelopmentKeyFile"] = Path.Combine(_folder, "key"),
            ["Kestrel:Endpoints:Grpc:Url"] = "http://127.0.0.1:65321",
            ["Kestrel:Endpoints:Grpc:Protocols"] = "Http2",
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        builder.Configuration.AddInMemoryCollection(values);
        return builder;
    }
}
