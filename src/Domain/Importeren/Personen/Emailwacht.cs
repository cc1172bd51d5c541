using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// A docent logs in with an e-mail address, so no two active docenten have the same. Who would get one that is taken is
/// held, as a conflict; everybody else goes on.
/// </summary>
public static class Emailwacht
{
    /// <summary>The form in which addresses are compared; null when there is none.</summary>
    public static string? Canonicalize(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

    /// <summary>Rows in which nobody gets an address that is taken.</summary>
    /// <param name="regels">The rows as the keys say.</param>
    /// <param name="current">All docenten that Numo has.</param>
    public static IReadOnlyList<Planregel<DocentGegevens>> Hold(
        IReadOnlyList<Planregel<DocentGegevens>> regels, IReadOnlyList<Account<DocentGegevens>> current)
    {
        var held = new HashSet<Planregel<DocentGegevens>>(ReferenceEqualityComparer.Instance);
        while (FindTaken(regels, current, held) is { Count: > 0 } more)
        {
            // Who is held keeps the address of now, so another may not get that either.
            held.UnionWith(more);
        }

        if (held.Count == 0)
        {
            return regels;
        }

        var holders = Holders(regels, current, held);
        var kept = regels.Select(r => held.Contains(r) ? ToConflict(r, holders) : r).ToList();
        kept.Sort(Regelvolgorde<DocentGegevens>.Instance);
        return kept;
    }

    private static List<Planregel<DocentGegevens>> FindTaken(
        IReadOnlyList<Planregel<DocentGegevens>> regels,
        IReadOnlyList<Account<DocentGegevens>> current,
        HashSet<Planregel<DocentGegevens>> held)
    {
        var holders = Holders(regels, current, held);
        return
        [
            .. regels
                .Where(r => TakesEmail(r) && !held.Contains(r))
                .GroupBy(r => Canonicalize(r.Gegevens.Email)!, StringComparer.Ordinal)
                .Where(claimants => claimants.Skip(1).Any() || holders.Contains(claimants.Key))
                .SelectMany(claimants => claimants),
        ];
    }

    private static bool TakesEmail(Planregel<DocentGegevens> regel) =>
        Canonicalize(regel.Gegevens.Email) is { } email
        && (regel.Soort is RegelSoort.Nieuw or RegelSoort.Heractiveren
            || (regel.Soort == RegelSoort.Bijwerken
                && !string.Equals(email, Canonicalize(regel.Account!.Gegevens.Email), StringComparison.Ordinal)));

    /// <summary>Who keeps an address: is active, and neither leaves nor changes it.</summary>
    private static ILookup<string, Account<DocentGegevens>> Holders(
        IReadOnlyList<Planregel<DocentGegevens>> regels,
        IReadOnlyList<Account<DocentGegevens>> current,
        HashSet<Planregel<DocentGegevens>> held)
    {
        var lose = regels
            .Where(r => r.Account is not null && !held.Contains(r))
            .Where(r => r.Soort == RegelSoort.Archiveren || r.Gewijzigd.HasFlag(Veld.Email))
            .Where(r => r.Soort == RegelSoort.Archiveren || !SameEmail(r))
            .Select(r => r.Account!.Id)
            .ToHashSet();
        return current
            .Where(a => a.Status == Accountstatus.Actief && Canonicalize(a.Gegevens.Email) is not null
                && !lose.Contains(a.Id))
            .ToLookup(a => Canonicalize(a.Gegevens.Email)!, StringComparer.Ordinal);
    }

    private static bool SameEmail(Planregel<DocentGegevens> regel) => string.Equals(
        Canonicalize(regel.Gegevens.Email), Canonicalize(regel.Account!.Gegevens.Email), StringComparison.Ordinal);

    private static Planregel<DocentGegevens> ToConflict(
        Planregel<DocentGegevens> regel, ILookup<string, Account<DocentGegevens>> holders)
    {
        var delivered = regel.Aangeleverd!;
        var own = regel.Account is { } account
            ? delivered.Sleutels
                .Intersect(account.Gegevens.Sleutels)
                .Aggregate(Veld.Geen, (velden, sleutel) => velden | sleutel.Veld)
            : Veld.Geen;
        return new Planregel<DocentGegevens>(
            RegelSoort.Conflict, null, delivered, Veld.Geen, [], [Meldingen.EmailBezet, .. regel.Meldingen])
        {
            Aangeleverd = delivered,
            Betrokken =
            [
                .. regel.Account is { } self ? [ToBetrokkene(self, own)] : Array.Empty<Betrokkene>(),
                .. holders[Canonicalize(regel.Gegevens.Email)!].Select(holder => ToBetrokkene(holder, Veld.Email)),
            ],
        };
    }

    private static Betrokkene ToBetrokkene(Account<DocentGegevens> account, Veld sleutels) =>
        new(account.Id, account.Gegevens.Naam, account.Status, sleutels);
}
