namespace Kurve.Numo.Simulator.Misbehaviours;

/// <summary>Changes in the text of a good answer.</summary>
internal static class Verminkingen
{
    private static readonly string[] Forbidden = ["&#x1F;", "\u000B", "&nbsp;", "\0", "&#0;", "\uFFFE", "&#xFFFF;"];

    /// <summary>
    /// Puts what XML forbids at the end of the first values of an element, and a loose ampersand in the first of another.
    /// </summary>
    public static Func<string, string> ForbidCharacters(string element, string other) => text =>
    {
        var end = $"</{element}>";
        var at = 0;
        foreach (var forbidden in Forbidden)
        {
            at = text.IndexOf(end, at, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            text = text.Insert(at, forbidden);
            at += forbidden.Length + end.Length;
        }

        var elsewhere = text.IndexOf($"</{other}>", StringComparison.Ordinal);
        return elsewhere < 0 ? text : text.Insert(elsewhere, " & &copy;");
    };

    /// <summary>White space, a byte order mark and a declaration that no reader accepts before everything else.</summary>
    public static string PutBlanksFirst(string text) =>
        " \r\n\uFEFF<?xml version=\"1.1\" encoding=\"utf-8\"?>" + text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..];

    /// <summary>The first class is closed by another name, on the second line.</summary>
    public static string Break(string text)
    {
        var at = text.IndexOf("<groep ", StringComparison.Ordinal);
        var end = text.IndexOf("</groep>", StringComparison.Ordinal);
        return text[..at] + "\n" + text[at..end] + "</klas>" + text[(end + "</groep>".Length)..];
    }
}
