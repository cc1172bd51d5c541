namespace Kurve.Numo.Cli;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var surroundings = Surroundings.OfThisProcess();
        return await new NumoCommandLine(surroundings).RunAsync(args);
    }
}
