namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>A gate with its next step, for the school and for support.</summary>
/// <param name="Stand">Where it stands.</param>
/// <param name="Actiehouder">Who does the next step; nobody when there is none.</param>
/// <param name="Stap">The next step, in Dutch; empty when there is none.</param>
public sealed record Poortadvies(Poortstand Stand, Actiehouder Actiehouder, string Stap)
{
    /// <summary>
    /// The next step of a gate. What the latest diagnosis saw goes before what the gate needs in general, until
    /// something newer is said of the gate.
    /// </summary>
    public static Poortadvies For(Koppeling koppeling, Poortstand stand)
    {
        var (actiehouder, stap) = stand.Status == Poortstatus.Bevestigd ? AfterProof(koppeling, stand)
            : Refusal(koppeling, stand) is { } controle ? (controle.Actiehouder, controle.Advies)
            : BeforeProof(koppeling, stand);
        return new Poortadvies(stand, actiehouder, stap);
    }

    private static Controle? Refusal(Koppeling koppeling, Poortstand stand) =>
        koppeling.LaatsteProef is { } proef && (stand.Laatste is null || stand.Laatste.Moment <= proef.Moment)
            ? proef.Refutes(stand.Poort)
            : null;

    private static (Actiehouder Actiehouder, string Stap) AfterProof(Koppeling koppeling, Poortstand stand) =>
        stand.Poort == Poort.WachtwoordEnQuery && koppeling.NieuwWachtwoord is not null
            ? (Actiehouder.School,
                $"Geef gebruiker {koppeling.WebserviceGebruiker} het nieuwe wachtwoord van Kurve; tot Kurve het heeft "
                + "gezien, geldt het oude.")
            : (Actiehouder.Niemand, "");

    private static (Actiehouder Actiehouder, string Stap) BeforeProof(Koppeling koppeling, Poortstand stand) =>
        (stand.Poort, stand.Status) switch
        {
            (Poort.WachtwoordEnQuery, _) when koppeling.WebserviceWachtwoord is null =>
                (Actiehouder.Kurve, "Geef het activatiepakket uit: wachtwoord, query en instructies."),
            (Poort.Allowlisting, Poortstatus.Gemeld) => (
                Actiehouder.Magister,
                $"Laat het IP-adres van Kurve toe tot {koppeling.Schooldomein.Host}, poort "
                + $"{koppeling.Webservicepoort}."),
            (Poort.Activatie, _) => (Actiehouder.Kurve, "Zet de koppeling aan zodra de andere poorten bevestigd zijn."),
            (_, Poortstatus.Gemeld) => (Actiehouder.Kurve, "Test de koppeling, zodat de melding bevestigd wordt."),
            (Poort.Toestemming, _) => (
                Actiehouder.School,
                "Geef op accounts.magister.net/admin toestemming voor 'Numo UWLR smalle set'."),
            (Poort.Webservice, _) => (
                Actiehouder.School,
                $"Maak in Magister de webservicegebruiker {koppeling.WebserviceGebruiker} en de lijst "
                + "KurveLeerlingData, en geef de gebruiker recht op die lijst."),
            (Poort.WachtwoordEnQuery, _) => (
                Actiehouder.School,
                $"Geef gebruiker {koppeling.WebserviceGebruiker} het wachtwoord van Kurve en plaats de query van Kurve "
                + "in de lijst KurveLeerlingData."),
            _ => (
                Actiehouder.School,
                "Vraag Magister met een ticket om het IP-adres van Kurve (zie de instructies) toe te laten tot "
                + $"{koppeling.Schooldomein.Host}, poort {koppeling.Webservicepoort}, en meld dat hier."),
        };
}
