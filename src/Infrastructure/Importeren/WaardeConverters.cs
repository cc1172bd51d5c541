using System.Text.Json;
using System.Text.Json.Serialization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Importeren;

/// <summary>A school year as stored: the year in which it begins.</summary>
internal sealed class SchooljaarConverter : JsonConverter<Schooljaar>
{
    public override Schooljaar Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Schooljaar.Hydrate(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, Schooljaar value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Begin);
}

/// <summary>A vestiging as stored: its two digits.</summary>
internal sealed class VestigingsnummerConverter : JsonConverter<Vestigingsnummer>
{
    public override Vestigingsnummer Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Vestigingsnummer.Hydrate(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Vestigingsnummer value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
