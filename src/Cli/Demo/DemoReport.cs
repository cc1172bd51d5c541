using System.Globalization;
using System.Text.Json.Nodes;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>The end of the demo: what it did, and how to go on with what it leaves running.</summary>
internal static class DemoReport
{
    private const string ListScholen = "kurve.numo.v1.SchoolService/ListScholen";

    /// <summary>One line.</summary>
    public static void Write(IAnsiConsole console, DemoOutcome outcome, TimeSpan elapsed)
    {
        var first = outcome.Runs[0];
        var later = outcome.Runs.Skip(1).Sum(ImportRendering.CountChanges);
        console.WriteLine();
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[green]Done[/] in {elapsed.TotalSeconds:0.0} s: "
                + $"{Words.Count(first.Leerlingen.Nieuw, "leerling", "leerlingen")} and "
                + $"{Words.Count(first.Docenten.Nieuw, "docent", "docenten")} imported, "
                + $"{Words.Count(later, "change", "changes")} after that."));
    }

    /// <summary>Addresses and commands to try.</summary>
    public static void WriteAccess(IAnsiConsole console, DemoServers servers, School school)
    {
        var cli = Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Cli.dll");
        console.WriteLine();
        Details.Write(
            console,
            ("gRPC", servers.Grpc.GetLeftPart(UriPartial.Authority)),
            ("JSON", servers.Json.GetLeftPart(UriPartial.Authority)),
            ("simulator", servers.Simulator.Address.GetLeftPart(UriPartial.Authority)),
            ("database", servers.Folder.Database),
            ("token file", servers.Folder.Token));
        // Written past the console, which would break long lines that are meant to be pasted.
        var writer = console.Profile.Out.Writer;
        writer.WriteLine($"""

            To try, in another terminal:
              alias numo='dotnet {cli}'
              export NUMO_API={servers.Grpc.GetLeftPart(UriPartial.Authority)}
              export NUMO_TOKEN={servers.Token}
              numo school list
              numo import history --school {school.Brin}
              numo import preview --school {school.Brin}
              curl -X POST '{servers.Simulator.Address.GetLeftPart(UriPartial.Authority)}/control/day?day=2'
              curl -H "authorization: Bearer $NUMO_TOKEN" {servers.Json.GetLeftPart(UriPartial.Authority)}/v1/scholen
              grpcurl -plaintext -H "authorization: Bearer $NUMO_TOKEN" {servers.Grpc.Authority} {ListScholen}

            Running until Ctrl-C; then all of it is removed.
            """);
    }

    /// <summary>The same as a document.</summary>
    public static JsonNode Describe(DemoOutcome outcome, DemoServers servers, TimeSpan elapsed, bool keep)
    {
        var document = new JsonObject
        {
            ["elapsedSeconds"] = Math.Round(elapsed.TotalSeconds, 1),
            ["school"] = ProtoJson.Node(outcome.School),
            ["importRuns"] = new JsonArray([.. outcome.Runs.Select(run => ProtoJson.Node(run))]),
        };
        if (keep)
        {
            document["grpc"] = servers.Grpc.GetLeftPart(UriPartial.Authority);
            document["json"] = servers.Json.GetLeftPart(UriPartial.Authority);
            document["simulator"] = servers.Simulator.Address.GetLeftPart(UriPartial.Authority);
            document["database"] = servers.Folder.Database;
            document["token"] = servers.Token;
        }

        return document;
    }
}
