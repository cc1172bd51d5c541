namespace Kurve.Numo.Domain.Bronnen;

/// <summary>What was done to a text of a source to bring it to the form in which Numo keeps it.</summary>
[Flags]
public enum TextRepair
{
    /// <summary>Nothing that is worth telling; spaces around and between words may be gone.</summary>
    None = 0,

    /// <summary>Invisible characters were removed: zero width, byte order mark, soft hyphen, direction marks; or a special
    /// space became a plain one.</summary>
    Invisible = 1 << 0,

    /// <summary>Control characters were removed, other than tabs and line ends.</summary>
    Control = 1 << 1,

    /// <summary>A tab or line end became a space.</summary>
    LineBreak = 1 << 2,

    /// <summary>HTML entities were decoded, such as <c>O&amp;#039;Hara</c>.</summary>
    Entity = 1 << 3,

    /// <summary>UTF-8 that somebody had read as another character set was put right, such as <c>ZoÃ«</c>.</summary>
    Mojibake = 1 << 4,

    /// <summary>Letters were lost before the text came here, such as in <c>Yi?it</c>; they are still lost.</summary>
    Lost = 1 << 5,
}
