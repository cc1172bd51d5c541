using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>
/// Holds what an import must not do now: the row shows what was found and why nothing comes of it, and is no longer of
/// a kind that is applied.
/// </summary>
internal sealed class Aanhouding(Plankader kader, Schooljaar schooljaar)
{
    private const Veld Lidmaatschap = Veld.Stamgroep | Veld.Groepen;

    private readonly bool _alleenToevoegen = kader.Modus != Importmodus.Normaal;
    private readonly bool _vooruit = kader.IsVooruit(schooljaar);

    /// <summary>The rows, with those that must wait held.</summary>
    /// <param name="gezien">What the sources say.</param>
    /// <param name="current">The groepen that Numo has.</param>
    public Planregels Hold(Planregels gezien, IReadOnlyList<Groep> current) => new(
        _alleenToevoegen ? HoldGroepen(gezien.Groepen, current) : gezien.Groepen,
        HoldPersonen(gezien.Leerlingen),
        HoldPersonen(gezien.Docenten));

    /// <summary>What to know of the run as a whole.</summary>
    public IEnumerable<Melding> Explain(Planregels regels)
    {
        if (_vooruit)
        {
            yield return BeleidMeldingen.Vooruit(schooljaar);
        }

        if (_alleenToevoegen)
        {
            yield return BeleidMeldingen.ModusAlleenToevoegen(
                regels.Leerlingen.Count(r => r.Aangehouden is not null)
                + regels.Docenten.Count(r => r.Aangehouden is not null));
        }
    }

    private IReadOnlyList<Planregel<T>> HoldPersonen<T>(IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        if (!_alleenToevoegen && !_vooruit && kader.Buurjaren.Later.Count == 0)
        {
            return regels;
        }

        var held = regels.Select(Hold).ToList();
        held.Sort(Regelvolgorde<T>.Instance);
        return held;
    }

    // A groep that is needed for who comes or comes back has to be there.
    private static IReadOnlyList<Groepsregel> HoldGroepen(
        IReadOnlyList<Groepsregel> groepen, IReadOnlyList<Groep> current)
    {
        var archived = current.Where(g => g.Status == Accountstatus.Gearchiveerd).Select(g => g.Id).ToHashSet();
        return
        [
            .. groepen.Where(g => g.Soort == RegelSoort.Nieuw
                || (g is { Soort: RegelSoort.Bijwerken, Id: { } id } && archived.Contains(id))),
        ];
    }

    private Planregel<T> Hold<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> => regel.Soort switch
        {
            RegelSoort.Bijwerken or RegelSoort.Archiveren when _alleenToevoegen =>
                Hold(regel, BeleidMeldingen.AlleenToevoegen),
            RegelSoort.Nieuw when _vooruit && !IsInGroep(regel.Gegevens) =>
                Hold(regel, BeleidMeldingen.NogZonderKlas(schooljaar)),
            RegelSoort.Bijwerken when _vooruit => HoldAllButMembership(regel),
            RegelSoort.Heractiveren or RegelSoort.Archiveren when _vooruit =>
                Hold(regel, BeleidMeldingen.SchooljaarNietBegonnen(schooljaar)),
            RegelSoort.Archiveren when kader.Buurjaren.Later.Contains(regel.Account!.Id) =>
                Hold(regel, BeleidMeldingen.KomtLater),
            _ => regel,
        };

    private Planregel<T> HoldAllButMembership<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T>
    {
        var reden = BeleidMeldingen.SchooljaarNietBegonnen(schooljaar);
        var now = regel.Gewijzigd & Lidmaatschap;
        return now == regel.Gewijzigd ? regel
            : now == Veld.Geen ? Hold(regel, reden)
            : regel with
            {
                Gewijzigd = now,
                Gegevens = regel.Account!.Gegevens.Take(now, regel.Gegevens),
                Wijzigingen = Mark(regel.Wijzigingen, ~Lidmaatschap),
                Meldingen = [reden, .. regel.Meldingen],
            };
    }

    private static Planregel<T> Hold<T>(Planregel<T> regel, Melding reden)
        where T : Persoonsgegevens<T> => regel with
        {
            Soort = RegelSoort.Aangehouden,
            Aangehouden = regel.Soort,
            Gewijzigd = Veld.Geen,
            Gegevens = regel.Account?.Gegevens ?? regel.Gegevens,
            Wijzigingen = Mark(regel.Wijzigingen, ~Veld.Geen),
            Meldingen = [reden, .. regel.Meldingen],
        };

    private static IReadOnlyList<Veldwijziging> Mark(IReadOnlyList<Veldwijziging> wijzigingen, Veld velden) =>
        [.. wijzigingen.Select(w => w.Vergrendeld || !velden.HasFlag(w.Veld) ? w : w with { Aangehouden = true })];

    private static bool IsInGroep<T>(T gegevens)
        where T : Persoonsgegevens<T> =>
        !gegevens.Groepen.IsEmpty || gegevens is LeerlingGegevens { Stamgroep: not null };
}
