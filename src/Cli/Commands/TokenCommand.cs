using System.CommandLine;
using System.Text.Json.Nodes;
using Kurve.Numo.Cli.Connection;
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
        command.SetAction(run((session, parsed, ct) => PrintAsync(session, options, parsed, ct)));
        return command;
    }

    private static async Task<int> PrintAsync(
        Session session, TokenOptions options, ParseResult parsed, CancellationToken ct)
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

        var issuer = new DevelopmentTokenIssuer(key, session.Clock);
        var subject = parsed.GetValue(options.Subject) ?? Environment.UserName;
        var token = issuer.Issue(new TokenRequest(
            subject,
            parsed.GetRequiredValue(options.Scope),
            await FindScholenAsync(session, issuer, subject, parsed.GetValue(options.School) ?? [], ct),
            TimeSpan.FromHours(parsed.GetValue(options.Hours))));
        session.Terminal.Out.Profile.Out.Writer.WriteLine(session.Json
            ? ProtoJson.Format(new JsonObject { ["token"] = token.Value, ["expireTime"] = token.Expires.UtcDateTime })
            : token.Value);
        return ExitCode.Done;
    }

    // Ids as they are; for a BRIN the API is asked, with a token of the same key that lasts as long as that takes.
    private static async Task<IReadOnlyCollection<string>> FindScholenAsync(
        Session session, DevelopmentTokenIssuer issuer, string subject, string[] scholen, CancellationToken ct)
    {
        if (scholen.All(school => Guid.TryParse(school, out _)))
        {
            return scholen;
        }

        var token = issuer.Issue(new TokenRequest(subject, ["numo.read"], [], TimeSpan.FromMinutes(1)));
        using var api = session.Connect(session.Address, token.Value);
        var ids = new List<string>();
        foreach (var school in scholen)
        {
            ids.Add(await api.FindSchoolIdAsync(school, ct));
        }

        return ids;
    }

    private sealed class TokenOptions
    {
        public TokenOptions()
        {
            Arguments.AcceptOnly(Scope, [.. Scopes.All]);
            School.Validators.Add(result =>
            {
                foreach (var text in result.Tokens.Select(t => t.Value).Where(t => !Guid.TryParse(t, out _) && !IsBrin(t)))
                {
                    result.AddError($"'{text}' is not a BRIN such as 99XY, nor the id of a school.");
                }
            });
        }

        public Option<string[]> Scope { get; } = new("--scope")
        {
            Description = "What the bearer may do; repeat for more. Example: --scope numo.read --scope numo.import",
            HelpName = "SCOPE",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };

        public Option<string[]> School { get; } = new("--school")
        {
            Description = "Bind the bearer to these schools, by BRIN or id; none means all schools. Repeat for more. The "
                + $"API at {GlobalOptions.ApiVariable} is asked what a BRIN is. Example: --school 99XY",
            HelpName = "BRIN|ID",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
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

        private static bool IsBrin(string text) =>
            text.Length == 4 && text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(text[0]);
    }
}
