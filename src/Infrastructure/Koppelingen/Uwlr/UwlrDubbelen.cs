using System.Buffers;
using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Persons of one answer that share a key. Who comes twice and the same each time (one school may be several calls on
/// the server's side) counts once; who differs is rejected each time, since nothing tells which one is right.
/// </summary>
internal static class UwlrDubbelen
{
    private static readonly long Seed = Random.Shared.NextInt64();

    public static IReadOnlyList<Aangeleverd<T>> Resolve<T>(Aangeleverd<T>[] personen)
        where T : Persoonsgegevens<T>
    {
        var dubbelen = FindShared(personen, g => g.UwlrKey).Concat(FindShared(personen, g => g.EckId?.Value)).ToList();
        if (dubbelen.Count == 0)
        {
            return personen;
        }

        var dropped = new HashSet<int>();
        foreach (var (first, other) in dubbelen.Distinct().Order())
        {
            if (IsSame(personen[first], personen[other]))
            {
                dropped.Add(other);
                Mark(ref personen[first], same: true);
            }
            else if (!HaveOwnEckIds(personen[first], personen[other]))
            {
                Mark(ref personen[first], same: false);
                Mark(ref personen[other], same: false);
            }
        }

        return [.. personen.Where((_, index) => !dropped.Contains(index))];
    }

    /// <summary>
    /// Pairs of persons with the same key: the first who has it, and each other. Almost always there are none, so this
    /// is a hash table on borrowed memory: a dictionary of all keys would cost as much as reading them did.
    /// </summary>
    private static List<(int First, int Other)> FindShared<T>(Aangeleverd<T>[] personen, Func<T, string?> keyOf)
        where T : Persoonsgegevens<T>
    {
        var shared = new List<(int First, int Other)>();
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(personen.Length * 2, 2));
        var slots = ArrayPool<(ulong Hash, int Person)>.Shared.Rent(size);
        Array.Clear(slots, 0, size);
        for (var index = 0; index < personen.Length; index++)
        {
            if (keyOf(personen[index].Gegevens) is not { } key)
            {
                continue;
            }

            // Seeded, so that no answer can be made for which all keys fall together. Person counts from 1: 0 is free.
            var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key.AsSpan()), Seed);
            var slot = (int)hash & (size - 1);
            while (slots[slot].Person > 0 && !IsKeyOf(slots[slot], hash, key))
            {
                slot = (slot + 1) & (size - 1);
            }

            if (slots[slot].Person > 0)
            {
                shared.Add((slots[slot].Person - 1, index));
            }
            else
            {
                slots[slot] = (hash, index + 1);
            }
        }

        ArrayPool<(ulong Hash, int Person)>.Shared.Return(slots);
        return shared;

        bool IsKeyOf((ulong Hash, int Person) found, ulong hash, string key) =>
            found.Hash == hash
            && string.Equals(keyOf(personen[found.Person - 1].Gegevens), key, StringComparison.Ordinal);
    }

    // Who has an ECK iD of its own comes in by that; the key that both have is left out of the comparison.
    private static bool HaveOwnEckIds<T>(Aangeleverd<T> one, Aangeleverd<T> other)
        where T : Persoonsgegevens<T> =>
        one.Gegevens.EckId is { } eckId && other.Gegevens.EckId is { } theirs && eckId != theirs;

    private static bool IsSame<T>(Aangeleverd<T> one, Aangeleverd<T> other)
        where T : Persoonsgegevens<T> =>
        one.Gegevens.DifferenceTo(other.Gegevens) == Veld.Geen && one.Geleverd == other.Geleverd;

    private static void Mark<T>(ref Aangeleverd<T> persoon, bool same)
        where T : Persoonsgegevens<T>
    {
        if (!same)
        {
            persoon = persoon with { Afkeuring = persoon.Afkeuring ?? UwlrMeldingen.DubbeleSleutel };
        }
        else if (!persoon.Meldingen.Contains(UwlrMeldingen.DubbelGeleverd))
        {
            persoon = persoon with { Meldingen = [.. persoon.Meldingen, UwlrMeldingen.DubbelGeleverd] };
        }
    }
}
