namespace Kurve.Numo.Cli.Rendering;

/// <summary>Which known word somebody may have meant by one that is not known.</summary>
internal static class Suggestion
{
    /// <summary>A sentence that names the nearest word, with a space before it; empty when none is near.</summary>
    public static string For(string text, IEnumerable<string> known)
    {
        var most = Math.Max(1, text.Length / 3);
        var nearest = known
            .Select(word => (Word: word, Distance: Distance(text.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>How many characters have to be added, left out, replaced or swapped with the next one.</summary>
    private static int Distance(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Least(distances, one, other, i, j);
            }
        }

        return distances[one.Length, other.Length];
    }

    private static int Least(int[,] distances, string one, string other, int i, int j)
    {
        var replaced = distances[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
    }
}
