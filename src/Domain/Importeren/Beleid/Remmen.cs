using System.Collections.Immutable;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>
/// Puts the brake on where a source looks broken, and where more would leave than the school's limit allows. The first
/// do not look at the limit: only a person who looked at this very plan can release them.
/// </summary>
/// <param name="current">All that Numo has of the school.</param>
/// <param name="incoming">All that was delivered.</param>
/// <param name="kader">The school's rules, and what the last run had.</param>
/// <param name="wacht">What the school agreed beforehand takes the place of the limit, and of looking at classes.</param>
internal sealed class Remmen(Schoolstand current, Aanlevering incoming, Plankader kader, Wisselwacht wacht)
{
    /// <summary>From this size on a vestiging is looked at by itself: in a handful, all may well change at once.</summary>
    public const int KleinsteVestiging = 10;

    // Which ones does not matter to who counts losses.
    private static readonly ImmutableArray<Groepsleutel> Some = [new(Vestigingsnummer.Hoofd, "vorig schooljaar")];

    private readonly Archiveerlimiet _limiet = kader.Beleid.LimietOp(kader.Vandaag);

    /// <summary>The usable persons of each vestiging that was delivered; of the others, those of the last run.</summary>
    public IReadOnlyList<Vestigingsomvang> Measure(Planregels gezien)
    {
        var (leerlingen, docenten) = (Usable(gezien.Leerlingen), Usable(gezien.Docenten));
        return
        [
            .. incoming.Bereik.Leerlingen
                .Select(v => new Vestigingsomvang(
                    v, leerlingen.GetValueOrDefault(v).Aantal, docenten.GetValueOrDefault(v).Aantal))
                .Concat(kader.Vorige.Where(v => !incoming.Bereik.Leerlingen.Contains(v.Vestiging)))
                .OrderBy(v => v.Vestiging),
        ];
    }

    /// <summary>Which limit holds, when another one was agreed; and which codes take doelgroepen away.</summary>
    public IEnumerable<Melding> Explain(Planregels regels)
    {
        if (Losses.ByUnknownCode(regels.Leerlingen) is { } verlies)
        {
            yield return verlies;
        }

        if (kader.Beleid.Afspraak is { } afspraak)
        {
            yield return kader.Beleid.IsVerlopen(kader.Vandaag)
                ? BeleidMeldingen.LimietVerlopen(afspraak)
                : BeleidMeldingen.LimietAfgesproken(afspraak);
        }
    }

    /// <summary>The reasons to stop.</summary>
    /// <param name="gezien">The rows before any was held: what the sources say.</param>
    /// <param name="regels">The rows that are applied.</param>
    /// <param name="heel">The vestigingen of which the rows may be the whole school year.</param>
    public IEnumerable<Melding> Check(Planregels gezien, Planregels regels, IReadOnlySet<Vestigingsnummer> heel)
    {
        var leerlingen = new Soort("leerlingen", v => v.Leerlingen, incoming.Bereik.Leerlingen, IsVerplicht: true);
        var docenten = new Soort("docenten", v => v.Docenten, incoming.Bereik.Docenten, IsVerplicht: false);
        return
        [
            .. CheckSource(leerlingen, gezien.Leerlingen, current.Leerlingen),
            .. NameChanges.Check(leerlingen.Wie, gezien.Leerlingen),
            .. CheckArchivals(leerlingen, regels.Leerlingen, current.Leerlingen),
            .. Losses.Check(leerlingen.Wie, regels.Leerlingen, current.Leerlingen, FirstImport<LeerlingGegevens>(heel, Shown)),
            .. CheckSource(docenten, gezien.Docenten, current.Docenten),
            .. NameChanges.Check(docenten.Wie, gezien.Docenten),
            .. CheckArchivals(docenten, regels.Docenten, current.Docenten),
            .. Losses.Check(docenten.Wie, regels.Docenten, current.Docenten, FirstImport<DocentGegevens>(heel, Shown)),
        ];
    }

