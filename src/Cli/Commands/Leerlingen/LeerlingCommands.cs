using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`numo leerling`: looks up leerlingen, and archives and brings them back by hand.</summary>
internal static class LeerlingCommands
{
    private const string Scopes = "Needs scopes numo.import and numo.read. ";

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var leerling = new Command(
            "leerling",
            "Looks up leerlingen and changes them by hand. Example: numo leerling list --school 99XY");
        leerling.Subcommands.Add(List(run));
        leerling.Subcommands.Add(Show(run));
        leerling.Subcommands.Add(UpdateLeerlingCommand.Build(run));
        leerling.Subcommands.Add(LockCommands.Leerling(run, locks: true));
        leerling.Subcommands.Add(LockCommands.Leerling(run, locks: false));
        leerling.Subcommands.Add(Archive(run));
        leerling.Subcommands.Add(Reactivate(run));
        return leerling;
    }

    /// <summary>The id of the leerling that a command is about.</summary>
    public static Argument<Guid> Id() => PersoonArguments.Id("LEERLING", "numo leerling list");

    private static Command List(CommandRunner run)
    {
        var school = Arguments.School();
        var archived = new Option<bool>("--gearchiveerd")
        {
            Description = "Archived ones too. Example: numo leerling list --school 99XY --gearchiveerd",
        };
        var command = new Command(
            "list", "Lists a school's leerlingen. Needs scope numo.read. Example: numo leerling list --school 99XY")
        {
            school, archived,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListLeerlingenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                PageSize = 500,
                ShowGearchiveerd = parsed.GetValue(archived),
            };
            var all = new ListLeerlingenResponse();
            do
            {
                var page = await session.Api.Leerlingen.ListLeerlingenAsync(request, cancellationToken: ct);
                all.Leerlingen.AddRange(page.Leerlingen);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);

            return session.Print(all, console => PersoonRendering.WriteList(console, all.Leerlingen));
        }));
        return command;
    }

    private static Command Show(CommandRunner run)
    {
        var (school, id) = (Arguments.School(), Id());
        var command = new Command(
            "show",
            "Shows a leerling with what is locked against the source. Needs scope numo.read. "
                + "Example: numo leerling show --school 99XY LEERLING")
        {
            school, id,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new GetLeerlingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                LeerlingId = parsed.GetValue(id).ToString(),
            };
            var answer = await session.Api.Leerlingen.GetLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => LeerlingRendering.WriteDetails(console, answer.Leerling));
        }));
        return command;
    }

    private static Command Archive(CommandRunner run)
    {
        var (school, id, check) = (Arguments.School(), Id(), PersoonArguments.Check());
        var command = new Command(
            "archive",
            "Archives a leerling by hand; everything is kept. " + Scopes
                + "Example: numo leerling archive --school 99XY LEERLING")
        {
            school, id, check,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ArchiveLeerlingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                LeerlingId = parsed.GetValue(id).ToString(),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(check),
            };
            var answer = await session.Api.Leerlingen.ArchiveLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Leerling, request.ValidateOnly, "Archived."));
        }));
        return command;
    }

    private static Command Reactivate(CommandRunner run)
    {
        var (school, id, check) = (Arguments.School(), Id(), PersoonArguments.Check());
        var command = new Command(
            "reactivate",
            "Brings an archived leerling back by hand. " + Scopes
                + "Example: numo leerling reactivate --school 99XY LEERLING")
        {
            school, id, check,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ReactivateLeerlingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                LeerlingId = parsed.GetValue(id).ToString(),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(check),
            };
            var answer = await session.Api.Leerlingen.ReactivateLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Leerling, request.ValidateOnly, "Active again."));
        }));
        return command;
    }
}
