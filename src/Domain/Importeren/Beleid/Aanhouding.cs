using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>
/// Holds what an import must not do now: the row shows what was found and why nothing comes of it, and is no longer of
/// a kind that is applied. Who is held gives and takes nothing: no account gives up a key to a row that waits, and none
/// that waits gives one up.
/// </summary>
internal sealed class Aanhouding(Plankader kader, Schooljaar schooljaar)
{
    private const Veld Lidmaatschap = Veld.Stamgroep | Veld.Groepen;

    private readonly bool _alleenToevoegen = kader.Modus != Importmodus.Normaal;
    private readonly bool _vooruit = kader.IsVooruit(schooljaar);
    private readonly bool _voorbij = kader.IsVoorbij(schooljaar);

    /// <summary>The rows, with those that must wait held.</summary>
    /// <param name="gezien">What the sources say.</param>
    /// <param name="current">The groepen that Numo has.</param>
    public Planregels Hold(Planregels gezien, IReadOnlyList<Groep> current)
    {
        var regels = gezien with
        {
            Leerlingen = HoldPersonen(gezien.Leerlingen),
            Docenten = HoldPersonen(gezien.Docenten),
        };
        return _voorbij ? regels with { Groepen = [] }
            : _alleenToevoegen ? regels with { Groepen = HoldGroepen(regels, current) }
            : regels;
    }

    /// <summary>What to know of the run as a whole.</summary>
    public IEnumerable<Melding> Explain(Planregels regels)
    {
        if (_vooruit)
        {
            yield return BeleidMeldingen.Vooruit(schooljaar);
        }

        if (_voorbij)
        {
            yield return BeleidMeldingen.Voorbij(schooljaar);
        }

        if (_alleenToevoegen)
        {
            yield return BeleidMeldingen.ModusAlleenToevoegen(
                regels.Leerlingen.Count(r => r.Aangehouden is not null)
                + regels.Docenten.Count(r => r.Aangehouden is not null));
        }
    }

    /// <summary>The rows, with those held of which a reason is given, and who would take a key of theirs.</summary>
    public static IReadOnlyList<Planregel<T>> HoldWhere<T>(
        IReadOnlyList<Planregel<T>> regels, Func<Planregel<T>, Melding?> reden)
        where T : Persoonsgegevens<T>
    {
        var held = HoldTakers([.. regels.Select(r => reden(r) is { } why ? Hold(r, why) : r)]);
        held.Sort(Regelvolgorde<T>.Instance);
        return held;
    }

    private IReadOnlyList<Planregel<T>> HoldPersonen<T>(IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        if (!_alleenToevoegen && !_vooruit && !_voorbij && kader.Buurjaren.Later.Count == 0)
        {
            return regels;
        }

        var held = HoldTakers([.. regels.Select(Hold)]);
        held.Sort(Regelvolgorde<T>.Instance);
        return held;
    }

    // Nobody of now is touched by what happens to who comes in the year that has not begun.
    private bool Comes<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> => regel.Account?.Instroom == schooljaar && regel.Afstanden.Count == 0;

    /// <summary>Who would take a key of an account that waits, waits as well; and so on.</summary>
    private static List<Planregel<T>> HoldTakers<T>(List<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        var waiting = regels.Where(r => r.Aangehouden is not null).Select(r => r.Account?.Id).ToHashSet();
        int[] takers;
        do
        {
            takers =
            [
                .. Enumerable.Range(0, regels.Count)
                    .Where(i => regels[i].Afstanden.Any(a => waiting.Contains(a.Account.Id))),
            ];
            foreach (var i in takers)
            {
                regels[i] = Hold(regels[i], BeleidMeldingen.WachtOpAnder);
                waiting.Add(regels[i].Account?.Id);
            }
        }
        while (takers.Length > 0);
        return regels;
    }

    // A groep that is needed for who comes or comes back has to be there, under the key of now; no other comes.
    private static IReadOnlyList<Groepsregel> HoldGroepen(Planregels regels, IReadOnlyList<Groep> current)
    {
        var known = current.ToDictionary(g => g.Id);
        var needed = regels.NeededGroepen();
        return
        [
            .. regels.Groepen
                .Where(g => (g.Soort == RegelSoort.Nieuw && needed.Contains(g.Gegevens.Sleutel)) || g.KrijgtAndereSleutel
                    || (g is { Soort: RegelSoort.Bijwerken, Id: { } id } && known[id].Status != Accountstatus.Actief))
                .Select(g => g is { KrijgtAndereSleutel: true, Id: { } id } && known[id].Status == Accountstatus.Actief
                    ? g with { Gegevens = known[id].Gegevens }
                    : g),
        ];
    }

    private Planregel<T> Hold<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> => regel.Soort switch
        {
            RegelSoort.Nieuw or RegelSoort.Bijwerken or RegelSoort.Heractiveren or RegelSoort.Archiveren when _voorbij =>
                Hold(regel, BeleidMeldingen.Voorbij(schooljaar)),
            RegelSoort.Bijwerken or RegelSoort.Archiveren when _alleenToevoegen =>
                Hold(regel, BeleidMeldingen.AlleenToevoegen),

            // Who comes back and takes a key of another account changes that one.
            RegelSoort.Heractiveren when _alleenToevoegen && regel.Afstanden.Count > 0 =>
                Hold(regel, BeleidMeldingen.AlleenToevoegen),
            RegelSoort.Nieuw when _vooruit && !IsInGroep(regel.Gegevens) =>
                Hold(regel, BeleidMeldingen.NogZonderKlas(schooljaar)),
            RegelSoort.Nieuw when _vooruit && regel.Afstanden.Count > 0 =>
                Hold(regel, BeleidMeldingen.SchooljaarNietBegonnen(schooljaar)),
            RegelSoort.Bijwerken or RegelSoort.Archiveren or RegelSoort.Heractiveren when _vooruit && Comes(regel) => regel,
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
                Afstanden = [],
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
            Afstanden = [],
            Meldingen = [reden, .. regel.Meldingen],
        };

    private static IReadOnlyList<Veldwijziging> Mark(IReadOnlyList<Veldwijziging> wijzigingen, Veld velden) =>
        [.. wijzigingen.Select(w => w.Vergrendeld || !velden.HasFlag(w.Veld) ? w : w with { Aangehouden = true })];

    private static bool IsInGroep<T>(T gegevens)
        where T : Persoonsgegevens<T> =>
        !gegevens.Groepen.IsEmpty || gegevens is LeerlingGegevens { Stamgroep: not null };
}
