using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>What is said of accounts that are archived, or would be. Names no person.</summary>
public static class ArchiefMeldingen
{
    /// <summary>Row: archived accounts have the name of somebody new. Nothing is decided by it.</summary>
    /// <param name="aantal">How many accounts.</param>
    /// <param name="accounts">The first of them: the id, with the leerjaar and groep that are known.</param>
    public static Melding LijktOpGearchiveerd(int aantal, IReadOnlyCollection<string> accounts)
    {
        var told = string.Join("; ", accounts)
            + (aantal > accounts.Count ? $"; en {aantal - accounts.Count} meer" : "");
        return new(
            "LIJKT_OP_GEARCHIVEERD",
            (aantal == 1 ? "Er is een gearchiveerd account" : $"Er zijn {aantal} gearchiveerde accounts")
                + $" met dezelfde naam en andere sleutels ({told}). Numo beslist niets: deze persoon krijgt een nieuw "
                + "account. Is het dezelfde persoon, voeg beide accounts dan na het toepassen samen; dan blijft bewaard wat "
                + "op het oude account staat.");
    }

    /// <summary>
    /// Row: the account would be archived, and stays because a person pinned it. Why that person did is about a pupil, and
    /// stays with the account: rows are kept, exported and sent.
    /// </summary>
    public static Melding Vastgezet(Vastzetting vastzetting) =>
        new(
            "VASTGEZET",
            "De bron levert dit account niet aan; het blijft, want het is vastgezet tot en met "
            + $"{Datum.Of(vastzetting.TotEnMet)} door {vastzetting.Door}. Waarom staat bij het account.");

    /// <summary>Row: the account leaves, now that its pin is over.</summary>
    public static Melding VastzettingVerlopen(Vastzetting vastzetting) =>
        new(
            "VASTZETTING_VERLOPEN",
            $"Dit account was vastgezet tot en met {Datum.Of(vastzetting.TotEnMet)} door {vastzetting.Door}; daarna telt weer "
            + "wat de bron levert. "
            + "Zet het opnieuw vast als het moet blijven.");
}
