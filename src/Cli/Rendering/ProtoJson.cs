using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Messages of the API as JSON, in the same form as the API's own HTTP answers.</summary>
internal static class ProtoJson
{
    private static readonly JsonFormatter Formatter =
        new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithIndentation());

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        // The text goes to a terminal or file, not into a web page: names keep their letters.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions OneLine = new(Indented) { WriteIndented = false };

    /// <summary>One message.</summary>
    public static string Format(IMessage message) => Formatter.Format(message);

    /// <summary>Several messages as one object with the fields of all.</summary>
    public static string Merge(params IMessage[] messages)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in messages.SelectMany(m => Node(m).AsObject()))
        {
            merged[name] = value?.DeepClone();
        }

        return Format(merged);
    }

    /// <summary>One message as a node, to be put in a larger document.</summary>
    public static JsonNode Node(IMessage message) => JsonNode.Parse(Format(message))!;

    /// <summary>A document on one line, for answers of many documents.</summary>
    public static string Line(JsonNode document) => document.ToJsonString(OneLine);

    /// <summary>A document.</summary>
    public static string Format(JsonNode document) => document.ToJsonString(Indented);
}
