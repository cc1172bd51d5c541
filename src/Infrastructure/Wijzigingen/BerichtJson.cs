using System.Text.Json;
using System.Text.Json.Serialization;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>What a stored row tells, beside its keys.</summary>
/// <param name="Redenen">Why.</param>
/// <param name="Tellingen">How many of what.</param>
/// <param name="Actiehouder">Who acts next.</param>
/// <param name="Vorige">The one before that says the same.</param>
internal sealed record AanleidingJson(
    IReadOnlyList<Berichtreden> Redenen,
    IReadOnlyList<Berichttelling> Tellingen,
    string Actiehouder,
    string? Vorige = null);

/// <summary>Writes and reads what rows tell.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AanleidingJson))]
internal sealed partial class BerichtJson : JsonSerializerContext
{
    /// <summary>As it is stored.</summary>
    public static string ToText(Aanleiding aanleiding) => JsonSerializer.Serialize(
        new AanleidingJson(aanleiding.Redenen, aanleiding.Tellingen, aanleiding.Actiehouder, aanleiding.Vorige),
        Default.AanleidingJson);

    /// <summary>As it was stored.</summary>
    public static AanleidingJson Read(string text) => JsonSerializer.Deserialize(text, Default.AanleidingJson)!;
}
