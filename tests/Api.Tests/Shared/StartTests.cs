using System.Net;
using System.Net.Sockets;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>An API that cannot start says in a line which setting is wrong.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Numo:Magister:Port", "abc", "Numo:Magister:Port is 'abc'; expected a number.")]
    [InlineData("Numo:Sync:Lease", "30 s", "Numo:Sync:Lease is '30 s'; expected a time such as 00:00:30.")]
    [InlineData("Numo:Sync:Actief", "nee", "Numo:Sync:Actief is 'nee'; expected true or false.")]
    [InlineData("Numo:Afsluiten:Geduld", "20", "Numo:Afsluiten:Geduld is 20.00:00:00; it must be from")]
    [InlineData("Kestrel:Endpoints:Grpc:Protocols", "Http1", "set Kestrel:Endpoints:Grpc:Url and")]
    [InlineData("Numo:Auth:DevelopmentKeyFile", "", "No issuer of tokens is configured")]
    [InlineData("TMPDIR", "/proc", "set TMPDIR to a folder that can be written")]
    [InlineData("Numo:Database:ConnectionString", "blub", "Numo:Database:ConnectionString is no connection string")]
    [InlineData("Numo:Database:ConnectionString", "Data Source=", "Numo:Database:ConnectionString names no file")]
    [InlineData("Numo:Database:ConnectionString", "Data Source=/proc", "/proc is a folder")]
    [InlineData("Numo:Database:ConnectionString", "Data Source=/proc/x.db", "See Numo:Database:ConnectionString.")]
    [InlineData("Numo:DataProtection:KeyFolder", "/proc/keys", "See Numo:DataProtection:KeyFolder.")]
    public Task A_setting_that_cannot_be_used_is_named_in_a_line(string setting, string value, string expected) =>
        CheckRefusalAsync(setting, value, expected);

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_a_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await CheckRefusalAsync(
            "Kestrel:Endpoints:Json:Url", $"http://{other.LocalEndpoint}", "name other addresses in Kestrel:Endpoints.");
    }

    [Fact]
    public async Task Its_settings_are_those_beside_the_program_wherever_it_is_started()
    {
        var options = new SimulatorOptions { Pupils = 40, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator);

        await api.WaitForOutputAsync($"Content root path: {AppContext.BaseDirectory}", TimeSpan.FromSeconds(10));
    }

    /// <summary>As in the image, whose file system may be read-only but for one folder.</summary>
    [Fact]
    public async Task A_home_folder_is_not_needed_and_nothing_is_left_among_temporary_files()
    {
        var nowhere = Path.Combine(typeof(StartTests).Assembly.Location, "below-a-file");
        var temporary = Directory.CreateTempSubdirectory("numo-test-");
        try
        {
            var options = new SimulatorOptions { Pupils = 40, Quiet = true };
            await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
            await using var api = await ApiProcess.StartAsync(
                simulator,
                ("HOME", nowhere),
                ("XDG_DATA_HOME", ""),
                ("TMPDIR", temporary.FullName),
                ("DOTNET_EnableDiagnostics", "0"));

            var school = await TestSchool.ConnectAsync(api, simulator.Scholen[0]);
            await school.ApplyAsync(await school.PreviewAsync());

            (await school.CountLeerlingenAsync()).Should().Be(40);
            temporary.GetFileSystemInfos().Should().BeEmpty();
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task CheckRefusalAsync(string setting, string value, string expected)
    {
        var options = new SimulatorOptions { Pupils = 60, Quiet = true };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        var start = () => ApiProcess.StartAsync(
            simulator, ("Numo:Database:Provider", "Sqlite"), (setting, value));

        (await start.Should().ThrowAsync<InvalidOperationException>()).Which.Message
            .Should().Contain("Kurve.Numo.Api: ").And.Contain(expected)
            .And.NotContain("   at ").And.NotContain("System.");
    }
}
