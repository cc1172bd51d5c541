using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>`numo import` history, compare, export and undo, and `numo leerling export`.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numo-test-").FullName;

    private string File => Path.Combine(_folder, "out.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_export_is_one_file_of_all_parts_and_its_owners_alone()
    {
        var api = new FakeApi().Stream("ExportImportRegels", Part("a;b\r\n", "1.1"), Part("c;d\r\n", ""));

        var result = await RunAsync(api, "import", "export", RunBuilder.RunId, "--out", File);

        result.ExitCode.Should().Be(0, result.Error);
        (await System.IO.File.ReadAllTextAsync(File)).Should().Be("a;b\r\nc;d\r\n");
        Directory.GetFiles(_folder).Should().ContainSingle("no part of it stays beside it");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task An_export_that_breaks_goes_on_after_the_last_part()
    {
        var calls = 0;
        var api = new FakeApi().Stream<ExportLeerlingenResponse>("ExportLeerlingen", () => calls++ == 0
            ? [People("a\r\n", "1.Lx")]
            : [People("b\r\n", "")]);

        var result = await RunAsync(api, "leerling", "export", "--out", File, "--json");

        result.ExitCode.Should().Be(0, result.Error);
        (await System.IO.File.ReadAllTextAsync(File)).Should().Be("a\r\nb\r\n");
        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("bestand").GetString().Should().Be(File);
        json.RootElement.GetProperty("aantal").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task An_export_that_is_refused_leaves_no_file()
    {
        var refused = new RpcException(new Grpc.Core.Status(StatusCode.FailedPrecondition, "PLAN_OPGERUIMD"));
        var api = new FakeApi().Refuse("ExportImportRegels", refused);

        var result = await RunAsync(api, "import", "export", RunBuilder.RunId, "--out", File);

        result.ExitCode.Should().Be(1);
        Directory.GetFiles(_folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var result = await RunAsync(
            new FakeApi(), "import", "export", RunBuilder.RunId, "--out", Path.Combine(_folder, "weg", "x.csv"));

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain($"no folder {Path.Combine(_folder, "weg")};").And.NotContain(".part");
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten_unasked()
    {
        await System.IO.File.WriteAllTextAsync(File, "mine");
        var api = new FakeApi().Stream("ExportImportRegels", Part("a\r\n", ""));

        var refused = await RunAsync(api, "import", "export", RunBuilder.RunId, "--out", File);
        var before = await System.IO.File.ReadAllTextAsync(File);
        var forced = await RunAsync(api, "import", "export", RunBuilder.RunId, "--out", File, "--force");

        (refused.ExitCode, before, forced.ExitCode).Should().Be((1, "mine", 0));
        refused.Error.Should().Contain("--force");
        (await System.IO.File.ReadAllTextAsync(File)).Should().Be("a\r\n");
    }

    [Fact]
    public async Task Undo_needs_a_yes_where_nobody_can_be_asked()
    {
        var api = new FakeApi().Answer("UndoImport", Undone());

        var result = await RunAsync(api, "import", "undo", RunBuilder.RunId);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--yes");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Undo_shows_what_it_will_do_and_then_does_it()
    {
        var api = new FakeApi().Answer("UndoImport", Undone());

        var result = await RunAsync(api, "import", "undo", RunBuilder.RunId, "--yes");

        result.ExitCode.Should().Be(0, result.Error);
        api.Requests<UndoImportRequest>()[^1].RequestId.Should().NotBeEmpty();
        api.Requests<UndoImportRequest>().Should().HaveCount(2);
        result.Error.Should().Contain("Will undo");
        result.Out.Should().ContainAll("Undone", "12 persons as before", "Sam Voorbeeld", "Na deze import nog gewijzigd.");
    }

    [Fact]
    public async Task Undo_only_says_what_would_happen_when_asked_to()
    {
        var api = new FakeApi().Answer("UndoImport", Undone());

        var result = await RunAsync(api, "import", "undo", RunBuilder.RunId, "--dry-run");

        result.Out.Should().Contain("Would undo");
        api.Requests<UndoImportRequest>().Should().ContainSingle().Which.ValidateOnly.Should().BeTrue();
    }

    [Fact]
    public async Task History_says_who_did_what_and_asks_for_states_and_days()
    {
        var run = RunBuilder.Run(ImportState.Toegepast, nieuw: 2);
        run.ToegepastePersonen = 2;
        run.Handelingen.Add(new Handeling { Soort = Handelingsoort.Toegepast, Wie = "anna", Personen = 2 });
        var api = new FakeApi().Answer("ListImportRuns", new ListImportRunsResponse { ImportRuns = { run } });

        var result = await RunAsync(
            api, "import", "history", "--state", "toegepast,mislukt", "--vanaf", "2026-08-01", "--tot", "2026-08-31");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().Contain("applied by anna");
        var asked = api.Requests<ListImportRunsRequest>().Should().ContainSingle().Which;
        asked.States.Should().Equal(ImportState.Toegepast, ImportState.Mislukt);
        (asked.Tot.ToDateTime() - asked.Vanaf.ToDateTime()).TotalDays.Should().BeApproximately(31, 0.1);
    }

    [Theory]
    [InlineData("No imports match.", "--state", "wachtend")]
    [InlineData("No imports match.", "--vanaf", "2026-08-01")]
    [InlineData("No imports match.", "--tot", "2020-01-01")]
    [InlineData("No imports yet.")]
    public async Task An_empty_history_says_whether_a_filter_is_the_reason(string expected, params string[] filter)
    {
        var api = new FakeApi().Answer("ListImportRuns", new ListImportRunsResponse());

        (await RunAsync(api, ["import", "history", .. filter])).Out.Should().StartWith(expected);
    }

    [Fact]
    public async Task A_comparison_shows_the_totals_and_each_difference()
    {
        var api = new FakeApi().Answer("CompareImportRuns", new CompareImportRunsResponse
        {
            ImportRun = RunBuilder.Run(ImportState.Vergeleken, nieuw: 2),
            VorigeImportRun = RunBuilder.Run(ImportState.Toegepast, nieuw: 9),
            AantalErbij = 1,
            AantalGelijk = 7,
            Verschillen =
            {
                new Regelverschil
                {
                    Soort = Verschilsoort.Erbij,
                    Regel = new ImportRegel { Nummer = 4, Naam = "Sam Voorbeeld", Soort = RegelSoort.Nieuw },
                },
            },
        });

        var result = await RunAsync(api, "import", "compare", RunBuilder.RunId);

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().ContainAll("1 new", "7 the same", "Sam Voorbeeld", "new");
    }

    [Theory]
    [InlineData("import", "history", "--state", "bogus")]
    [InlineData("import", "history", "--vanaf", "01-08-2026")]
    [InlineData("import", "export", RunBuilder.RunId)]
    [InlineData("import", "compare", RunBuilder.RunId, "--met", "bogus")]
    [InlineData("leerling", "export")]
    public async Task A_wrong_command_line_ends_with_2(params string[] args)
    {
        var api = new FakeApi();

        var result = await RunAsync(api, args);

        result.ExitCode.Should().Be(2);
        api.Calls.Should().BeEmpty();
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync([.. args, "--school", RunBuilder.SchoolId]);

    private static ExportImportRegelsResponse Part(string csv, string token) =>
        new() { Csv = ByteString.CopyFromUtf8(csv), ResumeToken = token, Aantal = 1 };

    private static ExportLeerlingenResponse People(string csv, string token) =>
        new() { Csv = ByteString.CopyFromUtf8(csv), ResumeToken = token, Aantal = 1 };

    private static UndoImportResponse Undone()
    {
        var run = RunBuilder.Run(ImportState.Teruggedraaid);
        run.Terugdraaiing = new Terugdraaiing { Hersteld = 12, Verwijderd = 3, NietHersteld = 1 };
        return new UndoImportResponse
        {
            ImportRun = run,
            NietHersteld =
            {
                new NietHersteld
                {
                    Soort = Herstelsoort.Leerling,
                    Id = RunBuilder.RunId,
                    Naam = "Sam Voorbeeld",
                    Reden = new Melding { Code = "GEWIJZIGD_NA_IMPORT", Tekst = "Na deze import nog gewijzigd." },
                },
            },
        };
    }
}
