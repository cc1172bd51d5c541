using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Makes messages in which every field has a value.</summary>
internal static class FilledMessage
{
    /// <summary>Each field has a value: texts, numbers, one of each list and map.</summary>
    /// <param name="descriptor">The message.</param>
    /// <param name="depth">How many messages inside one another are filled.</param>
    public static IMessage Of(MessageDescriptor descriptor, int depth)
    {
        var message = descriptor.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in descriptor.Fields.InDeclarationOrder().Where(f => depth > 0 || f.FieldType != FieldType.Message))
        {
            Set(message, field, depth);
        }

        return message;
    }

    private static void Set(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.IsMap)
        {
            var entry = field.MessageType.Fields;
            ((IDictionary)field.Accessor.GetValue(message))[ValueOf(entry[1], depth)] = ValueOf(entry[2], depth);
        }
        else if (field.IsRepeated)
        {
            ((IList)field.Accessor.GetValue(message)).Add(ValueOf(field, depth));
        }
        else
        {
            field.Accessor.SetValue(message, ValueOf(field, depth));
        }
    }

    private static object ValueOf(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.Message => Of(field.MessageType, depth - 1),
        FieldType.String => "Voorbeeld 'van' iets",
        FieldType.Bytes => ByteString.CopyFromUtf8("x"),
        FieldType.Bool => true,
        FieldType.Int32 => 1,
        FieldType.Int64 => 1L,
        FieldType.Double => 1d,

        // A head names nobody when its column is known.
        FieldType.Enum => field.Name is "kolom" ? 0 : 1,
        _ => throw new InvalidOperationException($"{field.FullName} is of a type that this test does not fill."),
    };
}
