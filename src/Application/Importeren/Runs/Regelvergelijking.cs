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
        var earlier = Pair(regels, vorige);
        var matched = earlier.Values.Select(v => v.Nummer).ToHashSet();
        return
        [
            .. regels.Select(regel => (regel, other: earlier.GetValueOrDefault(regel.Nummer)))
                .Select(pair => (Differ(pair.regel, pair.other), (ImportRegelView?)pair.regel, pair.other)),
            .. vorige.Where(v => !matched.Contains(v.Nummer))
                .Select(v => ((Verschilsoort?)Verschilsoort.Eraf, (ImportRegelView?)null, (ImportRegelView?)v)),
        ];
    }

    // Who was new has an account since it was applied, and has none again when that was undone: so by account where
    // both have one, and else by key.
    private static Dictionary<int, ImportRegelView> Pair(
        IReadOnlyList<ImportRegelView> regels, IReadOnlyList<ImportRegelView> vorige)
    {
        var pairs = new Dictionary<int, ImportRegelView>();
        var taken = new HashSet<int>();
        foreach (var identity in new[] { ByAccount, ByKey })
        {
            var known = vorige.Where(v => !taken.Contains(v.Nummer))
                .GroupBy(v => identity(v) ?? "", StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new Queue<ImportRegelView>(g), StringComparer.Ordinal);
            foreach (var regel in regels.Where(r => !pairs.ContainsKey(r.Nummer)))
            {
                if (identity(regel) is { } own
                    && known.TryGetValue(own, out var same)
                    && same.TryPeek(out var other)
                    && MayBeOne(regel, other))
                {
                    pairs.Add(regel.Nummer, same.Dequeue());
                    taken.Add(other.Nummer);
                }
            }
        }

        return pairs;
    }

    private static bool MayBeOne(ImportRegelView regel, ImportRegelView other) =>
        regel.AccountId is null || Account(other) is null || regel.AccountId == Account(other);

    private static Guid? Account(ImportRegelView regel) => regel.AccountId ?? regel.NieuwAccountId;

    private static string? ByAccount(ImportRegelView regel) =>
        Account(regel) is { } id ? $"{regel.Persoon}/{id}" : null;

    private static string? ByKey(ImportRegelView regel) => $"{regel.Persoon}/{regel.Sleutel ?? regel.Naam}";

    private static Verschilsoort? Differ(ImportRegelView regel, ImportRegelView? other) =>
        other is null ? Verschilsoort.Erbij
        : string.Equals(Content(regel), Content(other), StringComparison.Ordinal) ? null
        : Verschilsoort.Anders;

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
