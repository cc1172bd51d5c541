using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>
/// Looks for a source that stopped delivering something: many people lose their doelgroep, their stamgroep or all their
/// groepen at once. What a school agreed on archivals says nothing of this.
/// </summary>
internal static class Losses
{
    private const int MostCodes = 10;

    private static readonly (string Wat, Func<Persoonsgegevens, bool> Has)[] Kinds =
    [
        ("doelgroep", persoon => persoon is LeerlingGegevens { Doelgroep: not null }),
        ("stamgroep", persoon => persoon is LeerlingGegevens { Stamgroep: not null }),
        ("groepen", persoon => !persoon.Groepen.IsEmpty),
    ];

    /// <summary>The brakes: of the school as a whole; if that is sound, of each vestiging by itself.</summary>
    /// <param name="wie">Such as <c>leerlingen</c>.</param>
    /// <param name="regels">The rows that are applied.</param>
    /// <param name="accounts">All accounts of this kind.</param>
    /// <param name="first">What the first import of a school year takes away beside its changes; null when this is none.
    /// </param>
    public static IReadOnlyList<Melding> Check<T>(
        string wie,
        IReadOnlyList<Planregel<T>> regels,
        IReadOnlyList<Account<T>> accounts,
        FirstImport<T>? first = null)
        where T : Persoonsgegevens<T>
    {
        var after = regels
            .Where(r => r.Account?.Status == Accountstatus.Actief && r.Soort == RegelSoort.Bijwerken)
            .ToDictionary(r => r.Account!.Id, r => r.Gegevens);
        if (first is null && after.Count <= Archiveerlimiet.Standaard.Aantal)
        {
            return [];
        }

        // Who leaves counts with those who leave; of whom something is held keeps what there is.
        var others = regels
            .Where(r => r.Soort is RegelSoort.Archiveren or RegelSoort.Aangehouden)
            .Select(r => r.Account?.Id)
            .ToHashSet();
        var school = new Tally();
        var vestigingen = new SortedDictionary<Vestigingsnummer, Tally>();
        foreach (var account in accounts.Where(a => a.Status == Accountstatus.Actief))
        {
            var own = account.Gegevens;
            var before = first?.Shown(account) ?? own;
            var later = after.TryGetValue(account.Id, out var changed) ? first?.After(account, changed) ?? changed
                : others.Contains(account.Id) ? before
                : first?.After(account, own) ?? own;
            school.Add(before, later, own);
            if (!vestigingen.TryGetValue(account.Gegevens.Vestiging, out var vestiging))
            {
                vestigingen[account.Gegevens.Vestiging] = vestiging = new Tally();
            }

            vestiging.Add(before, later, own);
        }

        var whole = school.Check(wie, first?.Schooljaar);
        return whole.Length > 0 || vestigingen.Count == 1
            ? whole
            : [.. vestigingen.SelectMany(v => v.Value.Check($"{wie} van vestiging {v.Key}", first?.Schooljaar))];
    }

    /// <summary>Whom a code that is not known takes the doelgroep of now away; null when nobody.</summary>
    public static Melding? ByUnknownCode(IReadOnlyList<Planregel<LeerlingGegevens>> regels)
    {
        string[] codes =
        [
            .. regels
                .Where(r => r is { Soort: RegelSoort.Bijwerken, Account.Gegevens.Doelgroep: not null, Gegevens.Doelgroep: null })
                .Select(r => r.Gegevens.Opleidingscode)
                .OfType<string>(),
        ];
        return codes.Length == 0
            ? null
            : BeleidMeldingen.DoelgroepVervalt(
                codes.Length, codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostCodes));
    }

    /// <summary>How many had something, and how many of them lose it.</summary>
    private sealed class Tally
    {
        private readonly int[] _had = new int[Kinds.Length];
        private readonly int[] _lost = new int[Kinds.Length];
        private readonly int[] _old = new int[Kinds.Length];
        private int _hadAny;
        private int _lostAny;
        private int _oldAny;

        /// <param name="before">What is shown of a person.</param>
        /// <param name="after">What the person has after the import.</param>
        /// <param name="own">What the person has now, in the year that is imported.</param>
        public void Add(Persoonsgegevens before, Persoonsgegevens after, Persoonsgegevens own)
        {
            var (had, lost, old) = (false, false, false);
            for (var i = 0; i < Kinds.Length; i++)
            {
                var has = Kinds[i].Has(before);
                var loses = has && !Kinds[i].Has(after);
                _had[i] += has ? 1 : 0;
                var isOld = loses && !Kinds[i].Has(own);
                _lost[i] += loses ? 1 : 0;
                _old[i] += isOld ? 1 : 0;
                (had, lost, old) = (had || has, lost || loses, old || isOld);
            }

            _hadAny += had ? 1 : 0;
            _lostAny += lost ? 1 : 0;
            _oldAny += old ? 1 : 0;
        }

        /// <summary>Each thing that too many lose; or, where none is by itself, all of them together.</summary>
        public Melding[] Check(string wie, Schooljaar? schooljaar)
        {
            var each = Enumerable.Range(0, Kinds.Length)
                .Where(i => Archiveerlimiet.Standaard.IsOver(_lost[i], _had[i]))
                .Select(i => Describe(wie, Kinds[i].Wat, _lost[i], _had[i], _old[i], schooljaar))
                .ToArray();
            return each.Length > 0 || !Archiveerlimiet.Standaard.IsOver(_lostAny, _hadAny)
                ? each
                : [Describe(wie, "doelgroep, stamgroep of groepen", _lostAny, _hadAny, _oldAny, schooljaar)];
        }

        private static Melding Describe(string wie, string wat, int lost, int had, int old, Schooljaar? schooljaar) =>
            old > 0 && schooljaar is { } jaar
                ? BeleidMeldingen.GroepenVanVorigJaarVervallen(wie, wat, lost, had, old, jaar)
                : BeleidMeldingen.TeVeelVerlies(wie, wat, lost, had);
    }
}

/// <summary>
/// The first import of a school year. Once it is applied, the groepen of the year before are shown of nobody in its
/// vestigingen any more, whether a row changes that person or not.
/// </summary>
/// <param name="Schooljaar">The school year.</param>
/// <param name="Vestigingen">The vestigingen of which the whole year is imported.</param>
/// <param name="Shown">An account's data with what is shown of it until that is so.</param>
internal sealed record FirstImport<T>(
    Schooljaar Schooljaar, IReadOnlySet<Vestigingsnummer> Vestigingen, Func<Account<T>, T> Shown)
    where T : Persoonsgegevens<T>
{
    /// <summary>What is shown of an account afterwards, when it has this data in the year that is imported.</summary>
    public T After(Account<T> account, T gegevens) => Vestigingen.Contains(account.Gegevens.Vestiging)
        ? gegevens
        : Shown(account with { Gegevens = gegevens });
}
