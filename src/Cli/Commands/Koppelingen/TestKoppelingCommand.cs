using System.CommandLine;
using System.Text.Json.Nodes;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>`numo koppeling test`: a diagnosis, shown as it goes.</summary>
internal static class TestKoppelingCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "test",
            "Diagnoses a koppeling live: each check as it ends, then the gates that this moved. Ends with 1 when a "
                + "check failed. With --json: the checks and the koppeling as one object. Needs scopes numo.import and "
                + "numo.read. Example: numo koppeling test --school 99XY")
        {
            school,
        };
        command.SetAction(run((session, parsed, ct) => TestAsync(session, parsed.GetRequiredValue(school), ct)));
        return command;
    }

    private static async Task<int> TestAsync(Session session, string school, CancellationToken ct)
    {
        var before = await session.Api.FindKoppelingAsync(school, ct);
        var progress = session.Json ? session.Terminal.Error : session.Terminal.Out;
        var (controles, koppeling) = await session.Api.Koppelingen.TestAsync(
            before.SchoolId, controle => KoppelingRendering.Write(progress, controle), ct);
        if (session.Json)
        {
            session.Terminal.Out.Profile.Out.Writer.WriteLine(ProtoJson.Format(new JsonObject
            {
                ["controles"] = new JsonArray([.. controles.Select(ProtoJson.Node)]),
                ["koppeling"] = ProtoJson.Node(koppeling),
            }));
        }
        else
        {
            KoppelingRendering.WritePoorten(progress, koppeling);
            WriteWachtwoord(progress, before, koppeling, controles);
        }

        var failed = controles.Where(c => c.Uitkomst == Controleuitkomst.Mislukt).ToList();
        if (failed.Count > 0)
        {
            var names = string.Join(", ", failed.Select(c => KoppelingWords.NameOf(c.Soort)));
            var next = KoppelingAdvice.NextAfter(failed[0], session.RepeatedOptions(), school);
            throw new RefusedException($"The test failed at {names}.\n{next}");
        }

        if (!session.Json)
        {
            Plain.Write(progress, KoppelingAdvice.NextCommand(koppeling, session.RepeatedOptions(), school));
        }

        return ExitCode.Done;
    }

    private static void WriteWachtwoord(
        IAnsiConsole console, Koppeling before, Koppeling after, IReadOnlyList<Controle> controles)
    {
        if (KoppelingAdvice.AboutNewPassword(before, after, controles) is { } said)
        {
            console.Write(new Padder(new Text(said), new Padding(2, 0, 0, 0)));
        }
    }
}
