using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Grpc.Core;
using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Commands.Koppelingen;
using Kurve.Numo.Cli.Commands.Leerlingen;
using Kurve.Numo.Cli.Commands.Leerplannen;
using Kurve.Numo.Cli.Commands.Opleidingen;
using Kurve.Numo.Cli.Commands.Schooljaren;
using Kurve.Numo.Cli.Commands.Synchronisatie;
using Kurve.Numo.Cli.Commands.Wijzigingen;
using Kurve.Numo.Cli.Rendering;
using Spectre.Console;

namespace Kurve.Numo.Cli;

/// <summary>What a command does: answers with its exit code.</summary>
internal delegate Task<int> CommandAction(Session session, ParseResult parsed, CancellationToken ct);

/// <summary>Makes of what a command does what the parser can call: with a session, and with failures told.</summary>
internal delegate Func<ParseResult, CancellationToken, Task<int>> CommandRunner(CommandAction action);

/// <summary>
/// The command line `numo`: parses, runs one command, and turns what went wrong into lines and an exit code.
/// </summary>
internal sealed class NumoCommandLine
{
    private readonly Surroundings _surroundings;
    private readonly GlobalOptions _options = new();

    /// <summary>Builds all commands.</summary>
    public NumoCommandLine(Surroundings surroundings)
    {
        _surroundings = surroundings;
        Root = new Command("numo", "Onboards schools in Numo and imports their people, through the Numo API. "
            + "Exit codes: 0 done, 1 refused or failed, 2 wrong usage. Example: numo demo");
        Root.Options.Add(new HelpOption());
        Root.Options.Add(new VersionOption());
        _options.AddTo(Root);
        Root.Subcommands.Add(HelpCommand.Build(RunAsync));
        Root.Subcommands.Add(CompletionCommand.Build(Run));
        Root.Subcommands.Add(DemoCommand.Build(Run));
        Root.Subcommands.Add(TokenCommand.Build(Run));
        Root.Subcommands.Add(DoctorCommand.Build(Run));
        Root.Subcommands.Add(ClockCommands.Build(Run));
        Root.Subcommands.Add(_options.AddConnectionTo(SchoolCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(KoppelingCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(ImportCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(SchooljaarCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(SyncCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(BerichtenCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(LeerlingCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(DocentCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(GroepCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(OpleidingCommands.Build(Run)));
        Root.Subcommands.Add(_options.AddConnectionTo(LeerplanCommands.Build(Run)));
    }

    /// <summary>The command `numo` with all that is under it.</summary>
    public Command Root { get; }

    /// <summary>Parses and runs.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (Completion.Read(args) is { } asked)
        {
            asked.Write(Root, _surroundings.Terminal.Out.Profile.Out.Writer);
            return ExitCode.Done;
        }

        var parsed = Root.Parse(args);
        Taal.Choose(dutch: _options.IsDutch(parsed, _surroundings.Variable));
        var configuration = new InvocationConfiguration
        {
            Output = _surroundings.Terminal.Out.Profile.Out.Writer,
            Error = _surroundings.Terminal.Error.Profile.Out.Writer,
            // Time to stop what the demo started before the process is ended anyway.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        };
        return parsed.Action is ParseErrorAction
            ? FailUsage(parsed, Errors(parsed))
            : await parsed.InvokeAsync(configuration);
    }

    private Func<ParseResult, CancellationToken, Task<int>> Run(CommandAction action) => async (parsed, ct) =>
    {
        if (parsed.GetValue(_options.NoColor))
        {
            _surroundings.Terminal.DropColor();
        }

        using var session = new Session(_surroundings, _options, parsed);
        try
        {
            return await action(session, parsed, ct);
        }
        catch (Exception e) when (IsCancellation(e, ct))
        {
            return Fail(ExitCode.Refused, ["Stopped before it was done."]);
        }
        catch (RpcException e)
        {
            return Fail(ExitCode.Refused, session.Describe(e));
        }
        catch (RefusedException e)
        {
            return Fail(ExitCode.Refused, e.Message.Split('\n'));
        }
        catch (WrongUsageException e)
        {
            return FailUsage(parsed, [e.Message]);
        }
    };

    private static IReadOnlyList<string> Errors(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0)
        {
            return
            [
                .. parsed.Errors
                    .Select(error => error.Message + SuggestionFor(error.Message, parsed))
                    .Distinct(StringComparer.Ordinal),
            ];
        }

        // The parser would say that a command is missing, and nothing of the one that was misspelt.
        var names = command.Subcommands.Select(c => c.Name).ToList();
        var known = string.Join(", ", names);
        return parsed.UnmatchedTokens is [var unknown, ..]
            ? [$"'{unknown}' is no command.{Suggestion.For(unknown, names)}", $"{PathOf(parsed)} has {known}."]
            : [$"A command is missing: {PathOf(parsed)} has {known}."];
    }

    // The parser names what it did not know; an option that is nearly one of the command's was meant.
    private static string SuggestionFor(string message, ParseResult parsed)
    {
        var unknown = parsed.UnmatchedTokens.FirstOrDefault(
            token => token.StartsWith('-') && message.Contains($"'{token}'", StringComparison.Ordinal));
        return unknown is null ? "" : Suggestion.For(unknown, OptionsOf(parsed.CommandResult));
    }

    private static IEnumerable<string> OptionsOf(CommandResult command)
    {
        foreach (var option in command.Command.Options)
        {
            yield return option.Name;
        }

        for (var parent = command.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
        {
            foreach (var option in parent.Command.Options.Where(option => option.Recursive))
            {
                yield return option.Name;
            }
        }
    }

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return string.Join(' ', names);
    }

    // The reason and where to read on: a page of help would bury it.
    private int FailUsage(ParseResult parsed, IReadOnlyList<string> reasons) =>
        Fail(ExitCode.WrongUsage, [.. reasons, $"Run '{PathOf(parsed)} --help'."]);

    private static bool IsCancellation(Exception e, CancellationToken ct) =>
        ct.IsCancellationRequested
        && e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled };

    private int Fail(int exitCode, IReadOnlyList<string> lines)
    {
        var error = _surroundings.Terminal.Error;
        foreach (var line in Wrapped.Lines("numo: " + Taal.Of(lines[0]), error.Profile.Width))
        {
            error.Markup($"[red]{Markup.Escape(line)}[/]");
            error.Profile.Out.Writer.WriteLine();
        }

        foreach (var line in lines.Skip(1))
        {
            Plain.Write(error, "  " + line);
        }

        return exitCode;
    }
}
