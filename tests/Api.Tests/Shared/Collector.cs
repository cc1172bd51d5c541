using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>
/// Stands in for an OpenTelemetry collector: takes OTLP over HTTP and keeps what it was sent. Names and values stand in
/// it as plain UTF-8 (OTLP 1, binary protobuf).
/// </summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, StringBuilder> _received = new(StringComparer.Ordinal);

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    /// <summary>All that came in of a signal: <c>traces</c>, <c>metrics</c> or <c>logs</c>.</summary>
    public string Of(string signal)
    {
        lock (_received)
        {
            return _received.TryGetValue(signal, out var text) ? text.ToString() : "";
        }
    }

    /// <summary>Waits until a text came in; gives up after half a minute.</summary>
    public async Task<bool> SeesAsync(string signal, string text)
    {
        for (var i = 0; i < 300 && !Of(signal).Contains(text, StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
        }

        return Of(signal).Contains(text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        lock (_received)
        {
            if (!_received.TryGetValue(signal, out var text))
            {
                _received.Add(signal, text = new StringBuilder());
            }

            text.Append(Encoding.UTF8.GetString(body.ToArray()));
        }

        return Results.Bytes([], "application/x-protobuf");
    }
}
