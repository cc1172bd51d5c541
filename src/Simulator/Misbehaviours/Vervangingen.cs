using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;

namespace Kurve.Numo.Simulator.Misbehaviours;

/// <summary>Answers that have nothing to do with what was asked, the same for both protocols.</summary>
internal static class Vervangingen
{
    private const int Depth = 100_000;
    private const int EntityLevels = 12;

    /// <summary>An HTML page about an error, with status 200.</summary>
    public static Task HtmlPageAsync(HttpContext http) => WriteAsync(
        http,
        "text/html; charset=utf-8",
        "<!DOCTYPE html><html><head><title>Storing</title><body><h1>Even geduld<br></body>");

    /// <summary>A status without a useful body.</summary>
    public static Func<HttpContext, Task> Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "30";
        }

        return Task.CompletedTask;
    };

    /// <summary>A redirect to an address where nothing good can be.</summary>
    public static Task RedirectAsync(HttpContext http)
    {
        http.Response.Redirect($"{http.Request.Scheme}://{http.Request.Host}/control/schools");
        return Task.CompletedTask;
    }

    /// <summary>Resets the connection.</summary>
    public static Task ResetAsync(HttpContext http)
    {
        // Without lingering, closing a socket sends RST instead of FIN.
        if (http.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            connection.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>A document whose entities grow tenfold at every level, used between the two texts.</summary>
    public static Func<HttpContext, Task> EntityBomb(string before, string after) => http =>
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE bom [<!ENTITY e0 \"knal\">");
        for (var level = 1; level <= EntityLevels; level++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<!ENTITY e{level} \"");
            for (var i = 0; i < 10; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"&e{level - 1};");
            }

            text.Append("\">");
        }

        text.Append("]>").Append(before).Append(CultureInfo.InvariantCulture, $"&e{EntityLevels};").Append(after);
        return WriteAsync(http, "text/xml; charset=utf-8", text.ToString());
    };

    /// <summary>A hundred thousand elements inside each other, between the two texts.</summary>
    public static Func<HttpContext, Task> DeepNesting(string before, string after) => http =>
    {
        var text = new StringBuilder(before);
        text.Insert(text.Length, "<diep>", Depth).Insert(text.Length, "</diep>", Depth).Append(after);
        return WriteAsync(http, "text/xml; charset=utf-8", text.ToString());
    };

    /// <summary>A text, and then another text for ever, with a number that counts up.</summary>
    public static Func<HttpContext, Task> Endless(string before, Func<int, string> again) => async http =>
    {
        await WriteAsync(http, "text/xml; charset=utf-8", before);
        var piece = new StringBuilder();
        for (var number = 0; !http.RequestAborted.IsCancellationRequested; piece.Clear())
        {
            while (piece.Length < 32 * 1024)
            {
                piece.Append(again(number++));
            }

            await http.Response.WriteAsync(piece.ToString(), http.RequestAborted);
        }
    };

    private static Task WriteAsync(HttpContext http, string contentType, string text)
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
