namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

/// <summary>Runs `numo koppeling` against an API in memory.</summary>
internal static class KoppelingCommandLine
{
    public static Task<CommandLineResult> RunKoppelingAsync(this FakeApi api, string command, params string[] more)
    {
        string[] school = command == "list" ? [] : ["--school", RunBuilder.SchoolId];
        return new CommandLineBuilder().With(api).RunAsync(["koppeling", command, .. school, .. more]);
    }

    /// <summary>The first line on standard output with this part.</summary>
    public static string LineWith(this CommandLineResult result, string part) =>
        result.Out.Split('\n').First(line => line.Contains(part, StringComparison.Ordinal));
}
