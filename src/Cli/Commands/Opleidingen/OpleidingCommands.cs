using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Opleidingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Opleidingen;

/// <summary>`numo opleiding`: shows opleidingen and what codes mean.</summary>
internal static class OpleidingCommands
{
    private const int LargestPage = 500;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var opleiding = new Command(
            "opleiding",
            "Shows opleidingen, and settles what a school's codes mean. Example: numo opleiding unknown --school 99XY");
        opleiding.Subcommands.Add(List(run));
        opleiding.Subcommands.Add(Unknown(run));
        opleiding.Subcommands.Add(Translate(run));
        opleiding.Subcommands.Add(VertalingCommands.Set(run));
        opleiding.Subcommands.Add(VertalingCommands.Unset(run));
        opleiding.Subcommands.Add(VertalingCommands.Settings(run));
        opleiding.Subcommands.Add(CreboCommand.Build(run));
        return opleiding;
    }

    /// <summary>The code that a command is about.</summary>
    public static Argument<string> Code() => new("CODE")
    {
        Description = "The opleidingscode as the school administration writes it; case, spaces and separators make no "
            + "difference.",
    };

    private static Command List(CommandRunner run)
    {
        var command = new Command(
            "list", "Shows all opleidingen. Needs scope numo.read. Example: numo opleiding list --json");
        command.SetAction(run(async (session, _, ct) =>
        {
            var request = new ListOpleidingenRequest { PageSize = LargestPage };
            var answer = await session.Api.Opleidingen.ListOpleidingenAsync(request, cancellationToken: ct);
            return session.Print(answer, console => OpleidingRendering.Write(console, answer.Opleidingen));
        }));
        return command;
    }

    private static Command Unknown(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "unknown",
            "Shows the codes that give no doelgroep, with the number of pupils and the best suggestion. Needs scope "
                + "numo.read. Example: numo opleiding unknown --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListUnknownOpleidingscodesRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                PageSize = LargestPage,
            };
            var all = new ListUnknownOpleidingscodesResponse();
            do
            {
                var page = await session.Api.Opleidingen.ListUnknownOpleidingscodesAsync(
                    request, cancellationToken: ct);
                all.Opleidingscodes.Add(page.Opleidingscodes);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            return session.Print(all, console => OpleidingRendering.Write(console, all.Opleidingscodes));
        }));
        return command;
    }

    private static Command Translate(CommandRunner run)
    {
        var school = Arguments.School();
        var code = Code();
        var leerjaar = Arguments.Number(
            "--leerjaar", "The leerjaar by the school administration; 0 when not known. Example: --leerjaar 3", 0, 0, 6);
        var command = new Command(
            "translate",
            "Says what a code means, by which rule and how sure that is. Needs scope numo.read. "
                + "Example: numo opleiding translate --school 99XY 'vmbo-tl 3'")
        {
            school, code, leerjaar,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new TranslateOpleidingscodeRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                Opleidingscode = parsed.GetRequiredValue(code),
                Leerjaar = parsed.GetValue(leerjaar),
            };
            var answer = await session.Api.Opleidingen.TranslateOpleidingscodeAsync(request, cancellationToken: ct);
            return session.Print(answer, console => OpleidingRendering.Write(console, answer));
        }));
        return command;
    }
}
