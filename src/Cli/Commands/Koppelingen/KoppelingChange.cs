using System.CommandLine;
using Google.Protobuf;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>Changes a koppeling that was read: with its etag, so that of two at once only one succeeds.</summary>
/// <param name="session">The run of the command.</param>
/// <param name="parsed">Its arguments.</param>
/// <param name="found">The koppeling before.</param>
/// <param name="ct">Stops.</param>
/// <returns>What to say of it, the answer of the API, and the koppeling after.</returns>
internal delegate Task<(string Said, IMessage Answer, Koppeling Koppeling)> ChangeKoppeling(
    Session session, ParseResult parsed, Koppeling found, CancellationToken ct);

/// <summary>What the commands that change a koppeling have in common.</summary>
internal static class KoppelingChange
{
    /// <summary>Makes the action of a command: reads the koppeling, changes it, and shows its gates.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Run(
        CommandRunner run, Option<string> school, ChangeKoppeling change) => run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var found = await session.Api.FindKoppelingAsync(name, ct);
            var (said, answer, koppeling) = await change(session, parsed, found, ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, said);
                KoppelingRendering.WritePoorten(console, koppeling);
                Plain.Write(console, KoppelingAdvice.NextCommand(koppeling, session.RepeatedOptions(), name));
            });
        });
}
