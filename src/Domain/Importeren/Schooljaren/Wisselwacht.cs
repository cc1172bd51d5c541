using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>
/// Keeps the nights of the new school year to what the school agreed. What lies outside is held, by vestiging and by kind,
/// so that all else goes on; who leaves before the day that the school chose stays until then.
/// </summary>
/// <param name="current">All that Numo has of the school.</param>
/// <param name="schooljaar">The school year that is imported.</param>
/// <param name="kader">The agreement, and the day.</param>
internal sealed class Wisselwacht(Schoolstand current, Schooljaar schooljaar, Plankader kader)
{
    private static readonly IReadOnlyList<RegelSoort> Departures = [RegelSoort.Archiveren];

    private readonly Wisselafspraak? _afspraak =
        kader is { Wisselafspraak: { } afspraak, Modus: Importmodus.Normaal }
        && afspraak.Schooljaar == schooljaar && afspraak.GeldtOp(kader.Vandaag) ? afspraak : null;

    /// <summary>The rows of a night without the archiving of who stays until the day that the school chose.</summary>
    public Planregels KeepLeavers(Planregels gezien) =>
        _afspraak is not { } afspraak || kader.Nachtsoorten is null || kader.Vandaag >= afspraak.VertrekOp
            ? gezien
            : gezien with
            {
                Leerlingen = KeepLeavers(gezien.Leerlingen, afspraak),
                Docenten = KeepLeavers(gezien.Docenten, afspraak),
            };

    /// <summary>The rows that a night may apply, with those outside the agreement held; and of which vestigingen why.</summary>
    public (Planregels Regels, IReadOnlyList<(Vestigingsnummer? Vestiging, Melding Reden)> Buiten) Hold(Planregels regels)
    {
        if (_afspraak is not { } afspraak || kader.Nachtsoorten is null)
        {
            return (regels, []);
        }

        var leerlingen = FindLeerlingen(afspraak, regels.Leerlingen);
        var docenten = FindDocenten(afspraak, regels.Docenten);
        var held = regels with
        {
            Leerlingen = Hold(regels.Leerlingen, leerlingen),
            Docenten = Hold(regels.Docenten, docenten),
        };
        var waiting = leerlingen.Concat(docenten)
            .Where(buiten => buiten.Soorten.Contains(RegelSoort.Bijwerken))
            .Select(buiten => buiten.Vestiging)
            .ToHashSet();
        var needed = held.NeededGroepen();
        return (
            held with
            {
                Groepen = [.. held.Groepen.Where(g =>
                    !waiting.Contains(g.Gegevens.Sleutel.Vestiging) || needed.Contains(g.Gegevens.Sleutel))],
            },
            [.. leerlingen.Concat(docenten).Select(buiten => (buiten.Vestiging, buiten.Reden)).Distinct()]);
    }

    /// <summary>
    /// The vestigingen of which more leerlingen than agreed have no class in the new year, or who leaves stays for now: the year is
    /// not shown as a whole yet.
    /// </summary>
    /// <param name="regels">The rows that are applied.</param>
    public IReadOnlyList<(Wisselgrens Grens, int ZonderKlas)> FindIncomplete(Planregels regels) => _afspraak is not { } afspraak
        ? []
        :
        [
            .. regels.Leerlingen
                .GroupBy(r => r.Gegevens.Vestiging)
                .OrderBy(v => v.Key)
                .Select(v => (Grens: afspraak.Find(v.Key), ZonderKlas: v.Count(IsWithoutClass), Blijft: v.Any(StaysForNow)))
                .Where(v => v.Grens is { } grens && (v.ZonderKlas > grens.MaxZonderKlas || v.Blijft))
                .Select(v => (v.Grens!, v.ZonderKlas)),
        ];

    /// <summary>The version of the agreement; null when none holds.</summary>
    public long? Versie => _afspraak?.Versie;

    /// <summary>Whether nights go by the agreement in a vestiging, so that its bounds take the place of the usual limits.</summary>
    public bool Covers(Vestigingsnummer vestiging) => _afspraak?.Find(vestiging) is not null;

    /// <summary>Whether so many may leave a vestiging by the agreement.</summary>
    public bool Allows(Vestigingsnummer vestiging, int vertrek) =>
        _afspraak?.Find(vestiging) is { } grens && grens.Vertrokken + vertrek <= grens.MaxVertrek;

    private bool IsWithoutClass(Planregel<LeerlingGegevens> regel) =>
        regel is { Account: { Status: Accountstatus.Actief } account, Aangeleverd: not null }
        && kader.LosesClass(account.Id, regel.Gegevens);

    private static bool StaysForNow(Planregel<LeerlingGegevens> regel) =>
        regel.Meldingen.Any(m => m.Code is SchooljaarMeldingen.VertrektLaterCode);

    private static IReadOnlyList<Planregel<T>> KeepLeavers<T>(IReadOnlyList<Planregel<T>> regels, Wisselafspraak afspraak)
        where T : Persoonsgegevens<T> =>
    [
        .. regels
            .Select(r => !Stays(r, afspraak) ? r : r with
            {
                Soort = RegelSoort.Ongewijzigd,
                Meldingen = [SchooljaarMeldingen.VertrektLater(afspraak.VertrekOp), .. r.Meldingen],
            })
            .Order(Regelvolgorde<T>.Instance),
    ];

