using System.Net;
using System.Net.Mime;
using System.Text;

namespace Kurve.Numo.Simulator.Berichten;

/// <summary>
/// Where webhooks are received, and where what was caught can be looked at: <c>/mail</c> for people, and for programs
/// <c>/control/mails</c> and <c>/control/webhooks</c>.
/// </summary>
internal static class BerichtEndpoints
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Caught mail</title>
        <style>
        body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
        pre { white-space: pre-wrap }
        </style>
        </head><body><h1>Caught mail</h1>
        """;

    /// <summary>Adds the addresses.</summary>
    public static void MapBerichten(this IEndpointRouteBuilder routes, SimulatorHost host)
    {
        routes.MapPost("/webhook/{name}", (HttpContext context, string name) => host.Webhooks.HandleAsync(context, name));
        routes.MapGet("/control/webhooks", () => Results.Json(host.Webhooks.Caught));
        routes.MapGet("/control/mails", () => Results.Json(CaughtBy(host)));
        routes.MapGet("/mail", () => Results.Content(
            ToPage(CaughtBy(host)), MediaTypeNames.Text.Html, Encoding.UTF8));
    }

    private static IReadOnlyCollection<CaughtMail> CaughtBy(SimulatorHost host) => host.Mail?.Caught ?? [];

    private static string ToPage(IReadOnlyCollection<CaughtMail> mails)
    {
        var page = new StringBuilder(Head);
        page.Append("<p>").Append(mails.Count).Append(" caught, the newest first.</p>");
        foreach (var mail in mails.Reverse())
        {
            page.Append("<article><h2>").Append(WebUtility.HtmlEncode(mail.Subject)).Append("</h2><p>From ")
                .Append(WebUtility.HtmlEncode(mail.From)).Append(" to ")
                .Append(WebUtility.HtmlEncode(string.Join(", ", mail.To))).Append("</p><pre>")
                .Append(WebUtility.HtmlEncode(mail.Text)).Append("</pre></article>");
        }

        return page.Append("</body></html>").ToString();
    }
}
