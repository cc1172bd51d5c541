using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import policy`: the rules that a school has for its imports.</summary>
internal static class PolicyCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var policy = new Command(
            "policy",
            "Shows or changes the rules that a school has for its imports: what they may do, a pause, and how many may "
                + "leave before the brake is put on. Example: numo import policy show --school 99XY");
        policy.Subcommands.Add(Show(run));
        policy.Subcommands.Add(Set(run));
        return policy;
    }

    private static Command Show(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "show",
            "Shows a school's rules. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import policy show --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var answer = await session.Api.Imports.GetImportbeleidAsync(
                new GetImportbeleidRequest
                {
                    SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                },
                cancellationToken: ct);
            return session.Print(answer, console => BeleidRendering.Write(console, answer.Importbeleid));
        }));
        return command;
    }

    private static Command Set(CommandRunner run)
    {
        var options = new PolicyOptions();
        var command = new Command(
            "set",
            "Changes a school's rules; what is not given stays. Needs scope numo.import, and numo.read to find a school "
                + "by its BRIN. Example: numo import policy set --school 99XY --modus alleen-toevoegen")
        {
            options.School,
        };
        foreach (var option in options.Changes)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(options.Check);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = options.Read(parsed);
            request.Importbeleid.SchoolId = await session.Api.FindSchoolIdAsync(
                parsed.GetRequiredValue(options.School), ct);
            var answer = await session.Api.Imports.UpdateImportbeleidAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Changed; it holds from the next preview on.");
                BeleidRendering.Write(console, answer.Importbeleid);
            });
        }));
        return command;
    }
}
