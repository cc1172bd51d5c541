using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>That somebody is in a groep.</summary>
/// <param name="Persoon">Who.</param>
/// <param name="Groep">The groep.</param>
/// <param name="Schooljaar">The first year of its school year.</param>
/// <param name="Soort">Its kind.</param>
/// <param name="Naam">Its name.</param>
public sealed record Lidmaatschap(AccountId Persoon, GroepId Groep, int Schooljaar, Groepsoort Soort, string Naam);

/// <summary>
/// Which groepen the account that stays gets from the other when two are merged. Only who is active is in a groep now: an
/// archived account keeps its groepen for itself. Where both are active, the groepen are put together, year by year, and a
/// leerling stays in the stamgroep that it has; where only the other is, its groepen take the place of the older ones. The
/// other keeps all that it had.
/// </summary>
/// <param name="Erbij">What the one that stays gets.</param>
/// <param name="Eraf">What it gives up.</param>
public sealed record Groepsovername(IReadOnlyList<Lidmaatschap> Erbij, IReadOnlyList<Lidmaatschap> Eraf)
{
    /// <summary>Decides over all school years.</summary>
    /// <param name="blijft">The account that stays, before.</param>
    /// <param name="vervalt">The other one, before.</param>
    /// <param name="leden">The groepen of both, in all school years.</param>
    public static Groepsovername Of<T>(Account<T> blijft, Account<T> vervalt, IReadOnlyList<Lidmaatschap> leden)
        where T : Persoonsgegevens<T>
    {
        if (vervalt.Status != Accountstatus.Actief)
        {
            return new Groepsovername([], []);
        }

        var open = leden.Where(lid => !blijft.Vergrendeld.HasFlag(LockOf<T>(lid.Soort))).ToArray();
        var nieuw = open.Where(lid => lid.Persoon == vervalt.Id).ToArray();
        var eigen = open.Where(lid => lid.Persoon == blijft.Id).ToArray();
        Lidmaatschap[] eraf = blijft.Status == Accountstatus.Actief
            ? []
            : [.. eigen.Where(lid => nieuw.Any(n => n.Schooljaar == lid.Schooljaar) && nieuw.All(n => n.Groep != lid.Groep))];
        var houdt = eigen.Except(eraf).ToArray();
        return new Groepsovername([.. nieuw.Where(lid => IsOpen<T>(lid, houdt))], eraf);
    }

    // A leerling is in one stamgroep of a school year at most; a docent teaches in any number.
    private static bool IsOpen<T>(Lidmaatschap lid, Lidmaatschap[] houdt)
        where T : Persoonsgegevens<T> =>
        !Array.Exists(houdt, h => h.Groep == lid.Groep || (typeof(T) == typeof(LeerlingGegevens)
            && lid.Soort == Groepsoort.Stamgroep && h.Soort == Groepsoort.Stamgroep && h.Schooljaar == lid.Schooljaar));

    private static Veld LockOf<T>(Groepsoort soort)
        where T : Persoonsgegevens<T> =>
        soort == Groepsoort.Stamgroep && typeof(T) == typeof(LeerlingGegevens) ? Veld.Stamgroep : Veld.Groepen;
}
