using System.CommandLine;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo completion`: what makes a shell complete commands, options and their values.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _numo() {
            local IFS=$'\n'
            COMPREPLY=( $(compgen -W "$(numo "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -F _numo numo
        """;

    private const string Zsh = """
        _numo() {
            local -a found
            found=( ${(f)"$(numo "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)"} )
            compadd -- $found
        }
        compdef _numo numo
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName numo -ScriptBlock {
            param($word, $line, $position)
            numo "[suggest:$position]" "$line" | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh. Example: bash" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new Command(
            "completion",
            "Prints what makes a shell complete `numo` with the Tab key. Example: source <(numo completion bash)")
        {
            shell,
        };
        command.SetAction(run((session, parsed, _) =>
        {
            session.Terminal.Out.Profile.Out.Writer.WriteLine(parsed.GetRequiredValue(shell) switch
            {
                "zsh" => Zsh,
                "pwsh" => PowerShell,
                _ => Bash,
            });
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }
}