    // With additions only, the year is not imported as a whole, and what was shown before stays.
    private FirstImport<T>? FirstImport<T>(IReadOnlySet<Vestigingsnummer> heel, Func<Account<T>, T> shown)
        where T : Persoonsgegevens<T> =>
        !kader.IsVooruit(incoming.Schooljaar) && kader.Buurjaren.Achter.Count > 0 && kader.Modus == Importmodus.Normaal
            ? new FirstImport<T>(incoming.Schooljaar, heel, shown)
            : null;

    // As ShownYear has it: until the year is imported, who has nothing in it is shown in the groepen of the year before. Of classes
    // that come late an agreement takes care.
    private LeerlingGegevens Shown(Account<LeerlingGegevens> leerling) =>
        wacht.Covers(leerling.Gegevens.Vestiging) ? leerling.Gegevens
        : leerling.Gegevens is { Stamgroep: null, Groepen.IsEmpty: true } eigen && !kader.IsLopend(eigen.Vestiging)
            ? eigen with
            {
                Stamgroep = kader.Buurjaren.Stamgroepen.TryGetValue(leerling.Id, out var klas) ? klas.Sleutel : null,
                Groepen = kader.Buurjaren.InGroepen.Contains(leerling.Id) ? Some : [],
            }
            : leerling.Gegevens;

    private DocentGegevens Shown(Account<DocentGegevens> docent) =>
        wacht.Covers(docent.Gegevens.Vestiging) ? docent.Gegevens
        : docent.Gegevens.Groepen.IsEmpty && !kader.IsLopend(docent.Gegevens.Vestiging)
        && kader.Buurjaren.InGroepen.Contains(docent.Id)
            ? docent.Gegevens with { Groepen = Some }
            : docent.Gegevens;

    /// <summary>What is wrong with the school as a whole; if that is sound, with each vestiging by itself.</summary>
    private IReadOnlyList<Melding> CheckSource<T>(
        Soort soort, IReadOnlyList<Planregel<T>> gezien, IReadOnlyList<Account<T>> accounts)
        where T : Persoonsgegevens<T>
    {
        var metingen = Measure(soort, gezien, accounts);
        var school = new Meting(
            metingen.Values.Sum(m => m.Bruikbaar),
            metingen.Values.Sum(m => m.Nieuw),
            metingen.Values.Sum(m => m.Bekend),
            metingen.Values.Sum(m => m.Vorige),
            metingen.Values.Any(m => m.Geleverd));
        return Find(soort.Wie, school) is { } fault ? [fault]
            : metingen.Count == 1 ? []
            :
            [
                .. metingen
                    .Select(m => Find($"{soort.Wie} van vestiging {m.Key}", m.Value.WithoutSmall()))
                    .OfType<Melding>(),
            ];
    }

    private SortedDictionary<Vestigingsnummer, Meting> Measure<T>(
        Soort soort, IReadOnlyList<Planregel<T>> gezien, IReadOnlyList<Account<T>> accounts)
        where T : Persoonsgegevens<T>
    {
        var bruikbaar = Usable(gezien);
        var bekend = accounts.CountBy(a => a.Gegevens.Vestiging).ToDictionary();
        var afgekeurd = gezien
            .Where(r => r.Soort == RegelSoort.Afgekeurd)
            .Select(r => r.Gegevens.Vestiging)
            .ToHashSet();
        var vorige = kader.Vorige
            .Where(v => incoming.Bereik.Leerlingen.Contains(v.Vestiging))
            .ToDictionary(v => v.Vestiging, soort.Omvang);
        return new(incoming.Bereik.Leerlingen.Union(bruikbaar.Keys).Union(bekend.Keys).ToDictionary(v => v, v => new Meting(
            bruikbaar.GetValueOrDefault(v).Aantal,
            bruikbaar.GetValueOrDefault(v).Nieuw,
            bekend.GetValueOrDefault(v),
            vorige.GetValueOrDefault(v),
            soort.Bereik.Contains(v) && (soort.IsVerplicht || bekend.ContainsKey(v) || afgekeurd.Contains(v)))));
    }

