using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo koppeling kit`: what a school needs to connect itself.</summary>
internal static class KitCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var folder = new Option<DirectoryInfo?>("--out")
        {
            Description = "Write the query and the instructions to this folder; the password goes to the screen only. "
                + "Example: --out kit-99XY",
            HelpName = "DIR",
        };
        var klassiek = new Option<bool>("--klassiek")
        {
            Description = "Name the columns as Kurve's manual does, instead of by names that Magister leaves alone. "
                + "Example: numo koppeling kit --school 99XY --klassiek",
        };
        var force = new Option<bool>("--force")
        {
            Description = "Overwrite files that are there. Example: numo koppeling kit --school 99XY --out DIR --force",
        };
        var command = new Command(
            "kit",
            "Gives a school its password, Decibel query and instructions. The password is shown once. Needs scope "
                + "numo.beheer. Example: numo koppeling kit --school 99XY --out kit-99XY")
        {
            school, folder, klassiek, force,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var target = parsed.GetValue(folder)?.FullName;
            CheckFree(target, parsed.GetValue(force));
            var kit = await session.Api.Koppelingen.IssueActivationKitAsync(
                new IssueActivationKitRequest
                {
                    SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                    Aliasvorm = parsed.GetValue(klassiek) ? Aliasvorm.Klassiek : Aliasvorm.Botsingsvrij,
                },
                cancellationToken: ct);
            var files = target is null ? [] : await WriteAsync(target, kit, ct);
            return session.Print(kit, console => Show(console, kit, files));
        }));
        return command;
    }

    /// <summary>Shows a password, and what to do with it.</summary>
    public static void WritePassword(IAnsiConsole console, string password)
    {
        Plain.Write(console, $"Password: {password}");
        Plain.Write(console, "  Shown once. Send it by another way than the rest, such as by telephone; type the hyphens too.");
    }

    private static void Show(IAnsiConsole console, IssueActivationKitResponse kit, IReadOnlyList<string> files)
    {
        WritePassword(console, kit.Wachtwoord);
        if (files.Count == 0)
        {
            console.Profile.Out.Writer.WriteLine();
            console.Profile.Out.Writer.WriteLine(kit.Query);
            console.Profile.Out.Writer.WriteLine(kit.InstructiesTekst);
            return;
        }

        foreach (var file in files)
        {
            Plain.Write(console, $"Wrote {file}");
        }
    }

    private static async Task<IReadOnlyList<string>> WriteAsync(
        string folder, IssueActivationKitResponse kit, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        (string Name, string Text)[] files =
        [
            (Path.GetFileName(kit.QueryBestand), kit.Query),
            ("instructies.html", kit.InstructiesHtml),
            ("instructies.txt", kit.InstructiesTekst),
        ];
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, ct);
        }

        return [.. files.Select(file => Path.Combine(folder, file.Name))];
    }

    // Before the kit is issued: a password that cannot be shown would be lost.
    private static void CheckFree(string? folder, bool force)
    {
        if (folder is not null && !force && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new RefusedException($"{folder} is not empty; name another folder, or give --force.");
        }
    }
}
