using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerlingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`not-same`: remembers of two accounts that they are two persons.</summary>
internal static class NotSameCommands
{
    private const int LargestPage = 500;

    /// <summary>`numo leerling not-same` or `numo docent not-same`.</summary>
    /// <param name="run">Runs it.</param>
    /// <param name="persoon"><c>leerling</c> or <c>docent</c>.</param>
    public static Command Build(CommandRunner run, string persoon)
    {
        var (school, validateOnly) = (Arguments.School(), Arguments.ValidateOnly());
        var name = persoon.ToUpperInvariant();
        var ids = new Argument<string[]>(name)
        {
            Description = "Two accounts, each by a key, a name or an id, as `numo school quality` prints them; none to list "
                + "what was said before.",
            Arity = new ArgumentArity(0, 2),
        };
        var reden = new Option<string?>("--reden")
        {
            Description = "Why, for who looks later. Example: --reden tweeling",
            HelpName = "TEXT",
        };
        var forget = new Option<bool>("--undo") { Description = "Forget it: they may be one person after all." };
        var command = new Command(
            "not-same",
            "Remembers that two accounts are two persons: they are no longer offered as doubles, and not merged. Needs scopes "
                + $"numo.import and numo.read. Example: numo {persoon} not-same --school 99XY {name} {name} --reden tweeling")
        {
            school, ids, reden, forget, validateOnly,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(ids) is { Tokens.Count: 1 })
            {
                result.AddError("Name two accounts, or none to list what was said before.");
            }
        });
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            if (parsed.GetValue(ids) is not [var ene, var andere])
            {
                return await ListAsync(session, schoolId, persoon, ct);
            }

            var request = new MarkVerschillendRequest
            {
                SchoolId = schoolId,
                EneId = await FindAsync(session, persoon, ene, ct),
                AndereId = await FindAsync(session, persoon, andere, ct),
                Reden = parsed.GetValue(reden) ?? "",
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            return parsed.GetValue(forget)
                ? await ForgetAsync(session, request, ct)
                : await MarkAsync(session, request, ct);
        }));
        return command;
    }

    private static Task<string> FindAsync(Session session, string persoon, string text, CancellationToken ct) =>
        string.Equals(persoon, "docent", StringComparison.Ordinal)
            ? session.FindDocentIdAsync(text, ct)
            : session.FindLeerlingIdAsync(text, ct);

    private static async Task<int> MarkAsync(Session session, MarkVerschillendRequest request, CancellationToken ct)
    {
        var answer = await session.Api.Leerlingen.MarkVerschillendAsync(request, cancellationToken: ct);
        return session.Print(answer, console => SamenvoegingRendering.WriteVerschil(
            console, answer.Verschil, request.ValidateOnly ? "Checked; nothing was changed." : "Two persons from now on."));
    }

    private static async Task<int> ForgetAsync(Session session, MarkVerschillendRequest asked, CancellationToken ct)
    {
        var answer = await session.Api.Leerlingen.UnmarkVerschillendAsync(
            new UnmarkVerschillendRequest
            {
                SchoolId = asked.SchoolId,
                EneId = asked.EneId,
                AndereId = asked.AndereId,
                RequestId = asked.RequestId,
                ValidateOnly = asked.ValidateOnly,
            },
            cancellationToken: ct);
        return session.Print(answer, console => SamenvoegingRendering.WriteVerschil(
            console, answer.Verschil, asked.ValidateOnly ? "Checked; nothing was changed." : "Forgotten."));
    }

    private static async Task<int> ListAsync(Session session, string schoolId, string persoon, CancellationToken ct)
    {
        var request = new ListVerschillendRequest { SchoolId = schoolId, PageSize = LargestPage };
        var all = new ListVerschillendResponse();
        var docenten = string.Equals(persoon, "docent", StringComparison.Ordinal);
        do
        {
            var page = await session.Api.Leerlingen.ListVerschillendAsync(request, cancellationToken: ct);
            all.Verschillen.AddRange(page.Verschillen.Where(v => v.Docenten == docenten));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return session.Print(all, console => SamenvoegingRendering.WriteVerschillen(console, all.Verschillen));
    }
}
