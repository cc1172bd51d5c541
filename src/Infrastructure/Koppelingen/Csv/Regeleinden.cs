namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>The ends of lines of a file.</summary>
internal static class Regeleinden
{
    /// <summary>
    /// CR LF and LF are as they are; a lone CR, and the CR CR LF of some exports, end one line like those. Text
    /// without them is given back as it is.
    /// </summary>
    public static string Unify(string tekst)
    {
        var text = tekst.AsSpan();
        for (var i = text.IndexOf('\r'); i >= 0;)
        {
            if (i + 1 == text.Length || text[i + 1] != '\n')
            {
                return tekst
                    .Replace("\r\r\n", "\n", StringComparison.Ordinal)
                    .Replace("\r\n", "\n", StringComparison.Ordinal)
                    .Replace('\r', '\n');
            }

            var next = text[(i + 2)..].IndexOf('\r');
            i = next < 0 ? -1 : i + 2 + next;
        }

        return tekst;
    }
}
