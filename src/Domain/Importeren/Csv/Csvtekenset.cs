namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>The characters in which a CSV file can be written.</summary>
public enum Csvtekenset
{
    /// <summary>Not said: found out from the bytes.</summary>
    Automatisch = 0,

    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>UTF-16, either way round.</summary>
    Utf16,

    /// <summary>What Windows calls ANSI in this part of the world.</summary>
    Windows1252,

    /// <summary>Excel for Mac.</summary>
    MacRoman,

    /// <summary>MS-DOS, and what still exports like it.</summary>
    Cp850,
}

/// <summary>The names of <see cref="Csvtekenset"/>.</summary>
public static class Csvtekensets
{
    /// <summary>The name as it is known.</summary>
    public static string Naam(this Csvtekenset tekenset) => tekenset switch
    {
        Csvtekenset.Utf8 => "UTF-8",
        Csvtekenset.Utf16 => "UTF-16",
        Csvtekenset.Windows1252 => "windows-1252",
        Csvtekenset.MacRoman => "Mac Roman",
        Csvtekenset.Cp850 => "cp850",
        _ => "automatisch",
    };
}
