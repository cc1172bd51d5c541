namespace Kurve.Numo.Cli.Commands;

/// <summary>Names one wish of the user, so that the API never grants it twice when a connection is retried.</summary>
internal static class RequestId
{
    /// <summary>A new one.</summary>
    public static string New() => Guid.NewGuid().ToString();
}
