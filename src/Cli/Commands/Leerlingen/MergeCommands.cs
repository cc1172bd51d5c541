using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerlingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`merge` and `unmerge` of two leerlingen or two docenten.</summary>
internal static class MergeCommands
{
    /// <summary>`numo leerling merge` or `numo docent merge`.</summary>
    /// <param name="run">Runs it.</param>
    /// <param name="persoon"><c>leerling</c> or <c>docent</c>.</param>
    public static Command Merge(CommandRunner run, string persoon)
    {
        var (school, validateOnly) = (Arguments.School(), Arguments.ValidateOnly());
        var (keep, merge) = (
            PersoonArguments.Person("--keep", persoon, "stays"),
            PersoonArguments.Person("--merge", persoon, "is merged with it, and archived"));
        var despite = new Option<bool>("--ondanks-verschil")
        {
            Description = "Merge although the ECK iDs differ, or both names do: somebody made sure that it is one person.",
        };
        var command = new Command(
            "merge",
            $"Merges two accounts of one {persoon}: one stays and gets the keys that it lacks, the other is archived and points "
                + "at it. Needs scopes numo.import and numo.read. "
                + $"Example: numo {persoon} merge --school 99XY --keep ID --merge ID --validate-only")
        {
            school, keep, merge, despite, validateOnly,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new MergeLeerlingenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                BlijftId = await FindAsync(session, persoon, parsed.GetRequiredValue(keep), ct),
                VervaltId = await FindAsync(session, persoon, parsed.GetRequiredValue(merge), ct),
                OndanksVerschil = parsed.GetValue(despite),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            return IsDocent(persoon)
                ? await MergeDocentenAsync(session, request, ct)
                : await MergeLeerlingenAsync(session, request, ct);
        }));
        return command;
    }

    /// <summary>`numo leerling unmerge` or `numo docent unmerge`.</summary>
    /// <param name="run">Runs it.</param>
    /// <param name="persoon"><c>leerling</c> or <c>docent</c>.</param>
    public static Command Unmerge(CommandRunner run, string persoon)
    {
        var (school, validateOnly) = (Arguments.School(), Arguments.ValidateOnly());
        var id = PersoonArguments.Person(persoon.ToUpperInvariant());
        var command = new Command(
            "unmerge",
            $"Undoes a merge: names the {persoon} that was archived by it. Refused when one of the two changed since. Needs scopes "
                + $"numo.import and numo.read. Example: numo {persoon} unmerge --school 99XY {persoon.ToUpperInvariant()}")
        {
            school, id, validateOnly,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var wanted = await FindAsync(session, persoon, parsed.GetRequiredValue(id), ct);
            var checks = parsed.GetValue(validateOnly);
            return IsDocent(persoon)
                ? await UnmergeDocentenAsync(session, schoolId, wanted, checks, ct)
                : await UnmergeLeerlingenAsync(session, schoolId, wanted, checks, ct);
        }));
        return command;
    }

    private static string Target(Session session) => $"{session.RepeatedOptions()}--school {session.School} ";

    private static bool IsDocent(string persoon) => string.Equals(persoon, "docent", StringComparison.Ordinal);

    private static Task<string> FindAsync(Session session, string persoon, string text, CancellationToken ct) =>
        IsDocent(persoon) ? session.FindDocentIdAsync(text, ct) : session.FindLeerlingIdAsync(text, ct);

    private static async Task<int> MergeLeerlingenAsync(
        Session session, MergeLeerlingenRequest request, CancellationToken ct)
    {
        var answer = await session.Api.Leerlingen.MergeLeerlingenAsync(request, cancellationToken: ct);
        return session.Print(answer, console => SamenvoegingRendering.Write(
            console, answer.Blijft, answer.Vervalt, answer.Samenvoeging, Target(session), request.ValidateOnly));
    }

    private static async Task<int> MergeDocentenAsync(
        Session session, MergeLeerlingenRequest asked, CancellationToken ct)
    {
        var request = new MergeDocentenRequest
        {
            SchoolId = asked.SchoolId,
            BlijftId = asked.BlijftId,
            VervaltId = asked.VervaltId,
            OndanksVerschil = asked.OndanksVerschil,
            RequestId = asked.RequestId,
            ValidateOnly = asked.ValidateOnly,
        };
        var answer = await session.Api.Leerlingen.MergeDocentenAsync(request, cancellationToken: ct);
        return session.Print(answer, console => SamenvoegingRendering.Write(
            console, answer.Blijft, answer.Vervalt, answer.Samenvoeging, Target(session), request.ValidateOnly));
    }

    private static async Task<int> UnmergeLeerlingenAsync(
        Session session, string schoolId, string id, bool checks, CancellationToken ct)
    {
        var answer = await session.Api.Leerlingen.UndoMergeLeerlingenAsync(
            new UndoMergeLeerlingenRequest
            {
                SchoolId = schoolId,
                LeerlingId = id,
                RequestId = RequestId.New(),
                ValidateOnly = checks,
            },
            cancellationToken: ct);
        return session.Print(
            answer, console => SamenvoegingRendering.WriteUndone(console, answer.Blijft, answer.Hersteld, checks));
    }

    private static async Task<int> UnmergeDocentenAsync(
        Session session, string schoolId, string id, bool checks, CancellationToken ct)
    {
        var answer = await session.Api.Leerlingen.UndoMergeDocentenAsync(
            new UndoMergeDocentenRequest
            {
                SchoolId = schoolId,
                DocentId = id,
                RequestId = RequestId.New(),
                ValidateOnly = checks,
            },
            cancellationToken: ct);
        return session.Print(
            answer, console => SamenvoegingRendering.WriteUndone(console, answer.Blijft, answer.Hersteld, checks));
    }
}
