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

    private Kopregel(Csvregel regel, int index, Csvkolom?[] kolommen, IReadOnlyList<Dubbelekolom> dubbel)
    {
        (Regel, Index, Dubbel) = (regel, index, dubbel);
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

    /// <summary>The columns that are not read, since another is better known for the same.</summary>
    public IReadOnlyList<Dubbelekolom> Dubbel { get; }

    /// <summary>The column of groepen that is read as the home class; null when there is none.</summary>
    public string? GroepAlsStamgroep { get; private init; }

    /// <summary>The same line, with a column of groepen as the home class.</summary>
    public Kopregel ReadAsStamgroep(int plaats)
    {
        var kolommen = Kolommen.ToArray();
        kolommen[plaats] = Csvkolom.Stamgroep;
        return new Kopregel(Regel, Index, kolommen, Dubbel) { GroepAlsStamgroep = Koppen[plaats] };
    }

    /// <summary>Where columns of this kind are.</summary>
    public int[] Places(Csvkolom kolom) => _plaatsen.GetValueOrDefault(kolom, Nergens);

    /// <summary>Whether there is a column of this kind.</summary>
    public bool Has(Csvkolom kolom) => _plaatsen.ContainsKey(kolom);

    /// <summary>The keys that the file has columns of, for people to read.</summary>
    public string NameKeys(bool ofDocent) => string.Join(
        ", ", Sleutels.Concat(ofDocent ? [Csvkolom.Email] : []).Where(Has).Select(Kolomnamen.Of).DefaultIfEmpty("stamnummer"));

    /// <summary>Finds the line: of the first ten the one with the most names that are known.</summary>
    public static Result<Kopregel> Find(Csvblad blad, Csvopdracht opdracht)
    {
        Kopregel? best = null;
        for (var i = 0; i < blad.Regels.Count && blad.Regels[i].Nummer <= LastLine; i++)
        {
            var kolommen = blad.Regels[i].Velden.Select(v => opdracht.Find(Celtekst.Of(v).Waarde)).ToArray();
            var kop = new Kopregel(blad.Regels[i], i, kolommen, []);
            best = best is null || kop.CountKnown() > best.CountKnown() ? kop : best;
        }

        return best is null || best.CountKnown() < FewestKnown
            ? CsvErrors.KopregelOntbreekt(LastLine)
            : best.Choose(blad, opdracht).Check(opdracht);
    }

    /// <summary>
    /// Of columns that mean the same, the best known one that says anything is read, and the others are not: no file is
    /// refused for having too much.
    /// </summary>
    private Kopregel Choose(Csvblad blad, Csvopdracht opdracht)
    {
        var kolommen = Kolommen.ToArray();
        var dubbel = new List<Dubbelekolom>();
        foreach (var (kolom, plaatsen) in _plaatsen.Where(p => p.Value.Length > 1 && !Kolomindeling.MayRepeat(p.Key)))
        {
            var ordered = plaatsen.OrderBy(p => opdracht.Rank(Koppen[p])).ThenBy(p => p).ToArray();
            var gekozen = ordered.Where(plaats => HasAny(blad, plaats)).Append(ordered[0]).First();
            foreach (var plaats in plaatsen.Where(p => p != gekozen))
            {
                kolommen[plaats] = null;
                dubbel.Add(new Dubbelekolom(kolom, plaats, gekozen, IsRead(kolom, opdracht)));
            }
        }

        return dubbel.Count == 0 ? this : new Kopregel(Regel, Index, kolommen, dubbel);
    }

    private int CountKnown() => _plaatsen.Keys.Count(k => k != Csvkolom.Negeren);

    private Result<Kopregel> Check(Csvopdracht opdracht)
    {
        var genoemd = opdracht.Indeling?.FindMissing(Koppen, kolom => IsRead(kolom, opdracht)) ?? [];
        if (genoemd.Count > 0)
        {
            return CsvErrors.IndelingPastNiet(Regel.Nummer, opdracht.Indeling!.Naam, genoemd);
        }

        var ontbreekt = FindMissing(opdracht).ToArray();
        return ontbreekt.Length > 0 ? CsvErrors.KolommenOntbreken(Regel.Nummer, ontbreekt, Describe()) : this;
    }

    private bool HasAny(Csvblad blad, int plaats) => blad.Regels
        .Skip(Index + 1)
        .Any(regel => plaats < regel.Velden.Count && Celtekst.Of(regel.Velden[plaats]).Waarde.Length > 0);

    /// <summary>Whether a column is read of the people that the file can hold.</summary>
    private bool IsRead(Csvkolom kolom, Csvopdracht opdracht) => Has(Csvkolom.Rol) || kolom switch
    {
        Csvkolom.Email => opdracht.IsDocenten,
        Csvkolom.IdGebr or Csvkolom.Leerjaar or Csvkolom.Opleidingscode or Csvkolom.Opleiding => !opdracht.IsDocenten,
        _ => true,
    };

    private IEnumerable<string> FindMissing(Csvopdracht opdracht)
    {
        // Of a docent an e-mail address is enough.
        if (!Array.Exists(Sleutels, Has) && !(Has(Csvkolom.Email) && IsRead(Csvkolom.Email, opdracht)))
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
        var onbekend = Koppen.Where((kop, i) => Kolommen[i] is null && kop.Length > 0 && !IsDubbel(i)).Take(20).ToArray();
        return onbekend.Length == 0 ? "" : $"Niet herkend: {string.Join(", ", onbekend.Select(k => $"'{k}'"))}. ";
    }

    /// <summary>Whether a column is known, and another is read in its place.</summary>
    public bool IsDubbel(int plaats) => Dubbel.Any(d => d.Plaats == plaats);
}

/// <summary>A column that means the same as another that is read.</summary>
/// <param name="Kolom">What both are.</param>
/// <param name="Plaats">The place of the one that is not read.</param>
/// <param name="Gelezen">The place of the one that is read.</param>
/// <param name="IsVanBelang">Whether it matters to the people in the file.</param>
internal readonly record struct Dubbelekolom(Csvkolom Kolom, int Plaats, int Gelezen, bool IsVanBelang);
