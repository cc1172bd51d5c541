using Kurve.Numo.Cli.Connection;

namespace Kurve.Numo.Cli;

/// <summary>What the program takes from outside. Tests give their own.</summary>
internal sealed class Surroundings : IDisposable
{
    /// <summary>Where it reads and writes.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>An environment variable, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Opens a connection to an API, with a token if there is one.</summary>
    public required Func<Uri, string?, ApiConnection> Connect { get; init; }

    /// <summary>The time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The terminal, environment, network and clock of this process.</summary>
    public static Surroundings OfThisProcess()
    {
        var noColor = Environment.GetEnvironmentVariable("NO_COLOR");
        return new Surroundings
        {
            Terminal = Terminal.OfThisProcess(color: string.IsNullOrEmpty(noColor)),
            Variable = Environment.GetEnvironmentVariable,
            Connect = ApiConnection.Open,
            Clock = TimeProvider.System,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => Terminal.Dispose();
}
