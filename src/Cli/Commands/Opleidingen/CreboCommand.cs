using System.CommandLine;
using System.Text;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Opleidingen;

/// <summary>`numo opleiding crebo`: brings Kurve's own file of crebo's.</summary>
internal static class CreboCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var csv = new Option<FileInfo>("--csv")
        {
            Description = "The file, UTF-8: a first line crebo;niveau, then one crebo of five digits and its niveau 1 to 4 "
                + "per line. Example: --csv crebo.csv",
            HelpName = "FILE",
            Required = true,
        };
        var validateOnly = Arguments.ValidateOnly();
        var command = new Command(
            "crebo",
            "Replaces the crebo's of all schools by those of a file; nothing changes when one line is wrong. Needs scope "
                + "numo.beheer. Example: numo opleiding crebo --csv crebo.csv --validate-only")
        {
            csv, validateOnly,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ImportCreboRequest
            {
                Csv = Encoding.UTF8.GetString(await InputFile.ReadAsync(parsed.GetRequiredValue(csv), ct)),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Opleidingen.ImportCreboAsync(request, cancellationToken: ct);
            return session.Print(answer, console => Plain.Write(
                console,
                request.ValidateOnly
                    ? $"Checked: {answer.Aantal} crebo's."
                    : $"Replaced: {answer.Aantal} crebo's now."));
        }));
        return command;
    }
}
