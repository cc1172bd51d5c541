namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>The first lines of a file as a separator cuts them, among which the line with names is.</summary>
internal static class Kopregels
{
    private const int Lines = 10;
    private const int MostFields = 500;

    /// <summary>Reads them; quotes keep what stands between them together.</summary>
    public static List<List<string>> Read(ReadOnlySpan<char> tekst, char scheiding)
    {
        var lines = new List<List<string>>(Lines);
        var fields = new List<string>();
        var (from, quoted) = (0, false);
        for (var i = 0; i <= tekst.Length && lines.Count < Lines; i++)
        {
            var c = i < tekst.Length ? tekst[i] : '\n';
            if (i < tekst.Length && c == '"' && (quoted || i == from))
            {
                quoted = !quoted;
            }
            else if (i == tekst.Length || (!quoted && (c == scheiding || c is '\r' or '\n')))
            {
                fields.Add(tekst[from..i].Trim('"').ToString());
                from = i + 1;
                if (c != scheiding)
                {
                    lines.Add(fields);
                    fields = [];
                }

                if (fields.Count > MostFields)
                {
                    break;
                }
            }
        }

        return lines;
    }
}
