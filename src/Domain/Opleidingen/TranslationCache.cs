using System.Collections.Concurrent;
using Kurve.Numo.Domain.Opleidingen.Schoolcodes;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// Keeps the translations of the codes that were seen, by code and leerjaar: a code seen before costs one look-up and
/// no memory. Bounded, since codes come from outside: what does not fit any more is read each time.
/// </summary>
internal sealed class TranslationCache
{
    /// <summary>A large school has some hundreds of codes.</summary>
    internal const int MostCodes = 10_000;

    private const int Leerjaren = 6;

    private readonly ConcurrentDictionary<string, Entry> _codes = new(StringComparer.Ordinal);
    private int _count;

    public int Count => _codes.Count;

    public Vertaling? Find(string code, int? leerjaar) =>
        IsKept(leerjaar) && _codes.TryGetValue(code, out var entry) ? entry.Vertalingen[leerjaar ?? 0] : null;

    public CodeAnalysis? FindAnalysis(string code) =>
        _codes.TryGetValue(code, out var entry) ? entry.Analysis : null;

    public void Keep(string code, int? leerjaar, CodeAnalysis analysis, Vertaling vertaling)
    {
        if (!IsKept(leerjaar) || analysis.Text is null)
        {
            return;
        }

        if (!_codes.TryGetValue(code, out var entry))
        {
            if (Interlocked.Increment(ref _count) > MostCodes)
            {
                Interlocked.Decrement(ref _count);
                return;
            }

            var added = new Entry(analysis);
            entry = _codes.GetOrAdd(code, added);
            if (entry != added)
            {
                Interlocked.Decrement(ref _count);
            }
        }

        entry.Vertalingen[leerjaar ?? 0] = vertaling;
    }

    private static bool IsKept(int? leerjaar) => leerjaar is null or (> 0 and <= Leerjaren);

    // Two threads that write the same slot write the same.
    private sealed class Entry(CodeAnalysis analysis)
    {
        public CodeAnalysis Analysis { get; } = analysis;

        public Vertaling?[] Vertalingen { get; } = new Vertaling?[Leerjaren + 1];
    }
}
