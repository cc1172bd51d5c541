using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Persons of one answer that share a key. Who comes twice and the same each time (one school may be several calls on the
/// server's side) counts once; who differs is rejected each time, since nothing tells which one is right.
/// </summary>
internal static class UwlrDubbelen
{
    public static IReadOnlyList<Aangeleverd<T>> Resolve<T>(List<Aangeleverd<T>> personen)
        where T : Persoonsgegevens<T>
    {
        var first = new Dictionary<string, int>(personen.Count, StringComparer.Ordinal);
        var firstEckId = new Dictionary<string, int>(personen.Count, StringComparer.Ordinal);
        SortedSet<int>? dropped = null;
        for (var index = 0; index < personen.Count; index++)
        {
            var gegevens = personen[index].Gegevens;
            var byKey = Earlier(first, gegevens.UwlrKey, index);
            var byEckId = Earlier(firstEckId, gegevens.EckId?.Value, index);
            if (byKey < 0 && byEckId < 0)
            {
                continue;
            }

            if (IsSame(personen, byKey < 0 ? byEckId : byKey, index))
            {
                (dropped ??= []).Add(index);
                Mark(personen, byKey < 0 ? byEckId : byKey, same: true);
            }
            else
            {
                Mark(personen, index, same: false);
                Mark(personen, byKey, same: false);
                Mark(personen, byEckId, same: false);
            }
        }

        return dropped is null ? personen : [.. personen.Where((_, index) => !dropped.Contains(index))];
    }

    private static int Earlier(Dictionary<string, int> first, string? key, int index) =>
        key is null || first.TryAdd(key, index) ? -1 : first[key];

    private static bool IsSame<T>(List<Aangeleverd<T>> personen, int one, int other)
        where T : Persoonsgegevens<T> =>
        personen[one].Gegevens.DifferenceTo(personen[other].Gegevens) == Veld.Geen
        && personen[one].Geleverd == personen[other].Geleverd;

    private static void Mark<T>(List<Aangeleverd<T>> personen, int index, bool same)
        where T : Persoonsgegevens<T>
    {
        if (index < 0)
        {
            return;
        }

        var persoon = personen[index];
        if (!same)
        {
            personen[index] = persoon with { Afkeuring = persoon.Afkeuring ?? UwlrMeldingen.DubbeleSleutel };
        }
        else if (!persoon.Meldingen.Contains(UwlrMeldingen.DubbelGeleverd))
        {
            personen[index] = persoon with { Meldingen = [.. persoon.Meldingen, UwlrMeldingen.DubbelGeleverd] };
        }
    }
}
