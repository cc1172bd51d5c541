using System.CommandLine;
using System.Text.Json.Nodes;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Tokens;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo token`: a token for an API in Development.</summary>
internal static class TokenCommand
{
    private const int LongestHours = 31 * 24;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new TokenOptions();
        var command = new Command(
            "token",
            "Prints a token that an API in Development accepts. "
                + "Example: export NUMO_TOKEN=$(numo token --scope numo.read --scope numo.import)")
        {
            options.Scope, options.School, options.Key, options.Subject, options.Hours,
        };
        command.SetAction(run((session, parsed, _) => Task.FromResult(Print(session, options, parsed))));
        return command;
    }

    private static int Print(Session session, TokenOptions options, ParseResult parsed)
    {
        var configured = session.Variable(DevelopmentKey.FileVariable);
        var path = parsed.GetValue(options.Key)?.FullName
            ?? (string.IsNullOrEmpty(configured) ? DevelopmentKey.DefaultPath : configured);
        var key = DevelopmentKey.ReadOrCreate(path);
        var error = session.Terminal.Error.Profile.Out.Writer;
        if (key.Created)
        {
            error.WriteLine($"Made a new key: {path}. An API that is running with another one must be started again.");
        }

        var token = new DevelopmentTokenIssuer(key, session.Clock).Issue(new TokenRequest(
            parsed.GetValue(options.Subject) ?? Environment.UserName,
            parsed.GetRequiredValue(options.Scope),
            Array.ConvertAll(parsed.GetValue(options.School) ?? [], id => id.ToString()),
            TimeSpan.FromHours(parsed.GetValue(options.Hours))));
        session.Terminal.Out.Profile.Out.Writer.WriteLine(session.Json
            ? ProtoJson.Format(new JsonObject { ["token"] = token.Value, ["expireTime"] = token.Expires.UtcDateTime })
            : token.Value);
        return ExitCode.Done;
    }

    private sealed class TokenOptions
    {
        public TokenOptions() => Scope.AcceptOnlyFromAmong([.. Scopes.All]);

        public Option<string[]> Scope { get; } = new("--scope")
        {
            Description = "What the bearer may do; repeat for more. Example: --scope numo.read --scope numo.import",
            HelpName = "SCOPE",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };

        public Option<Guid[]> School { get; } = new("--school")
        {
            Description = "Bind the bearer to the schools with these ids; none means all schools. Repeat for more. "
                + "Example: --school 0198f000-0000-7000-8000-000000000001",
            HelpName = "ID",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => Arguments.ParseEach(
                result, text => Guid.TryParse(text, out var id) ? id : (Guid?)null, "the id of a school"),
        };

        public Option<FileInfo?> Key { get; } = new("--key")
        {
            Description = "The key file of the API (its setting Numo:Auth:DevelopmentKeyFile); made if there is none. "
                + $"Default: {DevelopmentKey.FileVariable}, which the API needs as well, else "
                + $"{DevelopmentKey.DefaultPath}. Example: --key ~/numo.key",
            HelpName = "FILE",
        };

        public Option<string?> Subject { get; } = new("--subject")
        {
            Description = "Who the bearer is, for the audit; default the user of this machine. "
                + "Example: --subject support",
            HelpName = "NAME",
        };

        public Option<int> Hours { get; } = Arguments.Number(
            "--hours", "How long the token is good. Example: --hours 1", standard: 8, least: 1, most: LongestHours);
    }
}
