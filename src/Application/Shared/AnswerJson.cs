using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Shared;

/// <summary>
/// How the answer of a command is stored, so that it comes back as it was. A value type that only a factory makes is
/// nothing that JSON can read by itself: it needs a converter here.
/// </summary>
public static class AnswerJson
{
    /// <summary>For answers of commands.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters =
        {
            new TextConverter<Schooljaar>(
                jaar => jaar.Begin.ToString(CultureInfo.InvariantCulture),
                text => Schooljaar.Hydrate(int.Parse(text, CultureInfo.InvariantCulture))),
            new TextConverter<Vestigingsnummer>(nummer => nummer.Value, Vestigingsnummer.Hydrate),
            new TextConverter<Brin>(brin => brin.Value, Brin.Hydrate),
            new TextConverter<EckId>(eckId => eckId.Value, EckId.Hydrate),
            new TextConverter<Stamnummer>(nummer => nummer.Value, Stamnummer.Hydrate),
            new TextConverter<Schooldomein>(domein => domein.Value, Schooldomein.Hydrate),
            new TextConverter<Vertaalcode>(code => code.Value, Vertaalcode.Hydrate),
        },
    };

    /// <summary>As it is stored.</summary>
    public static byte[] Write(object? answer, Type type) => JsonSerializer.SerializeToUtf8Bytes(answer, type, Options);

    /// <summary>As it was given.</summary>
    public static object Read(byte[] stored, Type type) => JsonSerializer.Deserialize(stored, type, Options)!;

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));

        public override T ReadAsPropertyName(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(write(value));
    }
}
