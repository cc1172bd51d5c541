using System.Globalization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>Which rows of a plan are applied.</summary>
/// <param name="Soorten">The kinds.</param>
/// <param name="Regels">Of these kinds, only the rows with these numbers; none for all.</param>
/// <param name="Uitgezonderd">Of these kinds, all but the rows with these numbers.</param>
public sealed record Regelkeuze(
    IReadOnlyList<RegelSoort> Soorten, IReadOnlySet<int> Regels, IReadOnlySet<int> Uitgezonderd)
{
    /// <summary>The kinds that can be applied.</summary>
    public static readonly IReadOnlyList<RegelSoort> Toepasbaar =
        [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];

    /// <summary>Whether rows are named.</summary>
    public bool NamesRegels => Regels.Count + Uitgezonderd.Count > 0;

    /// <summary>Whether every row that changes something is applied.</summary>
    public bool IsAlles => !NamesRegels && Soorten.Count == Toepasbaar.Count;

    /// <summary>A choice; no kinds means all four that change something.</summary>
    public static Result<Regelkeuze> Create(
        IReadOnlyCollection<RegelSoort> soorten, IEnumerable<int> regels, IEnumerable<int> uitgezonderd)
    {
        if (soorten.Except(Toepasbaar).Cast<RegelSoort?>().FirstOrDefault() is { } soort)
        {
            return new SoortNietToepasbaar(soort) { Field = "soorten" };
        }

        var keuze = new Regelkeuze(
            soorten.Count == 0 ? Toepasbaar : [.. soorten.Distinct().Order()],
            regels.ToHashSet(),
            uitgezonderd.ToHashSet());
        return keuze.Regels.Count > 0 && keuze.Uitgezonderd.Count > 0
            ? new RegelkeuzeTegenstrijdig { Field = "uitgezonderde_regels" }
            : keuze;
    }

    /// <summary>Whether the other chooses the same rows of whatever run.</summary>
    public bool IsSame(Regelkeuze other) => Soorten.SequenceEqual(other.Soorten)
        && Regels.SetEquals(other.Regels)
        && Uitgezonderd.SetEquals(other.Uitgezonderd);

    /// <summary>Whether a row is applied.</summary>
    public bool Chooses(int nummer, RegelSoort soort) => Soorten.Contains(soort)
        && (Regels.Count == 0 || Regels.Contains(nummer))
        && !Uitgezonderd.Contains(nummer);

    /// <summary>Whether every named row exists and is of a kind that is applied; an error names the others.</summary>
    /// <param name="known">The rows of the run.</param>
    public Result<Done> Check(IReadOnlyDictionary<int, RegelSoort> known)
    {
        var (named, field) = Regels.Count > 0 ? (Regels, "regels") : (Uitgezonderd, "uitgezonderde_regels");
        var onbekend = named.Where(n => !known.ContainsKey(n)).Order().ToArray();
        if (onbekend.Length > 0)
        {
            return new RegelsOnbekend(Join(onbekend.Select(Show))) { Field = field };
        }

        var buiten = named.Where(n => !Soorten.Contains(known[n])).Order().ToArray();
        return buiten.Length > 0
            ? new RegelsNietInKeuze(Join(buiten.Select(n => $"{Show(n)} ({known[n]})"))) { Field = field }
            : new Done();
    }

    // Of a thousand wrong numbers the first few are enough.
    private static string Join(IEnumerable<string> regels)
    {
        const int Shown = 20;
        var all = regels.ToArray();
        return string.Join(", ", all.Take(Shown)) + (all.Length > Shown ? ", …" : "");
    }

    private static string Show(int nummer) => nummer.ToString(CultureInfo.InvariantCulture);
}
