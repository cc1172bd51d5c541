using System.CommandLine;
using Google.Protobuf;
using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerplannen;

/// <summary>`numo leerplan import`: replaces the vaardigheden by those of a file.</summary>
internal static class VaardighedenCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var csv = new Option<FileInfo>("--csv")
        {
            Description = "The file, UTF-8: a first line code;vak;domein;niveau;volgorde;naam;voorwaarden, then one "
                + "vaardigheid per line. Example: --csv vaardigheden.csv",
            HelpName = "FILE",
            Required = true,
        };
        var validateOnly = Arguments.ValidateOnly();
        var command = new Command(
            "import",
            "Replaces the vaardigheden of all schools by those of a file; nothing changes when one line is wrong. Needs "
                + "scope numo.beheer. Example: numo leerplan import --csv vaardigheden.csv --validate-only")
        {
            csv, validateOnly,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ImportVaardighedenRequest
            {
                // Bytes, not text: whether they are UTF-8 is for the API to say, with the line where they are not.
                Csv = ByteString.CopyFrom(await InputFile.ReadAsync(parsed.GetRequiredValue(csv), ct)),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Leerplannen.ImportVaardighedenAsync(request, cancellationToken: ct);
            return session.Print(answer, console => LeerplanRendering.Write(console, answer, request.ValidateOnly));
        }));
        return command;
    }
}
