using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Presets, character sets and columns as they are typed and shown.</summary>
internal static class CsvWords
{
    /// <summary>The presets that can be asked for.</summary>
    public static readonly IReadOnlyList<Csvpreset> Presets =
        [Csvpreset.Numo, Csvpreset.Magister, Csvpreset.Somtoday, Csvpreset.Eduarte];

    /// <summary>What a column can be.</summary>
    public static readonly IReadOnlyList<Csvkolom> Kolommen =
        [.. Enum.GetValues<Csvkolom>().Where(k => k != Csvkolom.Unspecified)];

    /// <summary>The character sets that can be given.</summary>
    public static readonly IReadOnlyList<Csvtekenset> Tekensets =
        [.. Enum.GetValues<Csvtekenset>().Where(t => t != Csvtekenset.Unspecified)];

    /// <summary>The word for a character set.</summary>
    public static string Of(Csvtekenset tekenset) => tekenset switch
    {
        Csvtekenset.Utf8 => "utf-8",
        Csvtekenset.Utf16 => "utf-16",
        Csvtekenset.Windows1252 => "windows-1252",
        Csvtekenset.MacRoman => "mac-roman",
        Csvtekenset.Cp850 => "cp850",
        _ => "",
    };

    /// <summary>The word for a preset.</summary>
    public static string Of(Csvpreset preset) => preset == Csvpreset.Unspecified ? "" : preset.ToString().ToLowerInvariant();

    /// <summary>The word for a column, as in Numo's own profile.</summary>
    public static string Of(Csvkolom kolom) => kolom == Csvkolom.Unspecified ? "" : kolom.ToString().ToLowerInvariant();
}
