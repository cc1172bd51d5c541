using System.CommandLine;
using System.CommandLine.Parsing;
using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Clock;
using Spectre.Console;

namespace Kurve.Numo.Cli;

/// <summary>One run of one command: its global options, and the connection that it opens when it needs one.</summary>
internal sealed class Session(Surroundings surroundings, GlobalOptions options, ParseResult parsed) : IDisposable
{
    private const string MakeToken = "numo token --scope numo.read";
    private ApiConnection? _connection;
    private TimeProvider? _serviceClock;

    /// <summary>Where it reads and writes.</summary>
    public Terminal Terminal => surroundings.Terminal;

    /// <summary>The machine's time.</summary>
    public TimeProvider Clock => surroundings.Clock;

    /// <summary>The time by which the API goes, as far as this program can know: that of the clock for trials, if its
    /// file is named.</summary>
    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public TimeProvider ServiceClock => _serviceClock ??= OpenServiceClock();

    /// <summary>Whether the answer is printed as JSON.</summary>
    public bool Json { get; } = parsed.GetValue(options.Json);

    /// <summary>The address of the API.</summary>
    public Uri Address => parsed.GetValue(options.Api) ?? AddressOfEnvironment();

    /// <summary>The API; connects when first used.</summary>
    public ApiConnection Api => _connection ??= surroundings.Connect(Address, ReadToken());

    /// <summary>The school that the command is about, as the user called it; empty when it names none.</summary>
    public string School => parsed.CommandResult.Children.OfType<OptionResult>()
        .FirstOrDefault(option => string.Equals(option.Option.Name, Arguments.SchoolName, StringComparison.Ordinal))
        is { Tokens: [.., var token] } ? token.Value : "";

    /// <summary>An environment variable, or null.</summary>
    public string? Variable(string name) => surroundings.Variable(name);

    /// <summary>Opens a connection to another API than the one of the global options.</summary>
    public ApiConnection Connect(Uri address, string token) => surroundings.Connect(address, token);

    /// <summary>Prints the answer: as JSON if that was asked for, else as the table that is given.</summary>
    public int Print(IMessage answer, Action<IAnsiConsole> render)
    {
        if (Json)
        {
            Terminal.Out.Profile.Out.Writer.WriteLine(ProtoJson.Format(answer));
        }
        else
        {
            render(Terminal.Out);
        }

        return ExitCode.Done;
    }

    /// <summary>The global options that were given, to be repeated in a next command; ends with a space.</summary>
    public string RepeatedOptions()
    {
        var api = parsed.GetValue(options.Api) is { } address ? $"--api {address.OriginalString} " : "";
        var token = parsed.GetValue(options.TokenFile) is { } file ? $"--token-file {Quote(file.ToString())} " : "";
        return api + token;
    }

    /// <summary>The lines that say why the API refused.</summary>
    public IReadOnlyList<string> Describe(RpcException failure) => Describe(failure, School);

    /// <summary>The lines that say why the API refused something of one school of several.</summary>
    public IReadOnlyList<string> Describe(RpcException failure, string school) =>
        ErrorRendering.Describe(failure, new ErrorContext(Address, RepeatedOptions(), school));

    /// <inheritdoc/>
    public void Dispose() => _connection?.Dispose();

    private TimeProvider OpenServiceClock()
    {
        if (Variable(TrialClockFile.Variable) is not { Length: > 0 } path)
        {
            return Clock;
        }

        try
        {
            return new TrialClock(new TrialClockFile(path), Clock, _ => { });
        }
        catch (TrialClockException exception)
        {
            throw new RefusedException(exception.Message);
        }
    }

    private static string Quote(string text) =>
        text.Contains(' ', StringComparison.Ordinal) ? $"'{text}'" : text;

    private Uri AddressOfEnvironment()
    {
        var text = Variable(GlobalOptions.ApiVariable);
        return string.IsNullOrWhiteSpace(text)
            ? new Uri(GlobalOptions.DefaultApi)
            : GlobalOptions.ReadAddress(text) ?? throw new WrongUsageException(
                $"{GlobalOptions.ApiVariable} is '{text}', which is no address such as {GlobalOptions.DefaultApi}.");
    }

    // A banner or an error message that was caught with the token would fail as a header, and say nothing of why.
    private static string CheckToken(string text, string where, string remedy) =>
        text.Length > 0 && !text.Any(char.IsWhiteSpace)
            ? text
            : throw new RefusedException($"{where} holds no token. Make one with `{remedy}`.");

    private string? ReadToken()
    {
        var file = parsed.GetValue(options.TokenFile);
        if (file is null)
        {
            const string variable = GlobalOptions.TokenVariable;
            return Variable(variable)?.Trim() is { Length: > 0 } token
                ? CheckToken(token, variable, $"export {variable}=$({MakeToken})")
                : null;
        }

        try
        {
            return CheckToken(File.ReadAllText(file.FullName).Trim(), file.ToString(), $"{MakeToken} > {file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The token file cannot be read: {e.Message}");
        }
    }
}
