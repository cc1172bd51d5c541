using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>`numo koppeling list`: which schools are where.</summary>
internal static class ListKoppelingenCommand
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new ListOptions();
        var command = new Command(
            "list",
            "Lists koppelingen with their gates, who acts next and when they were last diagnosed. Needs scope "
                + "numo.read. Example: numo koppeling list --poort toestemming --status gemeld")
        {
            options.Staat, options.Poort, options.Status, options.ProefMislukt, options.NietBeproefdSinds,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(options.Status) is not null && result.GetResult(options.Poort) is null)
            {
                result.AddError("--status is the status of a gate: name the gate with --poort.");
            }
        });
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = options.Read(parsed);
            var answer = await session.Api.Koppelingen.ReadAllAsync(request, ct);
            return session.Print(answer, console =>
            {
                if (answer.Koppelingen.Count > 0)
                {
                    KoppelingRendering.Write(console, answer.Koppelingen);
                }
                else
                {
                    Plain.Write(console, WhyNone(request, session.RepeatedOptions()));
                }
            });
        }));
        return command;
    }

    private static string WhyNone(ListKoppelingenRequest request, string options) =>
        request.Equals(new ListKoppelingenRequest())
            ? "No koppelingen yet, or none that this token may see: numo koppeling create "
                + $"{options}--school ID|BRIN --domein NAME"
            : "No koppelingen match these filters.";

    private static DateTimeOffset? ReadDate(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (DateTimeOffset.TryParseExact(
            text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment))
        {
            return moment;
        }

        result.AddError($"'{text}' is not a date such as 2026-09-01, or 2026-09-01T08:00:00Z.");
        return null;
    }

    private sealed class ListOptions
    {
        public Option<Koppelstaat> Staat { get; } = new("--staat")
        {
            Description = "Only those in this state: in-opbouw, actief or opgeschort. Example: --staat in-opbouw",
            HelpName = "STAAT",
            CustomParser = result => PoortOptions.Parse(result, PoortOptions.States, KoppelingWords.Of),
        };

        public Option<Poort> Poort { get; } = new("--poort")
        {
            Description = "Only those where this gate is not bevestigd, or has the status of --status: "
                + $"{PoortOptions.Names(PoortOptions.Every)}. Example: --poort allowlisting",
            HelpName = "POORT",
            CustomParser = result => PoortOptions.Parse(result, PoortOptions.Every),
        };

        public Option<Poortstatus> Status { get; } = new("--status")
        {
            Description = "The status of that gate: open, gemeld, bevestigd or vervallen. "
                + "Example: --poort allowlisting --status vervallen",
            HelpName = "STATUS",
            CustomParser = result => PoortOptions.Parse(result, PoortOptions.Statuses, KoppelingWords.Of),
        };

        public Option<bool> ProefMislukt { get; } = new("--proef-mislukt")
        {
            Description = "Only those whose latest diagnosis failed. Example: numo koppeling list --proef-mislukt",
        };

        public Option<DateTimeOffset?> NietBeproefdSinds { get; } = new("--niet-beproefd-sinds")
        {
            Description = "Only those without a diagnosis since this day (in the time of this machine) or moment. "
                + "Example: --niet-beproefd-sinds 2026-09-01",
            HelpName = "DATE",
            CustomParser = ReadDate,
        };

        public ListKoppelingenRequest Read(ParseResult parsed) => new()
        {
            Staat = parsed.GetValue(Staat),
            Poort = parsed.GetValue(Poort),
            Status = parsed.GetValue(Status),
            ProefMislukt = parsed.GetValue(ProefMislukt),
            NietBeproefdSinds = parsed.GetValue(NietBeproefdSinds)?.ToTimestamp(),
        };
    }
}
