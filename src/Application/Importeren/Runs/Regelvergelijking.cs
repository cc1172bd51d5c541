using System.Globalization;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>Compares the rows of two runs. A pure function.</summary>
public static class Regelvergelijking
{
    /// <summary>
    /// Every row of the run with that of the earlier one for the same person, then those that only the earlier one had;
    /// a row that is the same in both has no difference.
    /// </summary>
    public static IReadOnlyList<(Verschilsoort? Soort, ImportRegelView? Regel, ImportRegelView? Vorige)> Compare(
        IReadOnlyList<ImportRegelView> regels, IReadOnlyList<ImportRegelView> vorige)
    {
        var earlier = vorige
            .GroupBy(Identity, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<ImportRegelView>(g), StringComparer.Ordinal);
        var result = new List<(Verschilsoort?, ImportRegelView?, ImportRegelView?)>();
        var matched = new HashSet<int>();
        foreach (var regel in regels)
        {
            var other = earlier.TryGetValue(Identity(regel), out var same) && same.TryDequeue(out var first)
                ? first
                : null;
            result.Add((Differ(regel, other), regel, other));
            if (other is not null)
            {
                matched.Add(other.Nummer);
            }
        }

        result.AddRange(vorige.Where(v => !matched.Contains(v.Nummer)).Select(v =>
            ((Verschilsoort?)Verschilsoort.Eraf, (ImportRegelView?)null, (ImportRegelView?)v)));
        return result;
    }

    private static Verschilsoort? Differ(ImportRegelView regel, ImportRegelView? other) =>
        other is null ? Verschilsoort.Erbij
        : string.Equals(Content(regel), Content(other), StringComparison.Ordinal) ? null
        : Verschilsoort.Anders;

    private static string Identity(ImportRegelView regel) => string.Create(
        CultureInfo.InvariantCulture,
        $"{regel.Persoon}/{(regel.AccountId is { } id ? $"#{id}" : regel.Sleutel ?? regel.Naam)}");

    private static string Content(ImportRegelView regel) => string.Join(
        '\n',
        [
            regel.Soort.ToString(),
            regel.Naam,
            regel.Stamgroep ?? "",
            regel.Doelgroep ?? "",
            .. regel.Wijzigingen.Select(w => $"{w.Veld}\t{w.Oud}\t{w.Nieuw}\t{w.Vergrendeld}"),
            .. regel.Meldingen.Select(m => $"{m.Code}\t{m.Tekst}"),
        ]);
}
