namespace Kurve.Numo.Cli;

/// <summary>What the program tells the shell. Scripts rely on these.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused or failed; the reason is on standard error.</summary>
    public const int Refused = 1;

    /// <summary>The command line was wrong; nothing was tried.</summary>
    public const int WrongUsage = 2;
}

/// <summary>Ends a command with <see cref="ExitCode.Refused"/>.</summary>
/// <param name="message">The reason, and what to do about it, in lines for standard error.</param>
internal sealed class RefusedException(string message) : Exception(message);

/// <summary>Ends a command with <see cref="ExitCode.WrongUsage"/>, for what the parser alone cannot see.</summary>
/// <param name="message">What is wrong with the command line.</param>
internal sealed class WrongUsageException(string message) : Exception(message);
