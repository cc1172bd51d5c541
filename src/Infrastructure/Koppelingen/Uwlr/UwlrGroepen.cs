using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// The groepen of one answer by their key, whether declared or only named by a person. Thousands of persons name the same
/// few, so the last one with a hash is tried before the table, and no key is made into a string twice.
/// </summary>
internal sealed class UwlrGroepen(Vestigingsnummer vestiging)
{
    private const int RecentGroepen = 4_096;
    private const int HashedLength = 4;
    private const int ManyGroepen = 1_300;

    private readonly Dictionary<string, Groepregel> _groepen = new(ManyGroepen, StringComparer.Ordinal);
    private readonly Groepregel?[] _recent = new Groepregel?[RecentGroepen];

    /// <summary>All that were declared or named.</summary>
    public IReadOnlyCollection<Groepregel> All => _groepen.Values;

    /// <summary>The groep with a key; made when it is new.</summary>
    public Groepregel Get(ReadOnlySpan<char> key)
    {
        ref var recent = ref _recent[Hash(key)];
        if (recent is null || !key.SequenceEqual(recent.Sleutel.Key))
        {
            recent = Find(key);
        }

        return recent;
    }

    private Groepregel Find(ReadOnlySpan<char> key)
    {
        if (!_groepen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var groep))
        {
            groep = new Groepregel(new Groepsleutel(vestiging, key.ToString()));
            _groepen.Add(groep.Sleutel.Key, groep);
            AnswerLimit.Groepen.Check(_groepen.Count);
        }

        return groep;
    }

    // Keys of one school differ at their end, if anywhere.
    private static int Hash(ReadOnlySpan<char> key)
    {
        var hash = key.Length;
        foreach (var c in key[Math.Max(0, key.Length - HashedLength)..])
        {
            hash = (hash * 10) + c;
        }

        return hash & (RecentGroepen - 1);
    }
}
