using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import history`: a school's runs.</summary>
internal static class HistoryCommand
{
    private const int LargestPage = 500;

    private static readonly ImportState[] Known =
        [.. System.Enum.GetValues<ImportState>().Where(state => state != ImportState.Unspecified)];

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var states = States();
        var vanaf = Arguments.Day("--vanaf", "Only imports of this day or later.", "2026-08-01");
        var tot = Arguments.Day("--tot", "Only imports of this day or earlier.", "2026-08-31");
        var all = new Option<bool>("--all")
        {
            Description = "List all, not only the last 50. Example: numo import history --school 99XY --all",
        };
        var command = new Command(
            "history",
            "Lists a school's last 50 imports, newest first, with who did what. Needs scope numo.import, and numo.read "
            + "to find a school by its BRIN. "
                + "Example: numo import history --school 99XY --state toegepast,teruggedraaid")
        {
            school, states, vanaf, tot, all,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListImportRunsRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                States = { parsed.GetValue(states) ?? [] },
                Vanaf = Begin(parsed.GetValue(vanaf)),
                Tot = End(parsed.GetValue(tot)),
                PageSize = parsed.GetValue(all) ? LargestPage : 0,
            };
            var answer = await ReadAsync(session, request, parsed.GetValue(all), ct);
            var filtered = request.States.Count > 0 || request.Vanaf is not null || request.Tot is not null;
            return session.Print(answer, console => Write(console, answer, filtered));
        }));
        return command;
    }

    private static async Task<ListImportRunsResponse> ReadAsync(
        Session session, ListImportRunsRequest request, bool all, CancellationToken ct)
    {
        var together = await session.Api.Imports.ListImportRunsAsync(request, cancellationToken: ct);
        while (all && together.NextPageToken.Length > 0)
        {
            request.PageToken = together.NextPageToken;
            var next = await session.Api.Imports.ListImportRunsAsync(request, cancellationToken: ct);
            together.ImportRuns.AddRange(next.ImportRuns);
            together.NextPageToken = next.NextPageToken;
        }

        return together;
    }

    private static void Write(Spectre.Console.IAnsiConsole console, ListImportRunsResponse answer, bool filtered)
    {
        if (filtered && answer.ImportRuns.Count == 0)
        {
            Plain.Write(console, "No imports match.");
            return;
        }

        ImportRendering.WriteHistory(console, answer.ImportRuns);
        if (answer.NextPageToken.Length > 0)
        {
            Plain.Write(console, "  There are more; --all lists them.");
        }
    }

    private static Option<ImportState[]> States() => new("--state")
    {
        Description = "Only imports in these states; repeat the option or separate by commas. "
            + "Example: --state toegepast,mislukt",
        HelpName = "STATE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => Arguments.ParseEach(
            result, FindState, $"one of {string.Join(", ", Known.Select(s => Words.Of(s).ToLowerInvariant()))}"),
    };

    private static ImportState? FindState(string text) => Known
        .Where(state => string.Equals(Words.Of(state), text, StringComparison.OrdinalIgnoreCase))
        .Select(state => (ImportState?)state)
        .FirstOrDefault();

    // A day as this machine's clock has it, like the moments that are shown.
    private static Timestamp? Begin(DateOnly? day) => day is { } known
        ? known.ToDateTime(TimeOnly.MinValue, DateTimeKind.Local).ToUniversalTime().ToTimestamp()
        : null;

    // The last day is included, as it is in every other option that names one.
    private static Timestamp? End(DateOnly? last) =>
        last is { } known && known < DateOnly.MaxValue ? Begin(known.AddDays(1)) : null;
}
