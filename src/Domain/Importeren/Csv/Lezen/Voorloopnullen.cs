namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// Finds pupil numbers that may have lost their leading zeros: those shorter than the length that most have.
/// </summary>
internal static class Voorloopnullen
{
    private const int Fewest = 3;

    /// <summary>The length that numbers should have; null when nothing points at zeros that were lost.</summary>
    /// <param name="nummers">Every number of the file.</param>
    public static int? FindLength(IEnumerable<string> nummers)
    {
        var lengths = nummers
            .Where(n => n.Length > 0 && n.All(char.IsAsciiDigit))
            .CountBy(n => n.Length)
            .OrderByDescending(l => l.Value)
            .ThenByDescending(l => l.Key)
            .ToArray();
        var total = lengths.Sum(l => l.Value);
        if (total < Fewest)
        {
            return null;
        }

        var usual = lengths[0].Key;
        var shorter = lengths.Where(l => l.Key < usual).Sum(l => l.Value);
        return shorter > 0 && shorter * 2 <= total ? usual : null;
    }

    /// <summary>Whether a number is shorter than it should be.</summary>
    public static bool IsShort(string nummer, int? length) =>
        nummer.Length < length && nummer.All(char.IsAsciiDigit) && nummer is not ['0', ..];
}
