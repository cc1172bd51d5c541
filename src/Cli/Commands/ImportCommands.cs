using System.CommandLine;
using Kurve.Numo.Cli.Commands.Importeren;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo import`: previews, shows, applies and lists imports.</summary>
internal static class ImportCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var import = new Command(
            "import",
            "Imports a school's people: preview, look, apply. Nothing changes before apply. "
                + "Example: numo import preview --school 99XY");
        import.Subcommands.Add(Preview(run));
        import.Subcommands.Add(WatchCommands.Watch(run));
        import.Subcommands.Add(Show(run));
        import.Subcommands.Add(ApplyCommand.Build(run));
        import.Subcommands.Add(WatchCommands.Discard(run));
        import.Subcommands.Add(PolicyCommands.Build(run));
        import.Subcommands.Add(HistoryCommand.Build(run));
        import.Subcommands.Add(CompareCommand.Build(run));
        import.Subcommands.Add(ExportCommand.Build(run));
        import.Subcommands.Add(UndoCommand.Build(run));
        import.Subcommands.Add(ResolveCommand.Build(run));
        import.Subcommands.Add(BeslissingCommands.List(run));
        import.Subcommands.Add(BeslissingCommands.Withdraw(run));
        import.Subcommands.Add(TemplateCommand.Build(run));
        import.Subcommands.Add(IndelingCommands.Build(run));
        return import;
    }

    private static Command Preview(CommandRunner run)
    {
        var school = Arguments.School();
        var schooljaar = new Option<string?>("--schooljaar")
        {
            Description = "The school year; default the current one. A file needs it in June and July, when it may be of the "
                + "next. Example: --schooljaar 2026-2027",
            HelpName = "YYYY-YYYY",
        };
        var command = new Command(
            "preview",
            "Fetches from the sources, or reads a file with --csv, compares, and shows what an import would change. Needs "
                + "scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import preview --school 99XY")
        {
            school, schooljaar,
        };
        var csv = new CsvOptions();
        csv.AddTo(command);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var id = await session.Api.FindSchoolIdAsync(name, ct);
            var jaar = parsed.GetValue(schooljaar);
            var started = parsed.GetValue(csv.Csv) is { } file
                ? await UploadAsync(session, csv, parsed, file, id, jaar, ct)
                : await StartAsync(session, id, jaar ?? "", ct);
            return await new FollowedPreview(session, name).ShowAsync(started, ct);
        }));
        return command;
    }

    private static async Task<ImportRun> UploadAsync(
        Session session,
        CsvOptions csv,
        ParseResult parsed,
        FileInfo file,
        string schoolId,
        string? schooljaar,
        CancellationToken ct)
    {
        var jaar = await SchoolYearQuestion.AnswerAsync(session, schooljaar, ct);
        return await CsvUpload.SendAsync(session.Api.Imports, csv.Read(parsed, file, schoolId, jaar), file, ct);
    }

    private static async Task<ImportRun> StartAsync(
        Session session, string schoolId, string schooljaar, CancellationToken ct)
    {
        var request = new PreviewImportRequest
        {
            SchoolId = schoolId,
            Schooljaar = schooljaar,
            RequestId = RequestId.New(),
        };
        return (await session.Api.Imports.PreviewImportAsync(request, cancellationToken: ct)).ImportRun;
    }

    private static Command Show(CommandRunner run)
    {
        var school = Arguments.School();
        var runId = Arguments.Run();
        var soorten = Arguments.Soorten("Show only rows of these kinds.", Arguments.Every);
        var metMelding = new Option<bool>("--met-melding")
        {
            Description = "Show only rows with a melding. Example: numo import show --school 99XY RUN --met-melding",
        };
        var verplaatst = Arguments.Verplaatsingen();
        var uitkomsten = Arguments.Uitkomsten();
        var vergrendeld = new Option<bool>("--vergrendeld")
        {
            Description = "Show only persons with a locked field. "
                + "Example: numo import show --school 99XY RUN --vergrendeld",
        };
        var all = new Option<bool>("--all")
        {
            Description = "Show all rows, not only the first 50. Example: numo import show --school 99XY RUN --all",
        };
        var command = new Command(
            "show",
            "Shows a run and what it would do, person by person. Needs scope numo.import, and numo.read to find a "
            + "school by its BRIN. "
                + "Example: numo import show --school 99XY RUN --soort archiveren")
        {
            school, runId, soorten, metMelding, verplaatst, vergrendeld, uitkomsten, all,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var imports = session.Api.Imports;
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var id = await session.FindRunIdAsync(parsed.GetRequiredValue(runId), ct);
            var answer = await imports.GetImportRunAsync(
                new GetImportRunRequest { SchoolId = schoolId, ImportRunId = id }, cancellationToken: ct);
            var request = new ListImportRegelsRequest
            {
                SchoolId = schoolId,
                ImportRunId = id,
                Soorten = { parsed.GetValue(soorten) ?? [] },
                MetMelding = parsed.GetValue(metMelding),
                Verplaatsingen = { parsed.GetValue(verplaatst) ?? [] },
                MetVergrendeling = parsed.GetValue(vergrendeld),
                Uitkomsten = { parsed.GetValue(uitkomsten) ?? [] },
            };
            var rows = answer.ImportRun.PlanHash.Length > 0
                ? await imports.ReadRegelsAsync(request, parsed.GetValue(all), ct)
                : new ListImportRegelsResponse();
            WriteRun(session, parsed.GetRequiredValue(school), answer, rows);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void WriteRun(
        Session session, string school, GetImportRunResponse answer, ListImportRegelsResponse rows)
    {
        var console = session.Terminal.Out;
        if (session.Json)
        {
            console.Profile.Out.Writer.WriteLine(ProtoJson.Merge(answer, rows));
            return;
        }

        ImportRendering.Write(console, answer.ImportRun);
        RegelRendering.Write(console, rows.Regels);
        if (rows.NextPageToken.Length > 0)
        {
            Plain.Write(console, "There are more rows; --all shows them.");
        }

        if (answer.ImportRun.State == ImportState.Wachtend)
        {
            Plain.Write(console, RunAdvice.NextStep(answer.ImportRun, session.RepeatedOptions(), school));
        }
    }
}
