using System.CommandLine;
using System.Diagnostics;
using Kurve.Numo.Cli.Demo;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo doctor`: what is wrong around an API that starts here.</summary>
internal static class DoctorCommand
{
    private const string Program = "Kurve.Numo.Api.dll";

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var settings = new Argument<string[]>("SETTING")
        {
            Description = "Settings as the API takes them. Example: --Numo:Auth:Authority=https://issuer.example",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "doctor",
            "Reads configuration and environment as the API would on this machine, tries database, keys, issuer, sources, "
                + "collector, clock, disk and ports, and says what to mend. Changes nothing. Example: numo doctor")
        {
            settings,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(run((session, parsed, ct) => RunAsync(
            session, [.. parsed.GetValue(settings) ?? [], .. parsed.UnmatchedTokens], ct)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, IReadOnlyList<string> settings, CancellationToken ct)
    {
        var path = Path.Combine(AppContext.BaseDirectory, Program);
        if (!File.Exists(path))
        {
            throw new RefusedException($"{path} is missing; build the whole solution.");
        }

        using var api = Process.Start(new ProcessStartInfo(ChildProcess.FindDotnet(), [path, "doctor", .. settings])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        try
        {
            while (await api.StandardOutput.ReadLineAsync(ct) is { } line)
            {
                session.Terminal.Out.Profile.Out.Writer.WriteLine(line);
            }

            await api.WaitForExitAsync(ct);
            return api.ExitCode == 0 ? ExitCode.Done : ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            api.Kill();
            throw;
        }
    }
}
