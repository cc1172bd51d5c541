using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Masks who somebody is: of each field that the contract marks as a <see cref="Persoonsgegeven"/>, the first
/// character stays. Ids, numbers of rows, classes, doelgroepen and reasons stay, so that a school and support can talk
/// of the same row.
/// </summary>
internal static partial class Maskering
{
    private const string Mask = "***";

    private static readonly ConcurrentDictionary<MessageDescriptor, bool> Telling = new();

    /// <summary>A copy with what tells who somebody is masked.</summary>
    public static T ToMasked<T>(T message)
        where T : class
    {
        if (message is not IDeepCloneable<T> cloneable)
        {
            throw new InvalidOperationException($"{typeof(T)} cannot be masked.");
        }

        var copy = cloneable.Clone();
        Apply((IMessage)copy);
        return copy;
    }

    /// <summary>What a field tells of who somebody is.</summary>
    public static Persoonsgegeven Of(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(PersoonsgegevensExtensions.Persoonsgegeven) ?? Persoonsgegeven.Unspecified;

    /// <summary>Whether such a message can tell who somebody is.</summary>
    public static bool MayTell(MessageDescriptor descriptor) => Telling.GetOrAdd(descriptor, static message => MayTell(message, []));

    /// <summary>How many people a message tells of: each message with a value of one counts.</summary>
    public static int CountPeople(IMessage message)
    {
        var fields = message.Descriptor.Fields.InFieldNumberOrder();
        var own = fields.Any(field => IsMasked(field, message) && Tells(field, (string)field.Accessor.GetValue(message)));
        return fields
            .Where(field => field.FieldType == FieldType.Message && MayTell(field.MessageType))
            .SelectMany(field => Children(field, message))
            .Sum(CountPeople) + (own ? 1 : 0);
    }

    private static bool Tells(FieldDescriptor field, string text) =>
        Of(field) == Persoonsgegeven.Citaat ? !string.Equals(MaskQuotes(text), text, StringComparison.Ordinal) : text.Length > 0;

    private static bool MayTell(MessageDescriptor descriptor, HashSet<MessageDescriptor> seen) =>
        seen.Add(descriptor) && descriptor.Fields.InFieldNumberOrder().Any(field => field.FieldType == FieldType.Message
            ? MayTell(field.MessageType, seen)
            : Of(field) != Persoonsgegeven.Unspecified);

    /// <summary>Masks what tells who somebody is, in the message itself.</summary>
    internal static void Apply(IMessage message)
    {
        // Before anything changes, since a field may name the one beside it.
        var fields = message.Descriptor.Fields.InFieldNumberOrder();
        var toMask = fields.Where(field => IsMasked(field, message)).ToList();
        foreach (var child in fields.SelectMany(field => Children(field, message)))
        {
            Apply(child);
        }

        foreach (var field in toMask)
        {
            var text = (string)field.Accessor.GetValue(message);
            field.Accessor.SetValue(message, Of(field) == Persoonsgegeven.Citaat ? MaskQuotes(text) : MaskValue(text));
        }
    }

    private static bool IsMasked(FieldDescriptor field, IMessage message) => Of(field) switch
    {
        Persoonsgegeven.Waarde or Persoonsgegeven.Citaat => true,
        Persoonsgegeven.WaardeVanVeld => Velden.Contains(
            (string)message.Descriptor.FindFieldByName("veld").Accessor.GetValue(message)),
        Persoonsgegeven.WaardeVanOnbekendeKolom =>
            Equals(message.Descriptor.FindFieldByName("kolom").Accessor.GetValue(message), Csvkolom.Unspecified),
        _ => false,
    };

    private static IEnumerable<IMessage> Children(FieldDescriptor field, IMessage message)
    {
        if (field.FieldType != FieldType.Message)
        {
            return [];
        }

        var value = field.Accessor.GetValue(message);
        return field.IsMap ? ((System.Collections.IDictionary)value).Values.OfType<IMessage>()
            : field.IsRepeated ? ((System.Collections.IList)value).Cast<IMessage>()
            : value is IMessage one ? [one]
            : [];
    }

    private static string MaskValue(string text) => text.Length == 0
        ? ""
        : string.Concat(System.Globalization.StringInfo.GetNextTextElement(text), Mask);

    private static string MaskQuotes(string text) => Quote().Replace(
        text,
        quote => quote.Groups["value"] is { Success: true } value
            ? $"{quote.Groups["begin"].Value}'{MaskValue(value.Value)}'{quote.Groups["end"].Value}"
            : quote.Value);

    /// <summary>The fields of a leerling or docent that tell who it is.</summary>
    private static HashSet<string> Velden { get; } = Leerling.Descriptor.Fields.InFieldNumberOrder()
        .Concat(Docent.Descriptor.Fields.InFieldNumberOrder())
        .Where(field => Of(field) == Persoonsgegeven.Waarde)
        .Select(field => field.Name)
        .ToHashSet(StringComparer.Ordinal);

    // What is quoted may have an apostrophe itself; it begins and ends beside a word.
    [GeneratedRegex(
        """\b(kolom|[Oo]pleidingscode|[Gg]roep) '.*?'(\W|$)|(?<begin>^|\W)'(?<value>.+?)'(?<end>\W|$)""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quote();
}
