using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import decisions` and `withdraw`: what was decided of conflicts, and taking it back.</summary>
internal static class BeslissingCommands
{
    private const int LargestPage = 500;

    /// <summary>`numo import decisions`.</summary>
    public static Command List(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "decisions",
            "Lists what was decided of a school's conflicts. Needs scope numo.import, and numo.read to find a school by "
                + "its BRIN. Example: numo import decisions --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListBeslissingenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                PageSize = LargestPage,
            };
            var all = new ListBeslissingenResponse();
            do
            {
                var page = await session.Api.Imports.ListBeslissingenAsync(request, cancellationToken: ct);
                all.Beslissingen.AddRange(page.Beslissingen);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);

            return session.Print(all, console => BeslissingRendering.Write(console, all.Beslissingen));
        }));
        return command;
    }

    /// <summary>`numo import withdraw`.</summary>
    public static Command Withdraw(CommandRunner run)
    {
        var school = Arguments.School();
        var beslissing = new Argument<Guid>("DECISION")
        {
            Description = "The decision's id, as `numo import decisions` prints it.",
            CustomParser = result => Arguments.ReadId(result, "a decision"),
        };
        var command = new Command(
            "withdraw",
            "Takes back what was decided of a conflict; the next preview shows the conflict again. Needs scope "
                + "numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import withdraw --school 99XY DECISION")
        {
            school, beslissing,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new DeleteBeslissingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                BeslissingId = parsed.GetValue(beslissing).ToString(),
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Imports.DeleteBeslissingAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Taken back.");
                BeslissingRendering.Write(console, [answer.Beslissing]);
            });
        }));
        return command;
    }
}
