using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>`numo koppeling instructies`: the query and instructions again, without a password.</summary>
internal static class InstructiesCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new KitOptions("instructies");
        var command = new Command(
            "instructies",
            "Gives a school's Decibel query and instructions again; its password stays as it is, and is not shown. "
                + "Needs scope numo.read. Example: numo koppeling instructies --school 99XY --out kit-99XY")
        {
            options.School, options.Out, options.Klassiek, options.Force,
        };
        command.SetAction(run((session, parsed, ct) => GetAsync(session, options, parsed, ct)));
        return command;
    }

    private static async Task<int> GetAsync(
        Session session, KitOptions options, ParseResult parsed, CancellationToken ct)
    {
        using var folder = options.OpenFolder(parsed);
        var request = new GetInstructiesRequest
        {
            SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(options.School), ct),
            Aliasvorm = options.AliasvormOf(parsed),
        };
        var answer = await session.Api.Koppelingen.GetInstructiesAsync(request, cancellationToken: ct);
        session.Print(answer, _ => { });
        KitRendering.Write(session, folder, KitFiles.Of(answer), wachtwoord: "");
        return ExitCode.Done;
    }
}
