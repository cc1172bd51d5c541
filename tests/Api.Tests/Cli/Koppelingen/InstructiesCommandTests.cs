using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class InstructiesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-instructies-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_folder_query_and_text_are_printed()
    {
        var result = await RunAsync(Giving());

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("KurveLeerlingData-99XY.sql (version 3)", "SELECT idGebr", "1. Toestemming geven");
    }

    [Fact]
    public async Task They_are_asked_for_without_a_new_password()
    {
        var api = Giving();

        await RunAsync(api);

        api.Calls.Should().ContainSingle().Which.Method.Should().Be("GetInstructies");
    }

    [Fact]
    public async Task A_folder_gets_the_same_files_as_with_the_kit()
    {
        var instructies = Path.Combine(_folder, "instructies");
        var kit = Path.Combine(_folder, "kit");

        await RunAsync(Giving(), "--out", instructies);
        await new CommandLineBuilder().With(Issuing()).RunAsync(
            "koppeling", "kit", "--school", RunBuilder.SchoolId, "--out", kit);

        FilesOf(instructies).Should().HaveCount(3).And.BeEquivalentTo(FilesOf(kit));
    }

    [Fact]
    public async Task Files_of_a_kit_are_overwritten_by_force_only()
    {
        var file = Path.Combine(_folder, "instructies.txt");
        await File.WriteAllTextAsync(file, "earlier");
        var api = Giving();

        var refused = await RunAsync(api, "--out", _folder);
        var kept = await File.ReadAllTextAsync(file);
        var callsBefore = api.Calls.Count;
        var forced = await RunAsync(api, "--out", _folder, "--force");

        (refused.ExitCode, kept, callsBefore).Should().Be((1, "earlier", 0));
        forced.ExitCode.Should().Be(0);
        (await File.ReadAllTextAsync(file)).Should().Be(KoppelingBuilder.Kit().InstructiesTekst);
    }

    [Fact]
    public async Task As_json_it_is_the_message_of_the_api()
    {
        var result = await RunAsync(Giving(), "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("queryVersie").GetString().Should().Be("3");
    }

    [Theory]
    [InlineData(true, Aliasvorm.Klassiek)]
    [InlineData(false, Aliasvorm.Botsingsvrij)]
    public async Task The_names_of_the_columns_are_asked_for(bool klassiek, Aliasvorm expected)
    {
        var api = Giving();

        await RunAsync(api, klassiek ? ["--klassiek"] : []);

        api.Requests<GetInstructiesRequest>().Single().Aliasvorm.Should().Be(expected);
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] more) =>
        new CommandLineBuilder().With(api).RunAsync(
            ["koppeling", "instructies", "--school", RunBuilder.SchoolId, .. more]);

    private static FakeApi Giving()
    {
        var kit = KoppelingBuilder.Kit();
        return new FakeApi().Answer("GetInstructies", (GetInstructiesRequest _) => new GetInstructiesResponse
        {
            Query = kit.Query,
            QueryVersie = kit.QueryVersie,
            QueryBestand = kit.QueryBestand,
            InstructiesTekst = kit.InstructiesTekst,
            InstructiesHtml = kit.InstructiesHtml,
        });
    }

    private static FakeApi Issuing() => new FakeApi().Having(KoppelingBuilder.Koppeling())
        .Answer("IssueActivationKit", (IssueActivationKitRequest _) => KoppelingBuilder.Kit());

    private static Dictionary<string, string> FilesOf(string folder) => Directory.EnumerateFiles(folder)
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
}
