using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class KitCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-kit-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_folder_password_query_and_text_are_printed()
    {
        var result = await RunAsync(Issuing());

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll(
            KoppelingBuilder.Password, "shown this once", "by telephone", "SELECT idGebr", "1. Toestemming geven",
            "KurveLeerlingData-99XY.sql");
        result.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_password_is_on_standard_output_and_in_no_file(bool asJson)
    {
        string[] json = asJson ? ["--json", "--show-password"] : [];

        var result = await RunAsync(Issuing(), ["--out", _folder, .. json]);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain(KoppelingBuilder.Password);
        result.Error.Should().NotContain(KoppelingBuilder.Password);
        Files().Keys.Should().BeEquivalentTo("KurveLeerlingData-99XY.sql", "instructies.html", "instructies.txt");
        Files().Values.Should().OnlyContain(text => !text.Contains(KoppelingBuilder.Password));
        Files()["KurveLeerlingData-99XY.sql"].Should().Be(KoppelingBuilder.Kit().Query);
    }

    [Fact]
    public async Task An_answer_with_the_password_among_the_files_is_not_written()
    {
        var kit = KoppelingBuilder.Kit();
        kit.InstructiesHtml = $"<p>{KoppelingBuilder.Password}</p>";

        var result = await RunAsync(Issuing(kit), "--out", _folder);

        result.ExitCode.Should().Be(1);
        Files().Should().BeEmpty();
        result.Out.Should().Contain(KoppelingBuilder.Password, "it holds all the same");
        result.Error.Should().NotContain(KoppelingBuilder.Password);
    }

    [Theory]
    [InlineData("instructies.html")]
    [InlineData("KurveLeerlingData-99XY.sql")]
    public async Task An_earlier_kit_is_kept_and_no_new_password_is_made(string present)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, present), "earlier");
        var api = Issuing();

        var result = await RunAsync(api, "--out", _folder);

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain(present).And.Contain("--force");
        api.Calls.Should().BeEmpty();
        Files()[present].Should().Be("earlier");
    }

    [Fact]
    public async Task An_earlier_kit_is_overwritten_by_force()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "instructies.txt"), new string('x', 1000));

        var result = await RunAsync(Issuing(), "--out", _folder, "--force");

        result.ExitCode.Should().Be(0);
        Files()["instructies.txt"].Should().Be(KoppelingBuilder.Kit().InstructiesTekst);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_found_before_a_password_is()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        var api = Issuing();

        var result = await RunAsync(api, "--out", file);

        result.ExitCode.Should().Be(1);
        api.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData("KurveLeerlingData-99XY.sql", "KurveLeerlingData-99XY.sql")]
    [InlineData("../../etc/passwd", "passwd.sql")]
    [InlineData("..\\..\\boot.ini", "boot.sql")]
    [InlineData("..", "query.sql")]
    [InlineData("", "query.sql")]
    [InlineData("instructies.html", "instructies.sql")]
    [InlineData("a\u0000b\u202e:c.sql", "abc.sql")]
    public void A_name_from_outside_stays_in_the_folder(string name, string expected) =>
        KitFolder.FileNameOf(name).Should().Be(expected);

    [Theory]
    [InlineData(true, Aliasvorm.Klassiek)]
    [InlineData(false, Aliasvorm.Botsingsvrij)]
    public async Task The_names_of_the_columns_are_asked_for(bool klassiek, Aliasvorm expected)
    {
        var api = Issuing();

        await RunAsync(api, klassiek ? ["--klassiek"] : []);

        api.Requests<IssueActivationKitRequest>().Single().Aliasvorm.Should().Be(expected);
    }

    [Fact]
    public async Task The_next_password_is_shown_once_and_waits_for_a_test()
    {
        var result = await RotateAsync();

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll(KoppelingBuilder.Password, "shown this once", "numo koppeling test --school");
        result.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task The_next_password_as_json_is_the_message_of_the_api()
    {
        using var json = JsonDocument.Parse((await RotateAsync("--json", "--show-password")).Out);

        json.RootElement.GetProperty("wachtwoord").GetString().Should().Be(KoppelingBuilder.Password);
    }

    [Fact]
    public async Task A_kit_and_a_rotation_are_for_the_koppeling_that_was_just_read()
    {
        var kit = Issuing();
        var rotation = Rotating();

        await RunAsync(kit);
        await RotateAsync(rotation);

        kit.Requests<IssueActivationKitRequest>().Single().Etag.Should().Be("1");
        rotation.Requests<RotateWachtwoordRequest>().Single().Etag.Should().Be("1");
    }

    [Theory]
    [InlineData("kit")]
    [InlineData("rotate")]
    public async Task A_password_that_would_go_into_json_unasked_is_not_made(string command)
    {
        var api = new FakeApi();

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "koppeling", command, "--school", RunBuilder.SchoolId, "--json");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--show-password");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refused_kit_leaves_no_folder_behind()
    {
        var result = await RunAsync(Refusing(), "--out", Path.Combine(_folder, "new", "kit"));

        result.ExitCode.Should().Be(1);
        Directory.EnumerateFileSystemEntries(_folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_refused_kit_keeps_a_folder_that_was_there()
    {
        await RunAsync(Refusing(), "--out", _folder);

        Directory.Exists(_folder).Should().BeTrue();
        Directory.EnumerateFileSystemEntries(_folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_leaves_no_part_of_the_kit()
    {
        // In the way of the last of the three.
        Directory.CreateDirectory(Path.Combine(_folder, ".instructies.txt.part"));

        var result = await RunAsync(Issuing(), "--out", _folder);

        result.ExitCode.Should().Be(1);
        result.Out.Should().Contain(KoppelingBuilder.Password, "it holds all the same");
        Files().Should().BeEmpty();
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] more) =>
        new CommandLineBuilder().With(api).RunAsync(["koppeling", "kit", "--school", RunBuilder.SchoolId, .. more]);

    private static Task<CommandLineResult> RotateAsync(params string[] more) => RotateAsync(Rotating(), more);

    private static Task<CommandLineResult> RotateAsync(FakeApi api, params string[] more) =>
        new CommandLineBuilder().With(api).RunAsync(
            ["koppeling", "rotate", "--school", RunBuilder.SchoolId, .. more]);

    private static FakeApi Rotating() => KoppelingBuilder.Api(KoppelingBuilder.Active())
        .Answer("RotateWachtwoord", (RotateWachtwoordRequest _) => new RotateWachtwoordResponse
        {
            Koppeling = KoppelingBuilder.Active(),
            Wachtwoord = KoppelingBuilder.Password,
        });

    private static FakeApi Issuing(IssueActivationKitResponse? kit = null) =>
        KoppelingBuilder.Api(KoppelingBuilder.Halfway())
            .Answer("IssueActivationKit", (IssueActivationKitRequest _) => kit ?? KoppelingBuilder.Kit());

    private static FakeApi Refusing() => KoppelingBuilder.Api(KoppelingBuilder.Active())
        .Refuse("IssueActivationKit", new RpcException(new Grpc.Core.Status(StatusCode.FailedPrecondition, "in use")));

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(_folder)
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
}
