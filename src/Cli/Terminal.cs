using System.Globalization;
using Kurve.Numo.Cli.Rendering;
using Spectre.Console;

namespace Kurve.Numo.Cli;

/// <summary>
/// Where the program reads and writes: answers to <see cref="Out"/>; progress, questions and reasons to
/// <see cref="Error"/>, so that an answer can be piped on while a person still sees what happens.
/// </summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="input">Standard input.</param>
/// <param name="canAsk">Whether a person sits at both standard input and standard error.</param>
internal sealed class Terminal(IAnsiConsole output, IAnsiConsole error, TextReader input, bool canAsk) : IDisposable
{
    /// <summary>Room for a line in a file or pipe, unless COLUMNS says another: nothing is cut or wrapped.</summary>
    private const int WidthWithoutTerminal = 100_000;

    /// <summary>Standard output.</summary>
    public IAnsiConsole Out { get; } = output;

    /// <summary>Standard error.</summary>
    public IAnsiConsole Error { get; } = error;

    /// <summary>Whether a question can be answered.</summary>
    public bool CanAsk { get; } = canAsk;

    /// <summary>The terminal of this process.</summary>
    /// <param name="color">Whether colours may be used, where the terminal has them.</param>
    public static Terminal OfThisProcess(bool color)
    {
        var dumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        var terminal = new Terminal(
            Open(Console.Out, !Console.IsOutputRedirected && !dumb),
            Open(Console.Error, !Console.IsErrorRedirected && !dumb),
            Console.In,
            !Console.IsInputRedirected && !Console.IsErrorRedirected);
        if (!color)
        {
            terminal.DropColor();
        }

        return terminal;
    }

    /// <summary>A console on a writer: plain text unless it is a terminal.</summary>
    public static IAnsiConsole Open(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = int.TryParse(
                Environment.GetEnvironmentVariable("COLUMNS"),
                CultureInfo.InvariantCulture,
                out var columns) && columns > 0
                ? columns
                : WidthWithoutTerminal;
            console.Profile.Capabilities.Links = false;
        }

        return console;
    }

    /// <summary>Uses no colours from here on.</summary>
    public void DropColor()
    {
        Out.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        Error.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    }

    /// <summary>
    /// Asks for a secret: without showing it when a person types it, else the next line of standard input. Never taken
    /// from the command line, because every user of a machine can read that.
    /// </summary>
    /// <param name="what">What is asked for.</param>
    /// <param name="ct">Stops asking.</param>
    /// <exception cref="RefusedException">There was none.</exception>
    public async Task<string> ReadSecretAsync(string what, CancellationToken ct)
    {
        var secret = CanAsk
            ? await new TextPrompt<string>(Markup.Escape(Taal.Of(what)) + ":").Secret(null).AllowEmpty().ShowAsync(Error, ct)
            : await input.ReadLineAsync(ct);
        return string.IsNullOrEmpty(secret)
            ? throw new RefusedException(
                $"No {what} was given. Type it when asked, or give it as a line of standard input.")
            : secret;
    }

    /// <summary>Asks a person for a yes, in English or Dutch; nothing, or anything else, is a no.</summary>
    public async Task<bool> ConfirmAsync(string question, CancellationToken ct)
    {
        var answer = await new TextPrompt<string>(Markup.Escape(Taal.Of(question)) + " [blue][[y/j/n]][/] (n):").AllowEmpty()
            .ShowAsync(Error, ct);
        return IsYes(answer);
    }

    /// <summary>Whether an answer is a yes: y, yes, j or ja, in any case.</summary>
    public static bool IsYes(string answer) => answer.Trim().ToUpperInvariant() is "Y" or "YES" or "J" or "JA";

    /// <summary>Shows that something goes on until it is done.</summary>
    public Task<T> ShowWhileAsync<T>(string what, Func<Task<T>> work)
    {
        if (IsLive(Error))
        {
            return Error.Status().StartAsync(Markup.Escape(Taal.Of(what)), _ => work());
        }

        Error.WriteLine(Taal.Of(what));
        return work();
    }

    /// <summary>Whether a console can redraw what it showed.</summary>
    public static bool IsLive(IAnsiConsole console) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <inheritdoc/>
    public void Dispose()
    {
        Out.Profile.Out.Writer.Flush();
        Error.Profile.Out.Writer.Flush();
    }
}
