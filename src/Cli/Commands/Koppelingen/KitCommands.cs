using System.CommandLine;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>
/// `numo koppeling kit` and `rotate`: the two that show a password, on standard output and nowhere else.
/// </summary>
internal static class KitCommands
{
    /// <summary>Builds `kit`.</summary>
    public static Command Kit(CommandRunner run)
    {
        var options = new KitOptions("kit");
        var showPassword = ShowPasswordOption();
        var command = new Command(
            "kit",
            "Gives a school its password, Decibel query and instructions. The password is shown once, on standard "
                + "output only; each kit has a new one. Needs scopes numo.beheer and numo.read. "
                + "Example: numo koppeling kit --school 99XY --out kit-99XY")
        {
            options.School, options.Out, options.Klassiek, options.Force, showPassword,
        };
        command.SetAction(run((session, parsed, ct) =>
        {
            CheckIsShown(session, parsed.GetValue(showPassword));
            return IssueAsync(session, options, parsed, ct);
        }));
        return command;
    }

    /// <summary>Builds `rotate`.</summary>
    public static Command Rotate(CommandRunner run)
    {
        var school = Arguments.School();
        var showPassword = ShowPasswordOption();
        var opnieuw = new Option<bool>("--opnieuw")
        {
            Description = "Replace a next password that no test has seen yet, for instance when it was lost on its "
                + "way to the school. Example: numo koppeling rotate --school 99XY --opnieuw",
        };
        var command = new Command(
            "rotate",
            "Makes the next password of a school, shown once. The present one works until a test has logged in with "
                + "the next. Needs scopes numo.beheer and numo.read. "
                + "Example: numo koppeling rotate --school 99XY")
        {
            school, opnieuw, showPassword,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            CheckIsShown(session, parsed.GetValue(showPassword));
            var name = parsed.GetRequiredValue(school);
            var found = await session.Api.FindKoppelingAsync(name, ct);
            var request = new RotateWachtwoordRequest
            {
                SchoolId = found.SchoolId,
                Etag = found.Etag,
                Opnieuw = parsed.GetValue(opnieuw),
            };
            var answer = await session.Api.Koppelingen.RotateWachtwoordAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                KitRendering.WritePassword(console, answer.Koppeling, answer.Wachtwoord);
                Plain.Write(console, "The present password works until a test has logged in with this one.");
                Plain.Write(
                    console,
                    "Next, once the school has set it: "
                        + $"numo koppeling test {session.RepeatedOptions()}--school {name}");
            });
        }));
        return command;
    }

    private static async Task<int> IssueAsync(
        Session session, KitOptions options, ParseResult parsed, CancellationToken ct)
    {
        using var folder = options.OpenFolder(parsed);
        var school = parsed.GetRequiredValue(options.School);
        var found = await session.Api.FindKoppelingAsync(school, ct);
        var request = new IssueActivationKitRequest
        {
            SchoolId = found.SchoolId,
            Etag = found.Etag,
            Aliasvorm = options.AliasvormOf(parsed),
        };
        var kit = await session.Api.Koppelingen.IssueActivationKitAsync(request, cancellationToken: ct);
        // First of all, since it cannot be asked for again when a file cannot be written.
        session.Print(kit, console => KitRendering.WritePassword(console, kit.Koppeling, kit.Wachtwoord));
        WriteFiles(session, folder, kit);
        if (!session.Json)
        {
            Plain.Write(
                session.Terminal.Out,
                "Next, once the school has done this: "
                    + $"numo koppeling test {session.RepeatedOptions()}--school {school}");
        }

        return ExitCode.Done;
    }

    private static Option<bool> ShowPasswordOption() => new("--show-password")
    {
        Description = "Let the JSON of --json hold the password; required with it, since the password cannot be shown "
            + "again. Example: numo koppeling rotate --school 99XY --json --show-password",
    };

    // JSON goes to files and logs; and a password that nobody saw must not be made.
    private static void CheckIsShown(Session session, bool showPassword)
    {
        if (session.Json && !showPassword)
        {
            throw new WrongUsageException(
                "With --json the password would be in the JSON: give --show-password if that is meant. Nothing was "
                    + "asked of the API.");
        }
    }

    private static void WriteFiles(Session session, KitFolder? folder, IssueActivationKitResponse kit)
    {
        try
        {
            KitRendering.Write(session, folder, KitFiles.Of(kit), kit.Wachtwoord);
        }
        catch (RefusedException e)
        {
            throw new RefusedException(
                e.Message + "\nThe kit was issued and its password holds: once the cause is gone, numo koppeling "
                    + "instructies writes the files without a new password.");
        }
    }
}
