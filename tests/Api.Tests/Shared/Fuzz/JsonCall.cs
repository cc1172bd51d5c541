using System.Text;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Kurve.Numo.Api.Tests.Shared.Fuzz;

/// <summary>A method of the contract as JSON has it: the address and body that its annotation says.</summary>
internal static partial class JsonCall
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    /// <summary>The request; null when the method has no address, or the message cannot be written as JSON.</summary>
    public static HttpRequestMessage? Make(MethodDescriptor method, IMessage message, Func<string> text, Random random)
    {
        if (method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } rule)
        {
            return null;
        }

        var (verb, template) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => (HttpMethod.Get, rule.Get),
            HttpRule.PatternOneofCase.Put => (HttpMethod.Put, rule.Put),
            HttpRule.PatternOneofCase.Patch => (HttpMethod.Patch, rule.Patch),
            HttpRule.PatternOneofCase.Delete => (HttpMethod.Delete, rule.Delete),
            _ => (HttpMethod.Post, rule.Post),
        };
        var path = Variable().Replace(template, _ => Uri.EscapeDataString(Whole(text())));
        var query = verb == HttpMethod.Get || verb == HttpMethod.Delete
            ? $"?{string.Join('&', method.InputType.Fields.InDeclarationOrder()
                .Where(field => field.FieldType != FieldType.Message && random.Next(3) == 0)
                .Select(field => $"{field.Name}={Uri.EscapeDataString(Whole(text()))}"))}"
            : "";
        var request = new HttpRequestMessage(verb, new Uri(path + query, UriKind.Relative));
        if (query.Length == 0)
        {
            request.Content = new StringContent(Body(message, text, random), Encoding.UTF8, "application/json");
        }

        return request;
    }

    private static string Body(IMessage message, Func<string> text, Random random)
    {
        if (random.Next(10) == 0)
        {
            return text();
        }

        try
        {
            return Formatter.Format(message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Moments out of range and half characters have no form in JSON.
            return $$"""{"school_id": "{{Guid.NewGuid()}}", "vanaf": "99999-01-01T00:00:00Z", "page_size": 1e99}""";
        }
    }

    // Half of a surrogate pair has no form in an address.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
