using System.CommandLine;
using Kurve.Numo.Cli.Export;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Schooljaren;

/// <summary>`numo schooljaar list`: how far all schools are, and which runs wait.</summary>
internal static class ListWisselsCommand
{
    private const int LargestPage = 500;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var staten = Staten();
        var wacht = new Option<bool>("--wacht")
        {
            Description = "Only schools with a run of the year that waits. Example: numo schooljaar list --wacht",
        };
        var schooljaar = SchooljaarCommands.Schooljaar();
        var output = new Option<FileInfo?>("--out")
        {
            Description = "Write the runs that wait to this file, readable by you alone, for `numo schooljaar apply`. "
                + "Example: numo schooljaar list --wacht --out runs.csv",
            HelpName = "FILE",
        };
        var force = Arguments.Force("numo schooljaar list --wacht --out runs.csv --force");
        var command = new Command(
            "list",
            "Lists open schools: how far each is, what is missing, and whether runs wait. Needs scope numo.read. "
                + "Example: numo schooljaar list --staat open,voorbereid")
        {
            staten, wacht, schooljaar, output, force,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListSchooljaarwisselsRequest
            {
                Schooljaar = parsed.GetValue(schooljaar) ?? "",
                Staten = { parsed.GetValue(staten) ?? [] },
                Wacht = parsed.GetValue(wacht),
            };
            var to = parsed.GetValue(output);
            await using var file = to is null ? null : ExportFile.Open(to, parsed.GetValue(force));
            var together = await ListAllAsync(session, request, ct);
            WaitingRun[] waiting = [.. together.Schooljaarwissels.SelectMany(WaitingRun.Of)];
            if (file is not null)
            {
                await WaitingRunFile.WriteAsync(file, waiting, ct);
            }

            return session.Print(together, console =>
            {
                if (together.Schooljaarwissels.Count == 0)
                {
                    Plain.Write(console, "No schools match.");
                }
                else
                {
                    WisselListRendering.Write(console, together.Schooljaarwissels);
                }

                if (to is not null)
                {
                    Plain.Write(console, $"Wrote {Words.Count(waiting.Length, "run", "runs")} to {to.FullName}.");
                    Plain.Write(
                        console,
                        "Take out what must not be applied, then: numo schooljaar apply "
                            + $"{session.RepeatedOptions()}--from {to} --release");
                }
            });
        }));
        return command;
    }

    /// <summary>All pages.</summary>
    public static async Task<ListSchooljaarwisselsResponse> ListAllAsync(
        Session session, ListSchooljaarwisselsRequest request, CancellationToken ct)
    {
        request.PageSize = LargestPage;
        var together = new ListSchooljaarwisselsResponse();
        do
        {
            var page = await session.Api.Schooljaren.ListSchooljaarwisselsAsync(request, cancellationToken: ct);
            together.Schooljaarwissels.AddRange(page.Schooljaarwissels);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return together;
    }

    private static Option<Wisselstaat[]> Staten()
    {
        var names = string.Join(", ", SchooljaarWords.Staten.Select(SchooljaarWords.NameOf));
        return new("--staat")
        {
            Description = $"Only schools that are this far: one or more of {names}; repeat the option or separate by commas. "
                + "Example: --staat open,voorbereid",
            HelpName = "STAAT",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => Arguments.ParseEach(
                result,
                text => SchooljaarWords.Staten
                    .Where(s => string.Equals(SchooljaarWords.NameOf(s), text, StringComparison.OrdinalIgnoreCase))
                    .Select(s => (Wisselstaat?)s)
                    .FirstOrDefault(),
                $"one of {names}"),
        };
    }
}
