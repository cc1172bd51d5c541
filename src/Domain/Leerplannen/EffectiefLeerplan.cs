using System.Runtime.InteropServices;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>What one level says of one thing.</summary>
/// <typeparam name="T">Whether it is active, or a niveau.</typeparam>
/// <param name="Herkomst">Who says it.</param>
/// <param name="Waarde">What.</param>
public sealed record Uitspraak<T>(Herkomst Herkomst, T Waarde);

/// <summary>What a leerplan amounts to for one vaardigheid.</summary>
/// <param name="Vaardigheid">The vaardigheid.</param>
/// <param name="Uitspraken">What each level says, the weakest first: the last one decides. Empty when none does; then
/// it is not active.</param>
/// <param name="InactieveVoorwaarden">Of an active vaardigheid, its voorwaarden that are not active.</param>
public sealed record EffectieveVaardigheid(
    Vaardigheid Vaardigheid, IReadOnlyList<Uitspraak<bool>> Uitspraken, IReadOnlyList<string> InactieveVoorwaarden)
{
    /// <summary>Whether the pupil practises it.</summary>
    public bool Actief => Uitspraken is [.., { Waarde: true }];
}

/// <summary>What a leerplan amounts to for the level to reach in one vak.</summary>
/// <param name="Vak">The vak.</param>
/// <param name="Uitspraken">What each level says, the weakest first, at least one: the last one decides.</param>
public sealed record EffectiefStreefniveau(Vak Vak, IReadOnlyList<Uitspraak<Niveau>> Uitspraken)
{
    /// <summary>The level to reach.</summary>
    public Niveau Niveau => Uitspraken[^1].Waarde;
}

/// <summary>
/// What all levels together amount to. Of levels of different soort the later <see cref="Laagsoort"/> decides; of two
/// samengestelde groepen that disagree, active and the higher niveau decide: what one teacher does not need, another may.
/// </summary>
/// <param name="Vaardigheden">Every vaardigheid, but retired ones of which nobody says anything; ordered as in the
/// catalogue.</param>
/// <param name="Streefniveaus">The levels to reach, by vak.</param>
public sealed record EffectiefLeerplan(
    IReadOnlyList<EffectieveVaardigheid> Vaardigheden, IReadOnlyList<EffectiefStreefniveau> Streefniveaus)
{
    /// <summary>Computes what levels amount to; their order does not matter.</summary>
    public static EffectiefLeerplan Resolve(Vaardighedencatalogus catalogus, IReadOnlyList<Laag> lagen)
    {
        var gehoord = Hear(lagen);
        var vaardigheden = new List<EffectieveVaardigheid>(catalogus.All.Count);
        foreach (var vaardigheid in catalogus.All)
        {
            var uitspraken = gehoord.GetValueOrDefault(vaardigheid.Code, []);
            if (uitspraken.Length > 0 || !vaardigheid.Vervallen)
            {
                vaardigheden.Add(new EffectieveVaardigheid(vaardigheid, uitspraken, Missing(vaardigheid, gehoord)));
            }
        }

        return new EffectiefLeerplan(vaardigheden, HearStreefniveaus(lagen));
    }

    /// <summary>Whether levels amount to active for one vaardigheid.</summary>
    public static bool IsActief(string code, IReadOnlyList<Laag> lagen)
    {
        var (sterkste, actief) = (default(Laagsoort), false);
        foreach (var laag in lagen)
        {
            if (laag.Herkomst.Soort >= sterkste && laag.Keuzes.TryGetValue(code, out var keuze))
            {
                actief = keuze || (actief && laag.Herkomst.Soort == sterkste);
                sterkste = laag.Herkomst.Soort;
            }
        }

        return actief;
    }

    /// <summary>
    /// What is said of each vaardigheid, the weakest first. Levels say little, but for Kurve's: so it goes by what they
    /// say, and not by what could be asked.
    /// </summary>
    private static Dictionary<string, Uitspraak<bool>[]> Hear(IReadOnlyList<Laag> lagen)
    {
        var gehoord = new Dictionary<string, Uitspraak<bool>[]>(StringComparer.Ordinal);
        foreach (var laag in lagen.Where(l => l.Keuzes.Count > 0).Order(Laagvolgorde.Instance))
        {
            // One of each for all vaardigheden: they say the same.
            Uitspraak<bool>[] aan = [new(laag.Herkomst, true)];
            Uitspraak<bool>[] uit = [new(laag.Herkomst, false)];
            foreach (var (code, actief) in laag.Keuzes)
            {
                ref var uitspraken = ref CollectionsMarshal.GetValueRefOrAddDefault(gehoord, code, out _);
                var nieuw = actief ? aan : uit;
                uitspraken = uitspraken is null ? nieuw : Insert(uitspraken, nieuw[0]);
            }
        }

        return gehoord;
    }

    // Levels come in order; but of one soort, what decides stands last.
    private static Uitspraak<T>[] Insert<T>(Uitspraak<T>[] uitspraken, Uitspraak<T> nieuw)
    {
        var place = uitspraken.Length;
        while (place > 0 && uitspraken[place - 1].Herkomst.Soort == nieuw.Herkomst.Soort
            && Comparer<T>.Default.Compare(uitspraken[place - 1].Waarde, nieuw.Waarde) > 0)
        {
            place--;
        }

        return [.. uitspraken[..place], nieuw, .. uitspraken[place..]];
    }

    private static IReadOnlyList<EffectiefStreefniveau> HearStreefniveaus(IReadOnlyList<Laag> lagen)
    {
        var gehoord = new SortedDictionary<Vak, Uitspraak<Niveau>[]>();
        foreach (var laag in lagen.Where(l => l.Streefniveaus.Count > 0).Order(Laagvolgorde.Instance))
        {
            foreach (var (vak, niveau) in laag.Streefniveaus)
            {
                gehoord[vak] = Insert(gehoord.GetValueOrDefault(vak) ?? [], new Uitspraak<Niveau>(laag.Herkomst, niveau));
            }
        }

        return [.. gehoord.Select(paar => new EffectiefStreefniveau(paar.Key, paar.Value))];
    }

    private static string[] Missing(Vaardigheid vaardigheid, Dictionary<string, Uitspraak<bool>[]> gehoord) =>
        vaardigheid.Voorwaarden.Count == 0 || !IsActief(vaardigheid.Code, gehoord)
            ? []
            : [.. vaardigheid.Voorwaarden.Where(code => !IsActief(code, gehoord))];

    private static bool IsActief(string code, Dictionary<string, Uitspraak<bool>[]> gehoord) =>
        gehoord.TryGetValue(code, out var uitspraken) && uitspraken[^1].Waarde;

    private sealed class Laagvolgorde : IComparer<Laag>
    {
        public static Laagvolgorde Instance { get; } = new();

        public int Compare(Laag? x, Laag? y)
        {
            var (one, other) = (x!.Herkomst, y!.Herkomst);
            var order = one.Soort.CompareTo(other.Soort);
            order = order != 0 ? order : string.CompareOrdinal(one.Naam, other.Naam);
            return order != 0 ? order : Nullable.Compare(one.Id, other.Id);
        }
    }
}
