using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Presets and columns as they are typed and shown.</summary>
internal static class CsvWords
{
    /// <summary>The presets that can be asked for.</summary>
    public static readonly IReadOnlyList<Csvpreset> Presets =
        [Csvpreset.Numo, Csvpreset.Magister, Csvpreset.Somtoday, Csvpreset.Eduarte];

    /// <summary>What a column can be.</summary>
    public static readonly IReadOnlyList<Csvkolom> Kolommen =
        [.. Enum.GetValues<Csvkolom>().Where(k => k != Csvkolom.Unspecified)];

    /// <summary>The word for a preset.</summary>
    public static string Of(Csvpreset preset) => preset == Csvpreset.Unspecified ? "" : preset.ToString().ToLowerInvariant();

    /// <summary>The word for a column, as in Numo's own profile.</summary>
    public static string Of(Csvkolom kolom) => kolom == Csvkolom.Unspecified ? "" : kolom.ToString().ToLowerInvariant();
}
