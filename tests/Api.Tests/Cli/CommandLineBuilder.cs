using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Connection;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>What a run of `numo` gave.</summary>
internal sealed record CommandLineResult(int ExitCode, string Out, string Error);

/// <summary>Runs `numo` in memory, without a terminal.</summary>
internal sealed class CommandLineBuilder
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private TimeProvider _clock = TimeProvider.System;
    private FakeApi _api = new();
    private bool _network;
    private int _width;
    private string _input = "";

    /// <summary>The address and token of the last connection.</summary>
    public (Uri Address, string? Token)? Connected { get; private set; }

    public CommandLineBuilder With(FakeApi api)
    {
        _api = api;
        return this;
    }

    /// <summary>Calls a real API, which the variable NUMO_API names.</summary>
    public CommandLineBuilder OverNetwork()
    {
        _network = true;
        return this;
    }

    /// <summary>Calls a real API with a token for all that it does.</summary>
    public CommandLineBuilder Calling(ApiProcess api, string scopes = TestSchool.AllScopes) => OverNetwork()
        .WithVariable("NUMO_API", api.GrpcAddress.ToString())
        .WithVariable("NUMO_TOKEN", api.Token(scopes));

    /// <summary>Shows answers on a terminal of this many columns.</summary>
    public CommandLineBuilder OfWidth(int columns)
    {
        _width = columns;
        return this;
    }

    public CommandLineBuilder WithVariable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    public CommandLineBuilder WithInput(string input)
    {
        _input = input;
        return this;
    }

    public CommandLineBuilder At(TimeProvider clock)
    {
        _clock = clock;
        return this;
    }

    /// <summary>Surroundings for who looks at the commands and runs none.</summary>
    public static Surroundings Nowhere() => new()
    {
        Terminal = Terminal.OfThisProcess(color: false),
        Variable = _ => null,
        Connect = (_, _) => new ApiConnection(new FakeApi()),
        Clock = TimeProvider.System,
    };

    public async Task<CommandLineResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(_input);
        using var surroundings = new Surroundings
        {
            Terminal = new Terminal(
                Terminal.Open(output, isTerminal: false),
                Terminal.Open(error, isTerminal: false),
                input,
                canAsk: false),
            Variable = name => _variables.GetValueOrDefault(name),
            Connect = (address, token) =>
            {
                Connected = (address, token);
                return _network ? ApiConnection.Open(address, token) : new ApiConnection(_api);
            },
            Clock = _clock,
        };
        if (_width > 0)
        {
            surroundings.Terminal.Out.Profile.Width = _width;
            surroundings.Terminal.Error.Profile.Width = _width;
        }

        var exitCode = await new NumoCommandLine(surroundings).RunAsync(args);
        return new CommandLineResult(exitCode, output.ToString(), error.ToString());
    }
}
