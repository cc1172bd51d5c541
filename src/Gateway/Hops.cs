using System.Globalization;

namespace Kurve.Numo.Gateway;

/// <summary>
/// Counts through how many gateways a call came, in a header of its own. More than a few is a loop: each gateway in it
/// would open a connection for every turn.
/// </summary>
internal static class Hops
{
    /// <summary>The header.</summary>
    public const string Header = "numo-gateway-hops";

    private const int Most = 3;

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var hops = Read(context.Request.Headers[Header]);
        if (hops >= Most)
        {
            return Answers.WriteAsync(context, Answers.Loop);
        }

        context.Request.Headers[Header] = (hops + 1).ToString(CultureInfo.InvariantCulture);
        return next(context);
    }

    // A number that is none was not written by a gateway.
    private static int Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hops) ? hops : 0;
}
