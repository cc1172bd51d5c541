namespace Kurve.Numo.Api.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("bogus")]
    [InlineData("school")]
    [InlineData("school", "register", "--naam", "De Linde")]
    [InlineData("school", "list", "--api", "not an address")]
    [InlineData("school", "list", "--api", "ftp://127.0.0.1")]
    [InlineData("token")]
    [InlineData("token", "--scope", "numo.everything")]
    [InlineData("token", "--scope", "numo.read", "--hours", "0")]
    [InlineData("token", "--scope", "numo.read", "--hours", "soon")]
    [InlineData("token", "--scope", "numo.read", "--school", "De Linde")]
    [InlineData("import", "show", "--school", "99XY", "not-an-id")]
    [InlineData("import", "show", "--school", "99XY", RunBuilder.RunId, "--soort", "bogus")]
    [InlineData("import", "apply", "--school", "99XY", RunBuilder.RunId, "--yes", "--soort", "afgekeurd")]
    [InlineData("import", "apply", "--school", "99XY", RunBuilder.RunId, "--yes", "--regel", "0")]
    [InlineData("koppeling", "list", "--staat", "bogus")]
    [InlineData("koppeling", "list", "--status", "open")]
    [InlineData("koppeling", "list", "--niet-beproefd-sinds", "09/01/2026")]
    [InlineData("koppeling", "step", "--school", "99XY", "bogus", "--toelichting", "x")]
    [InlineData("koppeling", "step", "--school", "99XY", "toestemming")]
    [InlineData("koppeling", "suspend", "--school", "99XY")]
    [InlineData("schooljaar")]
    [InlineData("schooljaar", "show")]
    [InlineData("schooljaar", "agree", "--school", "99XY", "--yes", "--vestiging", "01")]
    [InlineData("schooljaar", "agree", "--school", "99XY", "--yes", "--max-vertrek", "-1")]
    [InlineData("schooljaar", "agree", "--school", "99XY", "--yes", "--max-nieuw", "100001")]
    [InlineData("schooljaar", "agree", "--school", "99XY", "--yes", "--vertrek-op", "15-8-2027")]
    [InlineData("schooljaar", "agree", "--school", "99XY")]
    [InlineData("schooljaar", "prepare", "--school", "99XY")]
    [InlineData("schooljaar", "apply", "--from", "runs.csv")]
    [InlineData("schooljaar", "apply", "--yes")]
    [InlineData("schooljaar", "list", "--staat", "bogus")]
    [InlineData("schooljaar", "paper", "--school", "99XY")]
    [InlineData("opleiding")]
    [InlineData("opleiding", "translate", "--school", "99XY", "H4", "--leerjaar", "7")]
    [InlineData("opleiding", "set", "--school", "99XY", "H4")]
    [InlineData("opleiding", "crebo")]
    [InlineData("demo", "--pupils", "0")]
    [InlineData("demo", "--pupils", "many")]
    [InlineData("demo", "--join", "Bogus")]
    public async Task A_wrong_command_line_ends_with_2_and_says_why(params string[] args)
    {
        var api = new FakeApi();

        var result = await new CommandLineBuilder().With(api).RunAsync(args);

        result.ExitCode.Should().Be(2);
        result.Error.Should().NotBeEmpty();
        api.Calls.Should().BeEmpty("nothing may be tried with a wrong command line");
    }

    [Theory]
    [InlineData("numo koppeling", "koppeling", "frob")]
    [InlineData("numo koppeling", "koppeling")]
    [InlineData("numo", "bogus")]
    [InlineData("numo token", "token")]
    [InlineData("numo koppeling status", "koppeling", "status")]
    [InlineData("numo import apply", "import", "apply", "--school", "99XY", RunBuilder.RunId)]
    public async Task What_is_wrong_is_not_buried_by_help(string command, params string[] args)
    {
        var result = await new CommandLineBuilder().RunAsync(args);

        result.ExitCode.Should().Be(2);
        result.Out.Should().BeEmpty();
        result.Error.TrimEnd().Split('\n').Should().HaveCountLessThanOrEqualTo(3);
        result.Error.TrimEnd().Should().EndWith($"Run '{command} --help'.");
    }

    [Theory]
    [InlineData("'koppeling'", "kopeling", "status")]
    [InlineData("'history'", "import", "histroy")]
    [InlineData("'--school'", "import", "history", "--scool", "99XY")]
    [InlineData("'--api'", "school", "list", "--apy", "http://127.0.0.1:5080")]
    [InlineData("'bijwerken'", "sync", "policy", "--school", "99XY", "--soort", "bijwreken")]
    [InlineData("'numo.import'", "token", "--scope", "numo.imprt")]
    [InlineData("'gearchiveerd'", "leerling", "list", "--school", "99XY", "--status", "gearchivered")]
    [InlineData("'allowlisting'", "koppeling", "step", "--school", "99XY", "allowlistng", "--toelichting", "x")]
    [InlineData("'mislukt'", "sync", "list", "--uitkomst", "mislkt")]
    public async Task What_was_probably_meant_is_named(string expected, params string[] args)
    {
        var result = await new CommandLineBuilder().RunAsync(args);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain($"Did you mean {expected}?");
    }

    [Fact]
    public async Task Help_explains_a_command_as_the_option_does()
    {
        var word = await new CommandLineBuilder().RunAsync("help", "import", "apply");
        var option = await new CommandLineBuilder().RunAsync("import", "apply", "--help");
        var all = await new CommandLineBuilder().RunAsync("help");

        word.Should().Be(option).And.Match<CommandLineResult>(r => r.ExitCode == 0);
        all.Out.Should().ContainAll("school", "koppeling", "import");
    }

    [Theory]
    [InlineData("numo im", "import")]
    [InlineData("numo import hi", "history")]
    [InlineData("numo import show --school 99XY la", "latest")]
    [InlineData("numo leerling list --status a", "actief,alle")]
    [InlineData("numo sync policy --soort bij", "bijwerken")]
    [InlineData("numo token --scope numo.b", "numo.beheer")]
    public async Task A_shell_completes_commands_options_and_values(string line, string expected)
    {
        var result = await new CommandLineBuilder().RunAsync($"[suggest:{line.Length}]", line);

        result.ExitCode.Should().Be(0);
        result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Contain(expected.Split(','));
    }

    [Theory]
    [InlineData("bash", "complete -F _numo numo")]
    [InlineData("zsh", "compdef _numo numo")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task A_shell_is_told_how_to_complete(string shell, string expected) =>
        (await new CommandLineBuilder().RunAsync("completion", shell)).Out.Should().Contain(expected);

    [Fact]
    public async Task An_unknown_command_is_named_with_the_known_ones()
    {
        var result = await new CommandLineBuilder().RunAsync("koppeling", "frob");

        result.Error.Should().ContainAll("'frob'", "create", "rotate");
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("token")]
    public async Task A_command_that_calls_no_api_of_the_user_has_no_address_for_one(string command)
    {
        var result = await new CommandLineBuilder().RunAsync(command, "--help");

        result.Out.Should().NotContain("--api").And.NotContain("--token-file");
    }

    [Fact]
    public async Task An_unknown_scope_is_answered_with_the_known_ones()
    {
        var result = await new CommandLineBuilder().RunAsync("token", "--scope", "numo.everything");

        result.Error.Should().ContainAll(
            "numo.read", "numo.import", "numo.leerplan", "numo.licentie", "numo.aanmelden", "numo.beheer");
    }

    [Theory]
    [InlineData("--wachtwoord")]
    [InlineData("--password")]
    [InlineData("--uwlr-sleutel")]
    public async Task A_secret_is_never_taken_from_the_command_line(string option)
    {
        var result = await new CommandLineBuilder().RunAsync(
            "koppeling", "create", "--school", "99XY", "--domein", "delinde", option, "geheim");

        result.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task A_token_is_never_taken_from_the_command_line()
    {
        var result = await new CommandLineBuilder().RunAsync("school", "list", "--token", "abc");

        result.ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("token", "--help")]
    [InlineData("demo", "--help")]
    [InlineData("school", "register", "--help")]
    [InlineData("koppeling", "create", "--help")]
    [InlineData("koppeling", "kit", "--help")]
    [InlineData("koppeling", "instructies", "--help")]
    [InlineData("koppeling", "rotate", "--help")]
    [InlineData("koppeling", "update", "--help")]
    [InlineData("koppeling", "list", "--help")]
    [InlineData("import", "apply", "--help")]
    [InlineData("opleiding", "translate", "--help")]
    [InlineData("schooljaar", "--help")]
    [InlineData("schooljaar", "agree", "--help")]
    [InlineData("schooljaar", "apply", "--help")]
    [InlineData("schooljaar", "rehearse", "--help")]
    public async Task Every_command_explains_itself_with_an_example(params string[] args)
    {
        var result = await new CommandLineBuilder().RunAsync(args);

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("Example: numo").And.Contain("--json").And.NotContain("Kurve.Numo.Cli");
    }

    [Fact]
    public void Every_command_and_option_has_a_description()
    {
        using var surroundings = CommandLineBuilder.Nowhere();
        var commands = Below(new Numo.Cli.NumoCommandLine(surroundings).Root).ToList();

        commands.Should().HaveCountGreaterThan(30)
            .And.OnlyContain(command => command.Description!.Contains("Example:"));
        commands.SelectMany(c => c.Options).Should().OnlyContain(option => option.Description!.Length > 0);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_without_names_of_the_program_itself()
    {
        using var surroundings = CommandLineBuilder.Nowhere();
        var root = new Numo.Cli.NumoCommandLine(surroundings).Root;

        var refusals = Below(root, [])
            .SelectMany(found => found.Command.Options.Select(option => (string[])[.. found.Path, option.Name, "blub"])
                .Append([.. found.Path, .. found.Command.Arguments.Select(_ => "blub")]))
            .SelectMany(args => root.Parse(args).Errors.Select(error => error.Message))
            .ToList();

        refusals.Should().Contain(text => text.Contains("blub"))
            .And.NotContain(text => text.Contains("System.") || text.Contains("Kurve."));
    }

    private static IEnumerable<(System.CommandLine.Command Command, string[] Path)> Below(
        System.CommandLine.Command command, string[] path) => command.Subcommands
        .SelectMany(below => Below(below, [.. path, below.Name])).Prepend((command, path));

    private static IEnumerable<System.CommandLine.Command> Below(System.CommandLine.Command command) =>
        command.Subcommands.SelectMany(Below).Prepend(command);
}
