using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import undo`: gives back what was before a run.</summary>
internal static class UndoCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var runId = Arguments.Run();
        runId.Description = "The run: its id, the first characters of that, or 'latest' for the one that was applied last.";
        var yes = Arguments.Yes("numo import undo --school 99XY RUN --yes");
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Only show what would happen. Example: numo import undo --school 99XY RUN --dry-run",
        };
        var command = new Command(
            "undo",
            "Undoes the import that a person applied last: everybody is again as before it, but for who changed since. "
            + "Shows what it will do and asks first. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import undo --school 99XY RUN")
        {
            school, runId, yes, dryRun,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var sure = parsed.GetValue(yes);
            var only = parsed.GetValue(dryRun);
            if (!sure && !only && !session.Terminal.CanAsk)
            {
                throw new WrongUsageException(
                    "This is no terminal, so nobody can be asked: give --yes to undo without asking, or --dry-run.");
            }

            var request = new UndoImportRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                ImportRunId = await session.FindRunIdAsync(
                    parsed.GetRequiredValue(runId), [ImportState.Toegepast], ct),
                ValidateOnly = true,
            };
            return only ? await ShowAsync(session, request, ct) : await UndoAsync(session, request, sure, ct);
        }));
        return command;
    }

    private static async Task<int> ShowAsync(Session session, UndoImportRequest request, CancellationToken ct)
    {
        var told = await TellAsync(session, request, ct);
        return session.Print(told, console => UndoRendering.Write(console, "Would undo", told));
    }

    private static async Task<int> UndoAsync(
        Session session, UndoImportRequest request, bool sure, CancellationToken ct)
    {
        var told = await TellAsync(session, request, ct);
        UndoRendering.Write(session.Terminal.Error, "Will undo", told);
        if (!sure && !await session.Terminal.ConfirmAsync(UndoRendering.Question(told), ct))
        {
            throw new RefusedException("Not undone: you did not say yes.");
        }

        request.ValidateOnly = false;
        request.RequestId = RequestId.New();
        var answer = await session.Terminal.ShowWhileAsync(
            "Undoing", () => session.Api.Imports.UndoImportAsync(request, cancellationToken: ct).ResponseAsync);
        return session.Print(answer, console => UndoRendering.Write(console, "Undone", answer));
    }

    private static Task<UndoImportResponse> TellAsync(Session session, UndoImportRequest request, CancellationToken ct) =>
        session.Terminal.ShowWhileAsync(
            "Looking at what undoing changes",
            () => session.Api.Imports.UndoImportAsync(request, cancellationToken: ct).ResponseAsync);
}
