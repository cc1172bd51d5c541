using System.Text.RegularExpressions;
using Kurve.Numo.Api.Tests.Cli;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <summary>
/// Runs `numo` against the API and records what it prints; but for the one line, or the one field of JSON, that is
/// there to show a new password.
/// </summary>
internal sealed partial class Opdrachtregel(Opname opname, ApiSurroundings surroundings)
{
    private string _token = "";

    /// <summary>Gets the token of the next commands from `numo token`, whose output it is.</summary>
    public async Task<string> TakeTokenAsync()
    {
        var result = await new CommandLineBuilder().RunAsync(
            "token", "--key", surroundings.KeyFile, "--scope", "numo.read", "numo.import", "numo.beheer");
        opname.Keep(Plaatsen.CliError, result.Error);
        return _token = result.Out.Trim();
    }

    /// <summary>Runs a command; returns the password that it is there to show, if any.</summary>
    /// <param name="command">The command, in words.</param>
    /// <param name="input">Lines of standard input.</param>
    public async Task<string?> RunAsync(string[] command, params string[] input)
    {
        var result = await new CommandLineBuilder()
            .OverNetwork()
            .WithVariable("NUMO_API", surroundings.GrpcAddress.ToString())
            .WithVariable("NUMO_TOKEN", _token)
            .WithInput(string.Join('\n', input))
            .RunAsync(command);
        var shown = command is ["koppeling", "kit" or "rotate", ..]
            ? Shown().Match(result.Out).Groups["password"]
            : null;
        var output = shown is { Success: true } ? result.Out.Remove(shown.Index, shown.Length) : result.Out;
        KeepLines(Plaatsen.CliOut, output);
        KeepLines(Plaatsen.CliError, result.Error);
        if (command.Contains("--json") && output.Length > 0)
        {
            opname.KeepJson(Plaatsen.CliOut, output);
        }

        return shown is { Success: true } ? shown.Value : null;
    }

    // A long line is broken where it is shown, perhaps in the middle of a secret.
    private void KeepLines(string plaats, string text)
    {
        opname.Keep(plaats, text);
        opname.Keep(plaats, text.ReplaceLineEndings(" "));
        opname.Keep(plaats, text.ReplaceLineEndings(""));
    }

    [GeneratedRegex(
        "(^ {4}|\"wachtwoord\": \")(?<password>[^\" \r\n]{20,})\"?,?\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex Shown();
}
