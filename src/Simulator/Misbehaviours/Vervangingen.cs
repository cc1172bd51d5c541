using System.Globalization;
using System.IO.Compression;
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
    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    /// <summary>A fault of SOAP 1.1 that tells nothing but that the server failed, in the plain words of a framework.</summary>
    public static Task ServerFaultAsync(HttpContext http) => FaultAsync(
        http,
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>s:Server</faultcode>"
        + "<faultstring>Server was unable to process request.</faultstring></s:Fault></s:Body></s:Envelope>");

    /// <summary>A fault of SOAP 1.2.</summary>
    /// <param name="code">Its code, one of SOAP's own.</param>
    /// <param name="subcode">What the service itself means; null when it does not say.</param>
    /// <param name="reason">Why.</param>
    public static Func<HttpContext, Task> Soap12Fault(string code, string? subcode, string reason) => http => FaultAsync(
        http,
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><s:Fault><s:Code>"
        + $"<s:Value>s:{code}</s:Value>"
        + (subcode is null ? "" : $"<s:Subcode><s:Value>x:{subcode}</s:Value></s:Subcode>")
        + $"</s:Code><s:Reason><s:Text xml:lang='nl'>{reason}</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>");

    private static Task FaultAsync(HttpContext http, string text)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return WriteAsync(http, "application/soap+xml; charset=utf-8", text);
    }

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

    /// <summary>A compressed document of a text that goes on for a hundred million characters.</summary>
    public static Func<HttpContext, Task> GzipBomb(string before) => async http =>
    {
        const int Pieces = 1_600;
        http.Response.ContentType = "text/xml; charset=utf-8";
        http.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        var piece = new byte[64 * 1024];
        piece.AsSpan().Fill((byte)' ');
        await gzip.WriteAsync(Encoding.UTF8.GetBytes(before), http.RequestAborted);
        for (var i = 0; i < Pieces; i++)
        {
            await gzip.WriteAsync(piece, http.RequestAborted);
        }
    };

    private static Task WriteAsync(HttpContext http, string contentType, string text)
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
