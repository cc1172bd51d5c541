using System.Collections;
using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Shared.Limits;

/// <summary>
/// Checks that no field of a request holds more than the contract allows (<c>grenzen.proto</c>), before anything is done
/// with it. In a list of enum values each counts once: what is repeated is taken out.
/// </summary>
internal static class FieldLimits
{
    /// <summary>The most items of a list that does not say so itself.</summary>
    public const int DefaultItems = 500;

    /// <summary>The most characters of a text that does not say so itself.</summary>
    public const int DefaultLength = 256;

    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;

    private static readonly ConcurrentDictionary<MessageDescriptor, FieldLimit[]> Plans = new();

    /// <summary>What is wrong with a request, the first things of it; none when it is within its limits.</summary>
    public static IReadOnlyList<Error> Check(IMessage request)
    {
        List<Error>? errors = null;
        Check(request, parent: null, ref errors);
        return errors ?? [];
    }

    /// <summary>The most items that a list has, or a field mask has paths.</summary>
    public static int MaxItems(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(GrenzenExtensions.MaxItems) is > 0 and var most ? most : DefaultItems;

    /// <summary>The most characters that a text has, or each text of a list.</summary>
    public static int MaxLength(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(GrenzenExtensions.MaxLength) is > 0 and var most ? most : DefaultLength;

    private static void Check(IMessage message, FieldPath? parent, ref List<Error>? errors)
    {
        foreach (var limit in Plans.GetOrAdd(message.Descriptor, PlanOf))
        {
            if (limit.Field.Accessor.GetValue(message) is { } value)
            {
                Check(value, new FieldPath(parent, limit), ref errors);
            }
        }
    }

    private static void Check(object value, FieldPath path, ref List<Error>? errors)
    {
        switch (value)
        {
            case string text when IsLonger(text, path.Limit.Length):
                Refuse(ref errors, path, "TEKST_ONGELDIG", $"Expected at most {path.Limit.Length} characters, found "
                    + $"{text.Length}.", $"Vul hoogstens {path.Limit.Length} tekens in.");
                break;
            // What a mask holds is limited by the field that holds the mask.
            case FieldMask mask:
                CheckList(mask.Paths, path, ref errors);
                break;
            case Timestamp moment when !IsMoment(moment):
                Refuse(ref errors, path, "TIJDSTIP_ONGELDIG", "Expected a moment from 0001-01-01T00:00:00Z to "
                    + "9999-12-31T23:59:59Z, with 0 to 999999999 nanoseconds.", "Dit is geen tijdstip.");
                break;
            case IMessage child:
                Check(child, path, ref errors);
                break;
            case IList list:
                CheckList(list, path, ref errors);
                break;
        }
    }

    private static void CheckList(IList list, FieldPath path, ref List<Error>? errors)
    {
        if (list.Count > path.Limit.Items)
        {
            Refuse(ref errors, path, "AANTAL_ONGELDIG", $"Expected at most {path.Limit.Items} items, found {list.Count}; "
                + "ask in parts.", $"Kies er hoogstens {path.Limit.Items}.");
        }
        else if (path.Limit.Field.FieldType == FieldType.Enum)
        {
            KeepDistinct(list);
        }
        else if (path.Limit.Field.FieldType is FieldType.String or FieldType.Message)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Check(list[i]!, path with { Index = i }, ref errors);
            }
        }
    }

    private static bool IsMoment(Timestamp moment) =>
        moment.Nanos is >= 0 and <= 999_999_999 && moment.Seconds is >= FirstSecond and <= LastSecond;

    // Characters are code points; who sends few enough UTF-16 units needs no counting.
    private static bool IsLonger(string text, int length) =>
        text.Length > length && text.EnumerateRunes().Skip(length).Any();

    private static void KeepDistinct(IList list)
    {
        object[] distinct = [.. list.Cast<object>().Distinct()];
        if (distinct.Length < list.Count)
        {
            list.Clear();
            Array.ForEach(distinct, value => list.Add(value));
        }
    }

    private static void Refuse(ref List<Error>? errors, FieldPath path, string code, string message, string tekst)
    {
        errors ??= [];
        if (errors.Count < ISeveralErrors.MostShown)
        {
            errors.Add(new ValueInvalid(code, message, tekst) { Field = path.ToString() });
        }
    }

    private static FieldLimit[] PlanOf(MessageDescriptor message) =>
    [
        .. message.Fields.InDeclarationOrder()
            .Where(field => field.IsRepeated || field.FieldType is FieldType.String or FieldType.Message)
            .Select(field => new FieldLimit(field, MaxItems(field), MaxLength(field))),
    ];

    /// <param name="Field">The field.</param>
    /// <param name="Items">The most items, when it is a list.</param>
    /// <param name="Length">The most characters, when it holds texts.</param>
    private sealed record FieldLimit(FieldDescriptor Field, int Items, int Length);

    /// <summary>Where a field stands; written out only when it is refused.</summary>
    private sealed record FieldPath(FieldPath? Parent, FieldLimit Limit, int? Index = null)
    {
        public override string ToString() =>
            (Parent is null ? "" : $"{Parent}.") + Limit.Field.Name + (Index is { } index ? $"[{index}]" : "");
    }
}
