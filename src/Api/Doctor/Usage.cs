namespace Kurve.Numo.Api.Doctor;

/// <summary>What the program says of itself.</summary>
internal static class Usage
{
    /// <summary>The text of <c>--help</c>.</summary>
    public const string Text = """
        Kurve.Numo.Api: imports pupils, classes and teachers of schools into Numo, and
        serves them over gRPC and JSON.

        Usage:
          Kurve.Numo.Api [--Section:Key=value ...]   starts the service
          Kurve.Numo.Api doctor                      says what is wrong around it
          Kurve.Numo.Api --help

        Settings come from appsettings.json beside the program, from environment
        variables (Numo__Database__ConnectionString=...) and from the command line
        (--Numo:Database:ConnectionString=...), the last one winning. The README lists
        them; a name that is not known is refused. ASPNETCORE_ENVIRONMENT is Production
        unless it says Development.

        Without Kestrel:Endpoints it listens on this machine alone, on port 5080 for
        gRPC and 5081 for JSON. /healthz/live and /healthz/ready tell whether it is up.

        Examples:
          ASPNETCORE_ENVIRONMENT=Development Kurve.Numo.Api
          Kurve.Numo.Api doctor --Numo:Auth:Authority=https://issuer.example
        """;

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAsked(IReadOnlyList<string> args) => args.Any(arg => arg is "--help" or "-h" or "-?" or "help");
}
