using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerlingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo school quality`: what may be wrong with a school's data.</summary>
internal static class QualityCommand
{
    private const int LargestPage = 500;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var soort = Soort();
        var all = new Option<bool>("--all")
        {
            Description = "With --soort: show all, not only the first 50. "
                + "Example: numo school quality --school 99XY --soort groep-zonder-docent --all",
        };
        var command = new Command(
            "quality",
            "Tells what may be wrong with a school's data: how often, and with --soort about whom. Needs scope numo.read. "
                + "Example: numo school quality --school 99XY --soort leerling-zonder-eck-id")
        {
            school, soort, all,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            return parsed.GetValue(soort) is { } chosen
                ? await ListAsync(session, schoolId, chosen, parsed.GetValue(all), ct)
                : await CountAsync(session, schoolId, ct);
        }));
        return command;
    }

    private static Option<Kwaliteitssoort?> Soort()
    {
        var names = string.Join(", ", Kwaliteitssoorten.Every.Select(Kwaliteitssoorten.NameOf));
        return new Option<Kwaliteitssoort?>("--soort")
        {
            Description = $"List what is behind one number: {names}. Example: --soort docent-zonder-email",
            HelpName = "SOORT",
            CustomParser = result =>
            {
                var text = result.Tokens[^1].Value;
                var found = Kwaliteitssoorten.Find(text);
                if (found is null)
                {
                    result.AddError($"'{text}' is not one of {names}.{Suggestion.For(text, names.Split(", "))}");
                }

                return found;
            },
            CompletionSources =
            {
                _ => Kwaliteitssoorten.Every.Select(
                    s => new System.CommandLine.Completions.CompletionItem(Kwaliteitssoorten.NameOf(s))),
            },
        };
    }

    private static async Task<int> CountAsync(Session session, string schoolId, CancellationToken ct)
    {
        var answer = await session.Api.Leerlingen.GetDatakwaliteitAsync(
            new GetDatakwaliteitRequest { SchoolId = schoolId }, cancellationToken: ct);
        return session.Print(answer, console => DatakwaliteitRendering.Write(console, answer));
    }

    private static async Task<int> ListAsync(
        Session session, string schoolId, Kwaliteitssoort soort, bool all, CancellationToken ct)
    {
        var request = new ListDatakwaliteitRequest
        {
            SchoolId = schoolId,
            Soort = soort,
            PageSize = all ? LargestPage : 0,
        };
        var together = new ListDatakwaliteitResponse();
        do
        {
            var page = await session.Api.Leerlingen.ListDatakwaliteitAsync(request, cancellationToken: ct);
            together.Bevindingen.AddRange(page.Bevindingen);
            together.NextPageToken = request.PageToken = page.NextPageToken;
        }
        while (all && request.PageToken.Length > 0);

        return session.Print(together, console =>
        {
            DatakwaliteitRendering.Write(console, soort, together.Bevindingen);
            SamenvoegingRendering.WriteAdvice(
                console, together.Bevindingen, session.RepeatedOptions(), session.School);
            if (together.NextPageToken.Length > 0)
            {
                Plain.Write(console, "There is more; --all shows it.");
            }
        });
    }
}
