using System.Collections.Concurrent;
using System.Text;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Simulator.Berichten;

/// <summary>A call of a webhook that was caught.</summary>
/// <param name="Name">Of which webhook.</param>
/// <param name="Headers">Its headers, by their names in lower case.</param>
/// <param name="Body">Its body.</param>
public sealed record CaughtWebhook(string Name, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Receives webhooks, of any name, and keeps what it gets.</summary>
public sealed class WebhookCatcher(MisbehaviourControl misbehaviour)
{
    private const int MostKept = 1000;
    private const int MostCharacters = 1 << 20;

    private readonly ConcurrentQueue<CaughtWebhook> _caught = new();

    /// <summary>What was caught, in the order in which it came.</summary>
    public IReadOnlyCollection<CaughtWebhook> Caught => [.. _caught];

    /// <summary>Receives one.</summary>
    internal async Task HandleAsync(HttpContext context, string name)
    {
        var told = misbehaviour.TakeWebhook();
        if (told?.Kind is null or WebhookMisbehaviour.Slow or WebhookMisbehaviour.EndlessBody
            or WebhookMisbehaviour.KeepsAndHangs)
        {
            await KeepAsync(context, name);
        }

        if (told is { } wrong)
        {
            await MisbehaveAsync(context, wrong.Kind, wrong.Details);
        }
    }

    private static async Task MisbehaveAsync(
        HttpContext context, WebhookMisbehaviour kind, MisbehaviourDetails details)
    {
        var ct = context.RequestAborted;
        switch (kind)
        {
            case WebhookMisbehaviour.Hangs or WebhookMisbehaviour.KeepsAndHangs:
                await Task.Delay(Timeout.Infinite, ct);
                break;
            case WebhookMisbehaviour.Slow:
                await Task.Delay(details.Delay, ct);
                break;
            case WebhookMisbehaviour.ConnectionReset:
                context.Abort();
                break;
            case WebhookMisbehaviour.Redirect:
                context.Response.Redirect("/webhook/elsewhere");
                break;
            case WebhookMisbehaviour.EndlessBody:
                while (!ct.IsCancellationRequested)
                {
                    await context.Response.WriteAsync("and so on ", ct);
                }

                break;
            default:
                context.Response.StatusCode = StatusOf(kind);
                break;
        }
    }

    private static int StatusOf(WebhookMisbehaviour kind) => kind switch
    {
        WebhookMisbehaviour.Http500 => StatusCodes.Status500InternalServerError,
        WebhookMisbehaviour.Http503 => StatusCodes.Status503ServiceUnavailable,
        WebhookMisbehaviour.Http429 => StatusCodes.Status429TooManyRequests,
        WebhookMisbehaviour.Http410 => StatusCodes.Status410Gone,
        _ => StatusCodes.Status400BadRequest,
    };

    private async Task KeepAsync(HttpContext context, string name)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var buffer = new char[MostCharacters];
        var read = await reader.ReadBlockAsync(buffer, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            h => h.Key.ToLowerInvariant(), h => h.Value.ToString(), StringComparer.Ordinal);
        _caught.Enqueue(new CaughtWebhook(name, headers, new string(buffer, 0, read)));
        while (_caught.Count > MostKept)
        {
            _caught.TryDequeue(out _);
        }
    }
}
