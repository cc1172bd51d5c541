using System.CommandLine;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import template`: writes the template of Numo's own profile.</summary>
internal static class TemplateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var output = new Option<FileInfo?>("--out")
        {
            Description = "The file to write; without it the template is printed. Example: --out numo-profiel.csv",
            HelpName = "FILE",
        };
        var bare = new Option<bool>("--zonder-voorbeelden")
        {
            Description = "Only the names of the columns. Example: numo import template --zonder-voorbeelden",
        };
        var force = new Option<bool>("--force")
        {
            Description = "Replace the file if it exists. Example: numo import template --out numo-profiel.csv --force",
        };
        var command = new Command(
            "template",
            "Writes the template of Numo's own CSV profile, the columns that can always be delivered. Needs scope "
                + "numo.import. Example: numo import template --out numo-profiel.csv")
        {
            output, bare, force,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var answer = await session.Api.Imports.GetCsvsjabloonAsync(
                new GetCsvsjabloonRequest { ZonderVoorbeelden = parsed.GetValue(bare) }, cancellationToken: ct);
            if (parsed.GetValue(output) is not { } file)
            {
                return session.Print(answer, console => console.Profile.Out.Writer.Write(Text(answer)));
            }

            await WriteAsync(file, answer.Inhoud.ToByteArray(), parsed.GetValue(force), ct);
            return session.Print(answer, console => console.Profile.Out.Writer.WriteLine(
                $"Profile version {answer.Profielversie} written to {file}."));
        }));
        return command;
    }

    // On a screen the byte order mark would be in the way.
    private static string Text(GetCsvsjabloonResponse answer) => answer.Inhoud.ToStringUtf8().TrimStart('\uFEFF');

    private static async Task WriteAsync(FileInfo file, byte[] content, bool force, CancellationToken ct)
    {
        try
        {
            await using var stream = new FileStream(file.FullName, force ? FileMode.Create : FileMode.CreateNew);
            await stream.WriteAsync(content, ct);
        }
        catch (IOException) when (!force && file.Exists)
        {
            throw new RefusedException($"{file} exists already; --force replaces it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The file cannot be written: {e.Message}");
        }
    }
}