    // Who was to come and is withdrawn has nothing to stay for.
    private static bool Stays<T>(Planregel<T> regel, Wisselafspraak afspraak)
        where T : Persoonsgegevens<T> => regel.Soort == RegelSoort.Archiveren
        && regel.Account?.Instroom != afspraak.Schooljaar && afspraak.Find(regel.Gegevens.Vestiging) is not null;

    private List<Buiten> FindLeerlingen(Wisselafspraak afspraak, IReadOnlyList<Planregel<LeerlingGegevens>> regels)
    {
        var found = new List<Buiten>();
        foreach (var vestiging in regels.GroupBy(r => r.Gegevens.Vestiging).OrderBy(v => v.Key))
        {
            if (afspraak.Find(vestiging.Key) is not { } grens)
            {
                found.AddRange(FindUncovered(vestiging.Key, vestiging));
                continue;
            }

            var vertrek = grens.Vertrokken + vestiging.Count(r => r.Soort == RegelSoort.Archiveren);
            if (vertrek > grens.MaxVertrek)
            {
                found.Add(new Buiten(
                    vestiging.Key,
                    SchooljaarMeldingen.BuitenAfspraak(
                        SchooljaarMeldingen.TeVeelVertrek(vestiging.Key, vertrek, grens.MaxVertrek)),
                    Departures));
            }

            var nieuw = vestiging.Count(IsNewcomer);
            if (nieuw > grens.MaxNieuw)
            {
                found.Add(new Buiten(
                    vestiging.Key,
                    SchooljaarMeldingen.BuitenAfspraak(
                        SchooljaarMeldingen.TeVeelNieuw(vestiging.Key, nieuw, grens.MaxNieuw)),
                    [RegelSoort.Nieuw, RegelSoort.Heractiveren]));
            }
        }

        return found;
    }

    // Docenten have no bounds of their own: the usual limit of archivals holds.
    private List<Buiten> FindDocenten(Wisselafspraak afspraak, IReadOnlyList<Planregel<DocentGegevens>> regels)
    {
        var found = new List<Buiten>();
        var limiet = kader.Beleid.LimietOp(kader.Vandaag);
        var actief = current.Docenten.Where(d => d.Status == Accountstatus.Actief).CountBy(d => d.Gegevens.Vestiging).ToDictionary();
        var weg = regels.Where(r => r.Soort == RegelSoort.Archiveren).CountBy(r => r.Gegevens.Vestiging).ToDictionary();
        if (limiet.IsOver(weg.Values.Sum(), actief.Values.Sum()))
        {
            found.Add(TooManyDocenten(null, weg.Values.Sum(), actief.Values.Sum()));
        }
        else
        {
            found.AddRange(weg
                .Where(v => limiet.IsOver(v.Value, actief.GetValueOrDefault(v.Key)))
                .OrderBy(v => v.Key)
                .Select(v => TooManyDocenten(v.Key, v.Value, actief.GetValueOrDefault(v.Key))));
        }

        found.AddRange(regels
            .GroupBy(r => r.Gegevens.Vestiging)
            .OrderBy(v => v.Key)
            .Where(v => afspraak.Find(v.Key) is null)
            .SelectMany(v => FindUncovered(v.Key, v)));
        return found;
    }

    private static Buiten TooManyDocenten(Vestigingsnummer? vestiging, int aantal, int van) => new(
        vestiging,
        SchooljaarMeldingen.BuitenAfspraak(SchooljaarMeldingen.TeVeelDocenten(vestiging, aantal, van)),
        Departures);

    // A vestiging that did not agree waits. In one that is of the year already nights do what the school lets them do.
    private IEnumerable<Buiten> FindUncovered<T>(Vestigingsnummer vestiging, IEnumerable<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        var isOver = kader.IsLopend(vestiging) && kader.IsKnown(vestiging);
        RegelSoort[] soorten = isOver ? [.. Regelkeuze.Toepasbaar.Except(kader.Nachtsoorten!)] : [.. Regelkeuze.Toepasbaar];
        if (regels.Any(r => soorten.Contains(r.Soort)))
        {
            var wat = isOver ? SchooljaarMeldingen.NaAfloop(vestiging) : SchooljaarMeldingen.NietAfgesproken(vestiging);
            yield return new Buiten(vestiging, SchooljaarMeldingen.BuitenAfspraak(wat), soorten);
        }
    }

    private static IReadOnlyList<Planregel<T>> Hold<T>(IReadOnlyList<Planregel<T>> regels, List<Buiten> buiten)
        where T : Persoonsgegevens<T> => buiten.Count == 0
            ? regels
            : Aanhouding.HoldWhere(
                regels,
                r => buiten.Find(b => (b.Vestiging is null || b.Vestiging == r.Gegevens.Vestiging) && b.Soorten.Contains(r.Soort))
                    ?.Reden);

    private bool IsNewcomer(Planregel<LeerlingGegevens> regel) => regel.Soort is RegelSoort.Nieuw or RegelSoort.Heractiveren
        || (regel is { Account: { Status: Accountstatus.Actief } account } && account.Instroom == schooljaar
            && regel.Soort != RegelSoort.Archiveren);

    /// <param name="Vestiging">Of which vestiging; null for all.</param>
    /// <param name="Reden">Why.</param>
    /// <param name="Soorten">What is held.</param>
    private sealed record Buiten(Vestigingsnummer? Vestiging, Melding Reden, IReadOnlyList<RegelSoort> Soorten);
}
