using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>
/// A docent logs in with an e-mail address, so no two active docenten have the same. Who would get one that is taken is
/// held, as a conflict; everybody else goes on. An address is free for a docent who stays when its docent changes it in
/// the same plan; for one who comes it must be free already, since those who come may be applied alone.
/// </summary>
public static class Emailwacht
{
    /// <summary>The form in which addresses are compared; null when there is none.</summary>
    public static string? Canonicalize(string? email) => DocentGegevens.ToLogin(email);

    /// <summary>Rows in which nobody gets an address that is taken.</summary>
    /// <param name="regels">The rows as the keys say.</param>
    /// <param name="current">All docenten that Numo has.</param>
    public static IReadOnlyList<Planregel<DocentGegevens>> Hold(
        IReadOnlyList<Planregel<DocentGegevens>> regels, IReadOnlyList<Account<DocentGegevens>> current)
    {
        var claims = regels.Where(TakesEmail).ToLookup(r => Canonicalize(r.Gegevens.Email)!, StringComparer.Ordinal);
        var owners = current
            .Where(a => a.Status == Accountstatus.Actief && Canonicalize(a.Gegevens.Email) is not null)
            .ToLookup(a => Canonicalize(a.Gegevens.Email)!, StringComparer.Ordinal);
        var leaving = claims
            .SelectMany(claimants => claimants)
            .Concat(regels.Where(LosesEmail))
            .Where(r => r.Soort == RegelSoort.Bijwerken)
            .ToDictionary(r => r.Account!.Id);
        var held = new HashSet<Planregel<DocentGegevens>>(ReferenceEqualityComparer.Instance);
        while (FindTaken() is { Length: > 0 } more)
        {
            // Who is held keeps the address of now, so another may not get that either.
            held.UnionWith(more);
        }

        return held.Count == 0 ? regels : [.. regels.Select(Show).Order(Regelvolgorde<DocentGegevens>.Instance)];

        Planregel<DocentGegevens>[] FindTaken() =>
        [
            .. claims.Where(c => c.Skip(1).Any() || owners.Contains(c.Key)).SelectMany(claimants => claimants.Where(r =>
                !held.Contains(r) && (claimants.Skip(1).Any() || owners[claimants.Key].Any(owner => Keeps(owner, r))))),
        ];

        bool Keeps(Account<DocentGegevens> owner, Planregel<DocentGegevens> claimant) =>
            owner.Id != claimant.Account?.Id
            && (claimant.Soort != RegelSoort.Bijwerken
                || !leaving.TryGetValue(owner.Id, out var change) || held.Contains(change));

        Planregel<DocentGegevens> Show(Planregel<DocentGegevens> regel) => held.Contains(regel)
            ? ToConflict(regel, owners[Canonicalize(regel.Gegevens.Email)!].Where(owner => owner.Id != regel.Account?.Id))
            : regel;
    }

    private static bool TakesEmail(Planregel<DocentGegevens> regel) =>
        Canonicalize(regel.Gegevens.Email) is not null
        && (regel.Soort is RegelSoort.Nieuw or RegelSoort.Heractiveren
            || (regel.Soort == RegelSoort.Bijwerken && !KeepsEmail(regel)));

    private static bool LosesEmail(Planregel<DocentGegevens> regel) =>
        regel.Soort == RegelSoort.Bijwerken && Canonicalize(regel.Gegevens.Email) is null && !KeepsEmail(regel);

    private static bool KeepsEmail(Planregel<DocentGegevens> regel) => string.Equals(
        Canonicalize(regel.Gegevens.Email), Canonicalize(regel.Account!.Gegevens.Email), StringComparison.Ordinal);

    private static Planregel<DocentGegevens> ToConflict(
        Planregel<DocentGegevens> regel, IEnumerable<Account<DocentGegevens>> holders)
    {
        var delivered = regel.Aangeleverd!;
        return new Planregel<DocentGegevens>(
            RegelSoort.Conflict, null, delivered, Veld.Geen, [], [Meldingen.EmailBezet, .. regel.Meldingen])
        {
            Aangeleverd = delivered,
            Betrokken =
            [
                .. regel.Account is { } self ? [ToBetrokkene(self, OwnKeys(self, delivered))] : Array.Empty<Betrokkene>(),
                .. holders.Select(holder => ToBetrokkene(holder, Veld.Email)),
            ],
        };
    }

    private static Veld OwnKeys(Account<DocentGegevens> account, DocentGegevens delivered) => delivered.Sleutels
        .Intersect(account.Gegevens.Sleutels)
        .Aggregate(Veld.Geen, (velden, sleutel) => velden | sleutel.Veld);

    private static Betrokkene ToBetrokkene(Account<DocentGegevens> account, Veld sleutels) =>
        new(account.Id, account.Gegevens.Naam, account.Status, sleutels);
}
