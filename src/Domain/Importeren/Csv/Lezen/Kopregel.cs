using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>The line with the names of the columns, and which column is what.</summary>
internal sealed class Kopregel
{
    private const int LastLine = 10;
    private const int FewestKnown = 2;

    private static readonly int[] Nergens = [];

    /// <summary>Keys by which a person can be recognised.</summary>
    private static readonly Csvkolom[] Sleutels =
        [Csvkolom.Stamnummer, Csvkolom.EckId, Csvkolom.Sleutel, Csvkolom.IdGebr];

    private readonly Dictionary<Csvkolom, int[]> _plaatsen;

    private Kopregel(Csvregel regel, int index, Csvkolom?[] kolommen)
    {
        (Regel, Index) = (regel, index);
        Koppen = [.. regel.Velden.Select(v => Celtekst.Of(v).Waarde)];
        Kolommen = kolommen;
        _plaatsen = kolommen
            .Select((kolom, plaats) => (kolom, plaats))
            .Where(k => k.kolom is not null)
            .GroupBy(k => k.kolom!.Value, k => k.plaats)
            .ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The line itself.</summary>
    public Csvregel Regel { get; }

    /// <summary>Its place among the rows of the file.</summary>
    public int Index { get; }

    /// <summary>The names, from left to right.</summary>
    public IReadOnlyList<string> Koppen { get; }

    /// <summary>What each column was taken for; null when it is not read.</summary>
    public IReadOnlyList<Csvkolom?> Kolommen { get; }

    /// <summary>Where columns of this kind are.</summary>
    public int[] Places(Csvkolom kolom) => _plaatsen.GetValueOrDefault(kolom, Nergens);

    /// <summary>Whether there is a column of this kind.</summary>
    public bool Has(Csvkolom kolom) => _plaatsen.ContainsKey(kolom);

    /// <summary>The keys that the file has columns of, for people to read.</summary>
    public string NameKeys() => string.Join(", ", Sleutels.Where(Has).Select(Kolomnamen.Of));

    /// <summary>Finds the line: of the first ten the one with the most names that are known.</summary>
    public static Result<Kopregel> Find(Csvblad blad, Csvopdracht opdracht)
    {
        Kopregel? best = null;
        for (var i = 0; i < blad.Regels.Count && blad.Regels[i].Nummer <= LastLine; i++)
        {
            var kolommen = blad.Regels[i].Velden.Select(v => opdracht.Find(Celtekst.Of(v).Waarde)).ToArray();
            var kop = new Kopregel(blad.Regels[i], i, kolommen);
            best = best is null || kop.CountKnown() > best.CountKnown() ? kop : best;
        }

        return best is null || best.CountKnown() < FewestKnown
            ? CsvErrors.KopregelOntbreekt(LastLine)
            : best.Check(opdracht);
    }

    private int CountKnown() => _plaatsen.Keys.Count(k => k != Csvkolom.Negeren);

    private Result<Kopregel> Check(Csvopdracht opdracht)
    {
        var genoemd = opdracht.Indeling?.FindMissing(Koppen) ?? [];
        if (genoemd.Count > 0)
        {
            return CsvErrors.IndelingPastNiet(Regel.Nummer, opdracht.Indeling!.Naam, genoemd);
        }

        foreach (var (kolom, plaatsen) in _plaatsen)
        {
            if (plaatsen.Length > 1 && !MayRepeat(kolom))
            {
                return CsvErrors.KolomDubbel(Regel.Nummer, Koppen[plaatsen[0]], Koppen[plaatsen[1]], kolom);
            }
        }

        var ontbreekt = FindMissing(opdracht).ToArray();
        return ontbreekt.Length > 0 ? CsvErrors.KolommenOntbreken(Regel.Nummer, ontbreekt, Describe()) : this;
    }

    /// <summary>Columns that may stand in a file more than once.</summary>
    private static bool MayRepeat(Csvkolom kolom) => kolom is Csvkolom.Groepen or Csvkolom.Negeren or Csvkolom.Einddatum;

    private IEnumerable<string> FindMissing(Csvopdracht opdracht)
    {
        if (!Array.Exists(Sleutels, Has))
        {
            yield return "stamnummer (ook goed: leerlingnummer, eckid, sleutel, personeelsnummer)";
        }

        if (!Has(Csvkolom.Achternaam) && !Has(Csvkolom.Naam))
        {
            yield return "achternaam (ook goed: familienaam, lastname)";
        }

        if (!Has(Csvkolom.Vestiging) && opdracht.StandaardVestiging is null)
        {
            yield return "vestiging, want de school heeft er meer dan één (of noem de vestiging bij het aanleveren)";
        }
    }

    private string Describe()
    {
        var onbekend = Koppen.Where((kop, i) => Kolommen[i] is null && kop.Length > 0).Take(20).ToArray();
        return onbekend.Length == 0 ? "" : $"Niet herkend: {string.Join(", ", onbekend.Select(k => $"'{k}'"))}. ";
    }
}
