using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Kurve.Numo.Api.Tests.Shared.Fuzz;

/// <summary>Makes messages of what nobody should send, mixed with what somebody would.</summary>
/// <param name="random">Decides; the same seed makes the same messages.</param>
/// <param name="known">Values that mean something to the API under test, such as ids.</param>
internal sealed class HostileMessages(Random random, IReadOnlyList<string> known)
{
    private const int Deepest = 3;

    private static readonly string[] Hostile =
    [
        "", " ", "x", "0", "-1", "2026-2027", "2026-02-30", "2026-09-01", "9999-9999", "99AB", "00", "havo 4",
        "'; DROP TABLE Scholen_School; --", "%", "_", "\0", "\r\nINFO geen regel", "\u001b[31mrood", "\u202Eomgekeerd",
        "../../etc/passwd", "http://127.0.0.1/", "https://voorbeeld.invalid/x", "＝1+1", "=cmd|' /C calc'!A0", "😀😀😀",
        "é\u0301\u0301\u0301", "\ufeff", "\uD800", "{}", "null", "{0}", "%s%n", "<script>", "NaN", "1e999",
        "00000000-0000-0000-0000-000000000000", "AAAAAAAAAAAAAAAAAAAAAA", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        new string('x', 257), new string('é', 3_000),
    ];

    private static readonly int[] Numbers = [0, 1, -1, 2, 12, 50, 500, 501, int.MaxValue, int.MinValue];

    private static readonly long[] Seconds =
        [0, 1, -1, 1_800_000_000, long.MaxValue, long.MinValue, 253_402_300_799, 253_402_300_800, -62_135_596_801];

    /// <summary>A message of a kind.</summary>
    public IMessage Make(MessageDescriptor message) => Make(message, Deepest);

    /// <summary>Bytes of a message, of which some may be wrong.</summary>
    public byte[] Spoil(byte[] bytes)
    {
        if (bytes.Length > 0 && random.Next(10) == 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    public string Text() => random.Next(3) > 0 && known.Count > 0
        ? known[random.Next(known.Count)]
        : Hostile[random.Next(Hostile.Length)];

    private IMessage Make(MessageDescriptor message, int depth)
    {
        var made = message.New();
        if (made is Timestamp)
        {
            return new Timestamp { Seconds = Pick(Seconds), Nanos = Pick(Numbers) };
        }

        foreach (var field in message.Fields.InDeclarationOrder().Where(_ => random.Next(4) > 0))
        {
            Fill(made, field, depth);
        }

        return made;
    }

    private void Fill(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.IsMap || (field.FieldType == FieldType.Message && depth == 0))
        {
            return;
        }

        if (!field.IsRepeated)
        {
            field.Accessor.SetValue(message, Value(field, depth));
            return;
        }

        // Once in a while far more than anybody would send.
        var count = random.Next(50) == 0 ? 600 : random.Next(4);
        var list = (IList)field.Accessor.GetValue(message);
        for (var i = 0; i < count; i++)
        {
            list.Add(Value(field, depth));
        }
    }

    private object Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => Text(),
        FieldType.Bytes => ByteString.CopyFromUtf8(Text() + "\n" + Text()),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, random.Next(5) == 0 ? 99 : random.Next(9)),
        FieldType.Message => Make(field.MessageType, depth - 1),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Pick(Numbers),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Pick(Seconds),
        FieldType.Double => random.NextDouble() * Pick(Numbers),
        FieldType.Float => (float)Pick(Numbers),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)random.Next(),
        _ => (object)(ulong)random.NextInt64(),
    };

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
