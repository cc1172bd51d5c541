namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>Finds out what stands between the fields of a file.</summary>
internal static class Scheidingsteken
{
    private const string Hint = "sep=";
    private const int Looked = 64 * 1024;
    private const int Rows = 50;
    private const int FewestKnown = 2;
    private static readonly char[] Kandidaten = [';', '\t', ',', '|'];

    /// <summary>
    /// The character that gives the line with names the most names that are known: fields below it may hold any
    /// other as often
    /// as they like. Where no line has names, the one that cuts most of the first rows in the same number of fields.
    /// </summary>
    /// <param name="tekst">The file.</param>
    /// <param name="hint">What the file says itself; it counts where nothing speaks against it.</param>
    /// <param name="countKnown">How many different columns a line names.</param>
    public static char Detect(ReadOnlySpan<char> tekst, char? hint, Func<IEnumerable<string>, int> countKnown)
    {
        var head = tekst[..Math.Min(tekst.Length, Looked)];
        var (best, known) = (Kandidaten[0], 0);
        foreach (var kandidaat in hint is { } first ? [first, .. Kandidaten] : Kandidaten)
        {
            var found = Kopregels.Read(head, kandidaat).Select(countKnown).DefaultIfEmpty().Max();
            (best, known) = found > known ? (kandidaat, found) : (best, known);
        }

        return known >= FewestKnown ? best : hint ?? DetectByWidth(head);
    }

    private static char DetectByWidth(ReadOnlySpan<char> tekst)
    {
        var (best, score) = (Kandidaten[0], 0d);
        foreach (var kandidaat in Kandidaten)
        {
            var found = Score(tekst, kandidaat);
            (best, score) = found > score ? (kandidaat, found) : (best, score);
        }

        return best;
    }

    /// <summary>What the first line <c>sep=;</c> says, as Excel reads and writes it; null without one.</summary>
    public static char? ReadHint(ReadOnlySpan<char> tekst)
    {
        if (!tekst.StartsWith(Hint, StringComparison.OrdinalIgnoreCase) || tekst.Length <= Hint.Length)
        {
            return null;
        }

        var rest = tekst[(Hint.Length + 1)..];
        return Kandidaten.Contains(tekst[Hint.Length]) && (rest.IsEmpty || rest[0] is '\r' or '\n')
            ? tekst[Hint.Length]
            : null;
    }

    private static double Score(ReadOnlySpan<char> tekst, char kandidaat)
    {
        var widths = CountFields(tekst, kandidaat);
        if (widths.Count == 0)
        {
            return 0;
        }

        var usual = widths.CountBy(w => w).MaxBy(w => (w.Value, w.Key));
        return (double)usual.Value / widths.Count * (usual.Key - 1);
    }

    private static List<int> CountFields(ReadOnlySpan<char> tekst, char kandidaat)
    {
        var widths = new List<int>(Rows);
        var (fields, begins, quoted, empty) = (1, true, false, true);
        foreach (var c in tekst)
        {
            if (quoted || (c == '"' && begins))
            {
                quoted = c != '"' ? quoted : !quoted;
                (begins, empty) = (c == '"' && !quoted, false);
                continue;
            }

            if (c is '\r' or '\n')
            {
                if (!empty)
                {
                    widths.Add(fields);
                }

                (fields, begins, empty) = (1, true, true);
                if (widths.Count == Rows)
                {
                    return widths;
                }

                continue;
            }

            begins = c == kandidaat;
            fields += begins ? 1 : 0;
            empty = false;
        }

        if (!empty)
        {
            widths.Add(fields);
        }

        return widths;
    }
}
