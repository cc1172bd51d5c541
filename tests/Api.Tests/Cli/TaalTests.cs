using System.Text.RegularExpressions;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>`numo --taal nl` against a real API: what the program itself says is Dutch.</summary>
[Collection(nameof(DagenApi))]
public sealed partial class TaalTests(EndToEnd api) : IDisposable
{
    public void Dispose() => api.Simulator.Day = 0;

    [Fact]
    public async Task Everything_that_support_sees_of_a_day_is_dutch()
    {
        api.Simulator.Day = 0;
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Day = 9;
        string[][] commands =
        [
            ["school", "list"],
            ["school", "show", simulated.Brin],
            ["koppeling", "status", "--school", simulated.Brin],
            ["import", "preview", "--school", simulated.Brin],
            ["import", "history", "--school", simulated.Brin],
            ["import", "compare", "--school", simulated.Brin, "latest"],
            ["import", "apply", "--school", simulated.Brin, "latest", "--yes"],
            ["import", "undo", "--school", simulated.Brin, "latest", "--yes"],
            ["leerling", "list", "--school", simulated.Brin],
            ["leerling", "show", "--school", simulated.Brin, "Niemand Zo"],
            ["groep", "list", "--school", simulated.Brin],
            ["docent", "list", "--school", simulated.Brin],
            ["sync", "show", "--school", simulated.Brin],
            ["sync", "now", "--school", simulated.Brin],
            ["leerling", "lst"],
        ];

        var english = new List<string>();
        foreach (var command in commands)
        {
            var result = await new CommandLineBuilder().Calling(api.Api).RunAsync([.. command, "--taal", "nl"]);
            english.AddRange(WithoutCommands(result.Out + result.Error).Split('\n')
                .Where(line => English().IsMatch(line))
                .Select(line => $"{string.Join(' ', command)}: {line.Trim()}"));
        }

        english.Should().BeEmpty();
    }

    [Fact]
    public async Task The_language_may_be_set_for_good_and_a_wrong_one_is_refused()
    {
        var dutch = await new CommandLineBuilder().Calling(api.Api).WithVariable("NUMO_TAAL", "nl")
            .RunAsync("leerling", "lst");
        var english = await new CommandLineBuilder().Calling(api.Api).WithVariable("NUMO_TAAL", "nl")
            .RunAsync("leerling", "show", "--school", "99ZZ", "1", "--taal", "en");
        var wrong = await new CommandLineBuilder().RunAsync("school", "list", "--taal", "de");

        dutch.Error.Should().Contain("is geen opdracht. Bedoelt u 'list'?");
        english.Error.Should().Contain("No open school with BRIN 99ZZ");
        wrong.ExitCode.Should().Be(2);
    }

    // What is typed is English in both languages.
    private static string WithoutCommands(string text) => Command().Replace(text, "");

    [GeneratedRegex(
        @"\b(the|and|of whom|not|were|with|without|next|by|from|shows?|step|there|which|yet|row|rows|kind|name|state|share|hits|chosen|requested|compared|expires|applied|persons?|would|more)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex English();

    [GeneratedRegex("numo [a-z]+ [a-z-]+[^\n`]*|`[^`]*`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
