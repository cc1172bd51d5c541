using System.CommandLine;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Export;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import export`: the rows of a run as CSV in Dutch.</summary>
internal static class ExportCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var runId = Arguments.Run();
        var output = Arguments.Out("numo import export --school 99XY RUN --out regels.csv");
        var force = Arguments.Force("numo import export --school 99XY RUN --out regels.csv --force");
        var soorten = Arguments.Soorten("Export only rows of these kinds.", Arguments.Every);
        var metMelding = new Option<bool>("--met-melding")
        {
            Description = "Export only rows with a melding. "
                + "Example: numo import export --school 99XY RUN --out regels.csv --met-melding",
        };
        var command = new Command(
            "export",
            "Writes the rows of a run to a file as CSV in Dutch, with what became of each. Needs scope numo.import, "
            + "and numo.read to find a school by its BRIN. "
                + "Example: numo import export --school 99XY RUN --out regels.csv")
        {
            school, runId, output, force, soorten, metMelding,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ExportImportRegelsRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                ImportRunId = await session.FindRunIdAsync(parsed.GetRequiredValue(runId), ct),
                Soorten = { parsed.GetValue(soorten) ?? [] },
                MetMelding = parsed.GetValue(metMelding),
            };
            return await ExportDownload.RunAsync(
                session,
                parsed.GetRequiredValue(output),
                parsed.GetValue(force),
                (token, stop) => ReadAsync(session, request, token, stop),
                ct);
        }));
        return command;
    }

    private static async IAsyncEnumerable<ExportPart> ReadAsync(
        Session session,
        ExportImportRegelsRequest request,
        string resumeToken,
        [EnumeratorCancellation] CancellationToken ct)
    {
        request.ResumeToken = resumeToken;
        using var call = session.Api.Imports.ExportImportRegels(request, cancellationToken: ct);
        await foreach (var part in call.ResponseStream.ReadAllAsync(ct))
        {
            yield return new ExportPart(part.Csv, part.ResumeToken, part.Aantal);
        }
    }
}
