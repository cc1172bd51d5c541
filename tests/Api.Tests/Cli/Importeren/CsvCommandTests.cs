using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Importeren;

public sealed class CsvCommandTests : IDisposable
{
    private static readonly StoppedClock InNovember = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numo-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_sent_in_parts_with_what_was_asked()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Vergeleken, nieuw: 2));
        var inhoud = new byte[(256 * 1024) + 10];

        var result = await new CommandLineBuilder().At(InNovember).With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--csv", Write("l.csv", inhoud), "--preset", "somtoday",
            "--vestiging", "01", "--docenten", "--schooljaar", "2026-2027", "--tekenset", "mac-roman");

        result.ExitCode.Should().Be(0, result.Error);
        var delen = api.Requests<UploadImportRequest>();
        var kop = delen[0].Kop;
        (kop.SchoolId, kop.Preset, kop.Vestiging, kop.Persoon, kop.Schooljaar, kop.Bestandsnaam).Should().Be(
            (RunBuilder.SchoolId, Csvpreset.Somtoday, "01", Persoonssoort.Docent, "2026-2027", "l.csv"));
        kop.Tekenset.Should().Be(Csvtekenset.MacRoman);
        kop.RequestId.Should().NotBeEmpty();
        delen.Skip(1).Select(d => d.Blok.Length).Should().Equal(256 * 1024, 10);
    }

    [Fact]
    public async Task What_was_found_in_the_file_is_shown()
    {
        var run = RunBuilder.Run(ImportState.Vergeleken, nieuw: 2);
        run.Bestandsnaam = "l.csv";
        run.Csvrapport = new Csvrapport
        {
            Tekenset = "UTF-8",
            Scheidingsteken = "\t",
            Kopregel = 3,
            Regels = 2,
            Kolommen =
            {
                new Csvkolomkeuze { Kop = "Leerlingnr", Kolom = Csvkolom.Stamnummer },
                new Csvkolomkeuze { Kop = "Hobby" },
            },
        };

        var result = await new CommandLineBuilder().At(InNovember).With(Previewing(run)).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--csv", Write("l.csv", [1]), "--indeling", "eigen");

        result.Out.Should().ContainAll("l.csv", "Leerlingnr", "stamnummer", "Hobby", "not read", "TAB", "line 3");
    }

    [Theory]
    [InlineData(5, 31, 0)]
    [InlineData(6, 1, 2)]
    [InlineData(7, 31, 2)]
    [InlineData(8, 1, 0)]
    public async Task In_June_and_July_a_file_needs_its_school_year(int month, int day, int exitCode)
    {
        var api = Previewing(RunBuilder.Run(ImportState.Vergeleken, nieuw: 2));
        var clock = new StoppedClock(new DateTimeOffset(2027, month, day, 12, 0, 0, TimeSpan.Zero));
        string[] preview = ["import", "preview", "--school", RunBuilder.SchoolId, "--csv", Write("l.csv", [1])];

        var silent = await new CommandLineBuilder().With(api).At(clock).RunAsync(preview);
        var said = await new CommandLineBuilder().With(api).At(clock).RunAsync([.. preview, "--schooljaar", "2027-2028"]);

        (silent.ExitCode, said.ExitCode).Should().Be((exitCode, 0));
        silent.Error.Contains("--schooljaar 2026-2027 or --schooljaar 2027-2028").Should().Be(exitCode == 2);
    }

    [Fact]
    public async Task A_sheet_of_a_workbook_is_asked_for_and_shown()
    {
        var run = RunBuilder.Run(ImportState.Vergeleken, nieuw: 2);
        run.Csvrapport = new Csvrapport { Tekenset = "XLSX", Blad = "Leerlingen", Kopregel = 1 };
        var api = Previewing(run);

        var result = await new CommandLineBuilder().At(InNovember).With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--csv", Write("l.xlsx", [1]), "--blad", "Leerlingen");
        var lonely = await new CommandLineBuilder().RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--blad", "Leerlingen");

        api.Requests<UploadImportRequest>()[0].Kop.Blad.Should().Be("Leerlingen");
        result.Out.Should().Contain("XLSX, sheet 'Leerlingen'").And.NotContain("fields apart");
        lonely.Error.Should().Contain("--blad needs --csv");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_before_anything_is_sent()
    {
        var api = Previewing(RunBuilder.Run(ImportState.Vergeleken));

        var result = await new CommandLineBuilder().At(InNovember).With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--csv", Path.Combine(_folder.FullName, "none.csv"));

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("none.csv");
        api.Requests<UploadImportRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task Why_the_api_refused_a_file_is_said()
    {
        var api = new FakeApi().Refuse(
            "UploadImport", new RpcException(new Grpc.Core.Status(StatusCode.InvalidArgument, "The file is empty.")));

        var result = await new CommandLineBuilder().At(InNovember).With(api).RunAsync(
            "import", "preview", "--school", RunBuilder.SchoolId, "--csv", Write("l.csv", []));

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("The file is empty.");
    }

    [Theory]
    [InlineData("--preset", "magister")]
    [InlineData("--indeling", "eigen")]
    [InlineData("--vestiging", "01")]
    [InlineData("--docenten")]
    [InlineData("--csv", "l.csv", "--preset", "excel")]
    [InlineData("--csv", "l.csv", "--preset", "numo", "--indeling", "eigen")]
    public async Task Options_that_make_no_sense_together_are_wrong_usage(params string[] options)
    {
        var api = new FakeApi();

        var result = await new CommandLineBuilder().At(InNovember).With(api).RunAsync(
            ["import", "preview", "--school", RunBuilder.SchoolId, .. options]);

        result.ExitCode.Should().Be(2);
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task The_template_is_written_once_and_replaced_only_when_told()
    {
        var file = Path.Combine(_folder.FullName, "profiel.csv");
        var inhoud = ByteString.CopyFrom([.. Encoding.UTF8.Preamble, .. "rol;status\r\n"u8]);
        var api = new FakeApi().Answer("GetCsvsjabloon", new GetCsvsjabloonResponse { Inhoud = inhoud, Profielversie = 1 });
        Task<CommandLineResult> Run(params string[] options) =>
            new CommandLineBuilder().At(InNovember).With(api).RunAsync(["import", "template", .. options]);

        var written = await Run("--out", file);
        var twice = await Run("--out", file);
        var forced = await Run("--out", file, "--force");
        var printed = await Run();

        (written.ExitCode, twice.ExitCode, forced.ExitCode).Should().Be((0, 1, 0), written.Error + forced.Error);
        twice.Error.Should().Contain("--force");
        File.ReadAllBytes(file).Should().Equal(inhoud.ToByteArray());
        printed.Out.Should().Be("rol;status\r\n");
    }

    [Fact]
    public async Task A_layout_is_saved_with_the_columns_that_were_named()
    {
        var api = new FakeApi().Answer("SetKolomindeling", new SetKolomindelingResponse
        {
            Kolomindeling = new Kolomindeling
            {
                Naam = "Export",
                Kolommen = { new Csvkolomkeuze { Kop = "Groep=A", Kolom = Csvkolom.Stamgroep } },
            },
        });

        var result = await new CommandLineBuilder().At(InNovember).With(api).RunAsync(
            "import", "indeling", "set", "--school", RunBuilder.SchoolId, "Export", "--kolom", "Groep=A=stamgroep",
            "--kolom", "Nr=stamnummer", "--preset", "eduarte");

        result.ExitCode.Should().Be(0, result.Error);
        var request = api.Requests<SetKolomindelingRequest>().Single();
        (request.Naam, request.Preset).Should().Be(("Export", Csvpreset.Eduarte));
        request.Kolommen.Select(k => (k.Kop, k.Kolom)).Should().Equal(
            ("Groep=A", Csvkolom.Stamgroep), ("Nr", Csvkolom.Stamnummer));
        result.Out.Should().ContainAll("Saved.", "stamgroep");
    }

    [Theory]
    [InlineData("Groep")]
    [InlineData("=stamgroep")]
    [InlineData("Groep=klas")]
    public async Task A_column_that_is_not_said_rightly_is_wrong_usage(string kolom)
    {
        var result = await new CommandLineBuilder().RunAsync(
            "import", "indeling", "set", "--school", RunBuilder.SchoolId, "Export", "--kolom", kolom);

        result.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Layouts_are_listed_shown_and_taken_away()
    {
        var indeling = new Kolomindeling { Naam = "Export", Preset = Csvpreset.Magister };
        var api = new FakeApi()
            .Answer("ListKolomindelingen", new ListKolomindelingenResponse { Kolomindelingen = { indeling } })
            .Answer("GetKolomindeling", new GetKolomindelingResponse { Kolomindeling = indeling })
            .Answer("DeleteKolomindeling", new DeleteKolomindelingResponse { Kolomindeling = indeling });
        Task<CommandLineResult> Run(string verb, params string[] naam) => new CommandLineBuilder().At(InNovember).With(api).RunAsync(
            ["import", "indeling", verb, "--school", RunBuilder.SchoolId, .. naam]);

        (await Run("list")).Out.Should().ContainAll("Export", "magister");
        (await Run("show", "Export")).Out.Should().Contain("Export");
        (await Run("delete", "Export")).Out.Should().Contain("Taken away.");
        (await Run("list", "--json")).Out.Should().Contain("CSVPRESET_MAGISTER");
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static FakeApi Previewing(ImportRun run) => new FakeApi()
        .Answer("UploadImport", new UploadImportResponse { ImportRun = run })
        .Answer("ListImportRegels", new ListImportRegelsResponse())
        .Stream("WatchImportRun", new WatchImportRunResponse { ImportRun = run });
}
