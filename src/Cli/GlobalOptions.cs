using System.CommandLine;
using System.CommandLine.Parsing;
using Kurve.Numo.Cli.Commands;

namespace Kurve.Numo.Cli;

/// <summary>The options that all commands have, or all that call the API.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Where the API listens when nothing else is said.</summary>
    public const string DefaultApi = "http://127.0.0.1:5080";

    /// <summary>The environment variable with the address of the API.</summary>
    public const string ApiVariable = "NUMO_API";

    /// <summary>The environment variable with the token.</summary>
    public const string TokenVariable = "NUMO_TOKEN";

    /// <summary>The environment variable with the language.</summary>
    public const string LanguageVariable = "NUMO_TAAL";

    private const string Dutch = "nl";

    /// <summary>The address of the API.</summary>
    public Option<Uri?> Api { get; } = new("--api")
    {
        Description = $"Address of the Numo API (gRPC). Default: {ApiVariable}, else {DefaultApi}. "
            + "Example: --api http://127.0.0.1:5080",
        HelpName = "URL",
        Recursive = true,
        CustomParser = ParseAddress,
    };

    /// <summary>The file with the token.</summary>
    public Option<FileInfo?> TokenFile { get; } = new("--token-file")
    {
        Description = $"File with the token. Default: the token in {TokenVariable}. A token itself is never an "
            + "argument, because every user of a machine can read the arguments of its processes. "
            + "Example: --token-file ~/numo.token",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>Whether the answer is printed as JSON.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the answer as JSON (the API's own message), for scripts. Example: numo school list --json",
        Recursive = true,
    };

    /// <summary>Whether colours are left out.</summary>
    public Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "Use no colours; a non-empty NO_COLOR does the same.",
        Recursive = true,
    };

    /// <summary>The language of the program itself.</summary>
    public Option<string?> Language { get; } = MakeLanguage();

    /// <summary>Whether the program speaks Dutch: by the option, else by the environment.</summary>
    public bool IsDutch(ParseResult parsed, Func<string, string?> variable) => string.Equals(
        parsed.GetValue(Language) ?? variable(LanguageVariable), Dutch, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds those of every command to the root.</summary>
    public void AddTo(Command root)
    {
        root.Options.Add(Language);
        root.Options.Add(Json);
        root.Options.Add(NoColor);
    }

    /// <summary>Adds those of a connection to a command that calls the API, and to all under it.</summary>
    public Command AddConnectionTo(Command command)
    {
        command.Options.Add(Api);
        command.Options.Add(TokenFile);
        return command;
    }

    /// <summary>Reads an absolute http or https address, or returns null.</summary>
    public static Uri? ReadAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (IsHttp(uri) || string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
            ? uri
            : null;

    /// <summary>Whether an address is one of plain http.</summary>
    public static bool IsHttp(Uri address) =>
        string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);

    private static Option<string?> MakeLanguage()
    {
        var language = new Option<string?>("--taal")
        {
            Description = $"Language of the program itself: en (the default) or nl; else {LanguageVariable}. Data and texts "
                + "of the service are Dutch in both. Example: --taal nl",
            HelpName = "en|nl",
            Recursive = true,
        };
        Arguments.AcceptOnly(language, "en", Dutch);
        return language;
    }

    private static Uri? ParseAddress(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        var address = ReadAddress(text);
        if (address is null)
        {
            result.AddError($"'{text}' is not an address such as {DefaultApi}.");
        }

        return address;
    }
}
