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
    /// <param name="shown">In the first import of a school year: an account's data with what is shown of it until then,
    /// the class of the year before. Then who does not change may lose that. Else null.</param>
    public static IReadOnlyList<Melding> Check<T>(
        string wie,
        IReadOnlyList<Planregel<T>> regels,
        IReadOnlyList<Account<T>> accounts,
        Func<Account<T>, T>? shown = null)
        where T : Persoonsgegevens<T>
    {
        var after = regels
            .Where(r => r.Account?.Status == Accountstatus.Actief
                && (r.Soort == RegelSoort.Bijwerken || (shown is not null && r.Soort == RegelSoort.Ongewijzigd)))
            .ToDictionary(r => r.Account!.Id, r => r.Gegevens);
        if (after.Count <= Archiveerlimiet.Standaard.Aantal)
        {
            return [];
        }

        var school = new Tally();
        var vestigingen = new SortedDictionary<Vestigingsnummer, Tally>();
        foreach (var account in accounts.Where(a => a.Status == Accountstatus.Actief))
        {
            var before = shown?.Invoke(account) ?? account.Gegevens;
            var later = after.GetValueOrDefault(account.Id, before);
            school.Add(before, later);
            if (!vestigingen.TryGetValue(account.Gegevens.Vestiging, out var vestiging))
            {
                vestigingen[account.Gegevens.Vestiging] = vestiging = new Tally();
            }

            vestiging.Add(before, later);
        }

        var whole = school.Check(wie);
        return whole.Length > 0 || vestigingen.Count == 1
            ? whole
            : [.. vestigingen.SelectMany(v => v.Value.Check($"{wie} van vestiging {v.Key}"))];
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
        private int _hadAny;
        private int _lostAny;

        public void Add(Persoonsgegevens before, Persoonsgegevens after)
        {
            var (had, lost) = (false, false);
            for (var i = 0; i < Kinds.Length; i++)
            {
                var has = Kinds[i].Has(before);
                var loses = has && !Kinds[i].Has(after);
                _had[i] += has ? 1 : 0;
                _lost[i] += loses ? 1 : 0;
                (had, lost) = (had || has, lost || loses);
            }

            _hadAny += had ? 1 : 0;
            _lostAny += lost ? 1 : 0;
        }

        /// <summary>Each thing that too many lose; or, where none is by itself, all of them together.</summary>
        public Melding[] Check(string wie)
        {
            var each = Enumerable.Range(0, Kinds.Length)
                .Where(i => Archiveerlimiet.Standaard.IsOver(_lost[i], _had[i]))
                .Select(i => BeleidMeldingen.TeVeelVerlies(wie, Kinds[i].Wat, _lost[i], _had[i]))
                .ToArray();
            return each.Length > 0 || !Archiveerlimiet.Standaard.IsOver(_lostAny, _hadAny)
                ? each
                : [BeleidMeldingen.TeVeelVerlies(wie, "doelgroep, stamgroep of groepen", _lostAny, _hadAny)];
        }
    }
}
