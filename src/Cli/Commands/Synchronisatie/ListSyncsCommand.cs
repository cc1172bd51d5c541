using System.CommandLine;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Synchronisatie;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Synchronisatie;

/// <summary>`numo sync list`: how the night went, school by school.</summary>
internal static class ListSyncsCommand
{
    private const int LargestPage = 500;

    private static readonly IReadOnlyList<Rondeuitkomst> Known =
        [.. Enum.GetValues<Rondeuitkomst>().Where(u => u != Rondeuitkomst.Unspecified)];

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var names = string.Join(", ", Known.Select(SyncRendering.NameOf));
        var uitkomst = new Option<Rondeuitkomst>("--uitkomst")
        {
            Description = $"Only schools whose newest ronde came to this: {names}. Example: --uitkomst mislukt",
            HelpName = "UITKOMST",
            CustomParser = result =>
            {
                var text = result.Tokens[^1].Value;
                var found = Known.FirstOrDefault(
                    u => string.Equals(SyncRendering.NameOf(u), text, StringComparison.OrdinalIgnoreCase));
                if (found == Rondeuitkomst.Unspecified)
                {
                    result.AddError($"'{text}' is not one of {names}.{Suggestion.For(text, names.Split(", "))}");
                }

                return found;
            },
        };
        var gepauzeerd = new Option<bool>("--gepauzeerd")
        {
            Description = "Only schools whose nightly sync is paused. Example: numo sync list --gepauzeerd",
        };
        var command = new Command(
            "list",
            "Lists schools with a koppeling: when each is synced next, and how it went last. Needs scope numo.read. "
                + "Example: numo sync list --uitkomst mislukt")
        {
            uitkomst, gepauzeerd,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListSyncsRequest
            {
                Uitkomst = parsed.GetValue(uitkomst),
                Gepauzeerd = parsed.GetValue(gepauzeerd),
                PageSize = LargestPage,
            };
            var together = new ListSyncsResponse();
            do
            {
                var page = await session.Api.Syncs.ListSyncsAsync(request, cancellationToken: ct);
                together.Syncs.AddRange(page.Syncs);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            return session.Print(together, console =>
            {
                if (together.Syncs.Count > 0)
                {
                    SyncRendering.Write(console, together.Syncs);
                }
                else
                {
                    Plain.Write(console, "No schools with a koppeling match.");
                }
            });
        }));
        return command;
    }
}