    private static Melding? Find(string wie, Meting meting) => meting switch
    {
        { Geleverd: true, Bruikbaar: 0 } => BeleidMeldingen.NiemandBruikbaar(wie),
        _ when meting.Bruikbaar > 0 && meting.Nieuw == meting.Bruikbaar && meting.Bekend > 0 =>
            BeleidMeldingen.SleutelsOnbekend(wie, meting.Bruikbaar),
        _ when meting.Bruikbaar < meting.Vorige / 2.0 =>
            BeleidMeldingen.BronGekrompen(wie, meting.Vorige, meting.Bruikbaar),
        _ => null,
    };

    private IEnumerable<Melding> CheckArchivals<T>(
        Soort soort, IReadOnlyList<Planregel<T>> regels, IReadOnlyList<Account<T>> accounts)
        where T : Persoonsgegevens<T>
    {
        var actief = accounts
            .Where(a => a.Status == Accountstatus.Actief)
            .CountBy(a => a.Gegevens.Vestiging)
            .ToDictionary();
        var weg = regels
            .Where(r => r.Soort == RegelSoort.Archiveren)
            .CountBy(r => r.Gegevens.Vestiging)
            .Where(w => !soort.IsVerplicht || !wacht.Allows(w.Key, w.Value))
            .ToDictionary();
        if (_limiet.IsOver(weg.Values.Sum(), actief.Values.Sum()))
        {
            yield return Meldingen.TeVeelArchiveringen(soort.Wie, weg.Values.Sum(), actief.Values.Sum());
        }

        if (actief.Count > 1)
        {
            var teVeel = weg.Where(w => _limiet.IsOver(w.Value, actief[w.Key])).OrderBy(w => w.Key);
            foreach (var (vestiging, aantal) in teVeel)
            {
                yield return Meldingen.TeVeelArchiveringen(
                    $"{soort.Wie} van vestiging {vestiging}", aantal, actief[vestiging]);
            }
        }
    }

    /// <summary>Who was delivered and can be imported, conflicts too; and how many of them nobody knows.</summary>
    private static Dictionary<Vestigingsnummer, (int Aantal, int Nieuw)> Usable<T>(IReadOnlyList<Planregel<T>> gezien)
        where T : Persoonsgegevens<T> => gezien
            .Where(r => r.Soort is not (RegelSoort.Afgekeurd or RegelSoort.Archiveren))
            .AggregateBy(
                r => r.Gegevens.Vestiging,
                (Aantal: 0, Nieuw: 0),
                (som, r) => (som.Aantal + 1, som.Nieuw + (r.Soort == RegelSoort.Nieuw ? 1 : 0)))
            .ToDictionary();

    /// <param name="Wie">Such as <c>leerlingen</c>.</param>
    /// <param name="Omvang">How many of them a run had of a vestiging.</param>
    /// <param name="Bereik">The vestigingen that delivered them.</param>
    /// <param name="IsVerplicht">Whether a source without any is broken.</param>
    private sealed record Soort(
        string Wie, Func<Vestigingsomvang, int> Omvang, IReadOnlySet<Vestigingsnummer> Bereik, bool IsVerplicht);

    /// <param name="Bruikbaar">Delivered persons that can be imported.</param>
    /// <param name="Nieuw">Those of them that nobody knows.</param>
    /// <param name="Bekend">Accounts, archived ones too.</param>
    /// <param name="Vorige">Usable persons of the last applied run; 0 when there was none.</param>
    /// <param name="Geleverd">Whether this kind was delivered at all.</param>
    private readonly record struct Meting(int Bruikbaar, int Nieuw, int Bekend, int Vorige, bool Geleverd)
    {
        /// <summary>Without what says nothing of so few.</summary>
        public Meting WithoutSmall() => this with
        {
            Bekend = Bruikbaar < KleinsteVestiging ? 0 : Bekend,
            Vorige = Vorige < KleinsteVestiging ? 0 : Vorige,
        };
    }
}
