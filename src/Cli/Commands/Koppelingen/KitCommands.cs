using System.CommandLine;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>
/// `numo koppeling kit` and `rotate`: the two that show a password, on standard output and nowhere else.
/// </summary>
internal static class KitCommands
{
    /// <summary>Builds `kit`.</summary>
    public static Command Kit(CommandRunner run)
    {
        var options = new KitOptions();
        var command = new Command(
            "kit",
            "Gives a school its password, Decibel query and instructions. The password is shown once, on standard "
                + "output only; each kit has a new one. Needs scopes numo.beheer and numo.read. "
                + "Example: numo koppeling kit --school 99XY --out kit-99XY")
        {
            options.School, options.Out, options.Klassiek, options.Force, options.ShowPassword,
        };
        command.SetAction(run((session, parsed, ct) => IssueAsync(session, options, parsed, ct)));
        return command;
    }

    /// <summary>Builds `rotate`.</summary>
    public static Command Rotate(CommandRunner run)
    {
        var school = Arguments.School();
        var showPassword = ShowPasswordOption();
        var command = new Command(
            "rotate",
            "Makes the next password of a school, shown once. The present one works until a test has logged in with "
                + "the next. Needs scopes numo.beheer and numo.read. "
                + "Example: numo koppeling rotate --school 99XY")
        {
            school, showPassword,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            CheckIsShown(session, parsed.GetValue(showPassword));
            var name = parsed.GetRequiredValue(school);
            var found = await session.Api.FindKoppelingAsync(name, ct);
            var request = new RotateWachtwoordRequest { SchoolId = found.SchoolId, Etag = found.Etag };
            var answer = await session.Api.Koppelingen.RotateWachtwoordAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                WritePassword(console, answer.Koppeling, answer.Wachtwoord);
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
        CheckIsShown(session, parsed.GetValue(options.ShowPassword));
        using var folder = parsed.GetValue(options.Out) is { } path
            ? KitFolder.Open(path, parsed.GetValue(options.Force))
            : null;
        var school = parsed.GetRequiredValue(options.School);
        var found = await session.Api.FindKoppelingAsync(school, ct);
        var request = new IssueActivationKitRequest
        {
            SchoolId = found.SchoolId,
            Etag = found.Etag,
            Aliasvorm = parsed.GetValue(options.Klassiek) ? Aliasvorm.Klassiek : Aliasvorm.Botsingsvrij,
        };
        var kit = await session.Api.Koppelingen.IssueActivationKitAsync(request, cancellationToken: ct);
        // First of all, since it cannot be asked for again when a file cannot be written.
        session.Print(kit, console => WritePassword(console, kit.Koppeling, kit.Wachtwoord));
        if (folder is not null)
        {
            WriteFiles(session, folder, kit);
        }

        if (session.Json)
        {
            return ExitCode.Done;
        }

        var output = session.Terminal.Out;
        if (folder is null)
        {
            WriteText(output, $"{kit.QueryBestand} (version {kit.QueryVersie})", kit.Query);
            WriteText(output, "instructies", kit.InstructiesTekst);
        }

        Plain.Write(
            output,
            $"Next, once the school has done this: numo koppeling test {session.RepeatedOptions()}--school {school}");
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

    private static void WriteFiles(Session session, KitFolder folder, IssueActivationKitResponse kit)
    {
        try
        {
            var console = session.Json ? session.Terminal.Error : session.Terminal.Out;
            foreach (var file in folder.Write(kit))
            {
                Plain.Write(console, $"Wrote {file}");
            }
        }
        catch (RefusedException e)
        {
            throw new RefusedException(
                e.Message + "\nThe kit was issued and its password holds; a next kit has another password.");
        }
    }

    private static void WritePassword(IAnsiConsole console, Koppeling koppeling, string password)
    {
        Plain.Write(console, $"Password of web service user {koppeling.WebserviceGebruiker}, shown this once:");
        Plain.Write(console, "");
        Plain.Write(console, "    " + password);
        Plain.Write(console, "");
        Plain.Write(
            console,
            "It is in no file and cannot be shown again. Give it to the school by another way than the query and the "
                + "instructions: by telephone or text message, never in the same e-mail.");
    }

    private static void WriteText(IAnsiConsole console, string title, string text)
    {
        Plain.Write(console, "");
        Plain.Write(console, $"--- {title}");
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            Plain.Write(console, line.Replace("\t", "    ", StringComparison.Ordinal));
        }

        Plain.Write(console, "---");
    }

    private sealed class KitOptions
    {
        public Option<string> School { get; } = Arguments.School();

        public Option<bool> ShowPassword { get; } = ShowPasswordOption();

        public Option<DirectoryInfo?> Out { get; } = new("--out")
        {
            Description = "Write the query, instructies.html and instructies.txt to this folder, made if there is "
                + "none; without it they are printed. The password is never written. Example: --out kit-99XY",
            HelpName = "DIR",
        };

        public Option<bool> Klassiek { get; } = new("--klassiek")
        {
            Description = "Name the columns of the list as Kurve's manual does, which Magister may replace by captions "
                + "of its own. Example: numo koppeling kit --school 99XY --klassiek",
        };

        public Option<bool> Force { get; } = new("--force")
        {
            Description = "Overwrite the files of an earlier kit. "
                + "Example: numo koppeling kit --school 99XY --out kit-99XY --force",
        };
    }
}
