using System.CommandLine;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Export;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`numo leerling export`: a school's people as CSV in Numo's own profile.</summary>
internal static class LeerlingExportCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var output = Arguments.Out("numo leerling export --school 99XY --out leerlingen.csv");
        var force = Arguments.Force("numo leerling export --school 99XY --out leerlingen.csv --force");
        var gearchiveerd = new Option<bool>("--gearchiveerd")
        {
            Description = "Archived ones too. "
                + "Example: numo leerling export --school 99XY --out leerlingen.csv --gearchiveerd",
        };
        var docenten = new Option<bool>("--docenten")
        {
            Description = "Docenten too. "
                + "Example: numo leerling export --school 99XY --out mensen.csv --docenten",
        };
        var command = new Command(
            "export",
            "Writes a school's leerlingen to a file as CSV in Numo's own profile, which can be imported again. Needs "
            + "scope numo.read. "
                + "Example: numo leerling export --school 99XY --out leerlingen.csv")
        {
            school, output, force, gearchiveerd, docenten,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ExportLeerlingenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                ShowGearchiveerd = parsed.GetValue(gearchiveerd),
                MetDocenten = parsed.GetValue(docenten),
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
        ExportLeerlingenRequest request,
        string resumeToken,
        [EnumeratorCancellation] CancellationToken ct)
    {
        request.ResumeToken = resumeToken;
        using var call = session.Api.Leerlingen.ExportLeerlingen(request, cancellationToken: ct);
        await foreach (var part in call.ResponseStream.ReadAllAsync(ct))
        {
            yield return new ExportPart(part.Csv, part.ResumeToken, part.Aantal);
        }
    }
}
