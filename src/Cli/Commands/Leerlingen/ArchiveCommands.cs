using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`archive` and `reactivate` of a leerling or docent by hand.</summary>
internal static class ArchiveCommands
{
    /// <summary>`numo leerling archive` or `reactivate`.</summary>
    public static Command Leerling(CommandRunner run, bool archives)
    {
        var (school, id, validateOnly) = (Arguments.School(), LeerlingCommands.Id(), Arguments.ValidateOnly());
        var command = Build("leerling", archives, school, id, validateOnly);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var wanted = await session.FindLeerlingIdAsync(parsed.GetRequiredValue(id), ct);
            var checks = parsed.GetValue(validateOnly);
            var leerling = archives
                ? (await session.Api.Leerlingen.ArchiveLeerlingAsync(
                    new ArchiveLeerlingRequest
                    {
                        SchoolId = schoolId,
                        LeerlingId = wanted,
                        RequestId = RequestId.New(),
                        ValidateOnly = checks,
                    },
                    cancellationToken: ct)).Leerling
                : (await session.Api.Leerlingen.ReactivateLeerlingAsync(
                    new ReactivateLeerlingRequest
                    {
                        SchoolId = schoolId,
                        LeerlingId = wanted,
                        RequestId = RequestId.New(),
                        ValidateOnly = checks,
                    },
                    cancellationToken: ct)).Leerling;
            return session.Print(
                new GetLeerlingResponse { Leerling = leerling },
                console => PersoonRendering.WriteChanged(console, leerling, checks, Done(archives)));
        }));
        return command;
    }

    /// <summary>`numo docent archive` or `reactivate`.</summary>
    public static Command Docent(CommandRunner run, bool archives)
    {
        var (school, id, validateOnly) = (Arguments.School(), DocentCommands.Id(), Arguments.ValidateOnly());
        var command = Build("docent", archives, school, id, validateOnly);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var wanted = await session.FindDocentIdAsync(parsed.GetRequiredValue(id), ct);
            var checks = parsed.GetValue(validateOnly);
            var docent = archives
                ? (await session.Api.Leerlingen.ArchiveDocentAsync(
                    new ArchiveDocentRequest
                    {
                        SchoolId = schoolId,
                        DocentId = wanted,
                        RequestId = RequestId.New(),
                        ValidateOnly = checks,
                    },
                    cancellationToken: ct)).Docent
                : (await session.Api.Leerlingen.ReactivateDocentAsync(
                    new ReactivateDocentRequest
                    {
                        SchoolId = schoolId,
                        DocentId = wanted,
                        RequestId = RequestId.New(),
                        ValidateOnly = checks,
                    },
                    cancellationToken: ct)).Docent;
            return session.Print(
                new UpdateDocentResponse { Docent = docent },
                console => PersoonRendering.WriteChanged(console, docent, checks, Done(archives)));
        }));
        return command;
    }

    private static string Done(bool archives) => archives ? "Archived." : "Active again.";

    private static Command Build(
        string persoon, bool archives, Option<string> school, Argument<string> id, Option<bool> validateOnly)
    {
        var name = archives ? "archive" : "reactivate";
        var what = archives
            ? $"Archives a {persoon} by hand; everything is kept."
            : $"Brings an archived {persoon} back by hand.";
        return new Command(
            name,
            $"{what} Needs scopes numo.import and numo.read. "
                + $"Example: numo {persoon} {name} --school 99XY {persoon.ToUpperInvariant()}")
        {
            school, id, validateOnly,
        };
    }
}
