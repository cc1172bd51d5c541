using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>What Magister's web service can refuse. What the server said is kept, with credentials taken out.</summary>
internal static class MagisterFouten
{
    public const string Bron = "Magisters webservice";

    public static Bronfout NietBereikbaar { get; } = Bronfouten.NietBereikbaar(Bron) with
    {
        Message = $"{Bron}: the TCP connection was refused or timed out: not allowlisted?",
        Tekst = $"{Bron} is niet bereikbaar. Waarschijnlijk staat het IP-adres van Kurve nog niet op de lijst van "
            + "Magister: vraag dat aan met een ticket.",
        Actiehouder = Actiehouder.School,
    };

    /// <summary>What is said of the way to a web service: its address and its users are the school's.</summary>
    public static Bronteksten Teksten { get; } = new(
        Bron,
        NietBereikbaar,
        Bronfouten.AdresOnbekend(Bron),
        status => new(
            "WEBSERVICE_GEWEIGERD",
            $"{Bron}: HTTP {(int)status}: the user of Kurve is not let in.",
            $"{Bron} laat de gebruiker van Kurve niet toe (HTTP {(int)status}). Controleer bij Beheer > Webservices > "
            + "gebruikers of die gebruiker bestaat en actief is, en of de services en de lijst zijn aangevinkt.",
            Actiehouder.School,
            Tijdelijk: false)
        { Fase = Bronfase.Toegang },
        status => new(
            "WEBSERVICE_ONBEKEND",
            $"{Bron}: HTTP {(int)status}: the host has no such service.",
            $"Op het adres van de school staat geen webservice van Magister (HTTP {(int)status}). Controleer de naam "
            + "voor .swp.nl, en vraag Magister of de webservices van de school aan staan.",
            Actiehouder.School,
            Tijdelijk: false));

    /// <summary>A login that was accepted without a session to go on with: the password is right.</summary>
    public static Bronfout GeenSessie(string gebruiker) => new(
        "GEEN_SESSIE",
        $"{Bron} accepted the login of user '{gebruiker}' and gave no session token.",
        "Magister nam gebruiker en wachtwoord aan, maar opende geen sessie. Het wachtwoord is goed. Probeer het later "
        + "opnieuw; blijft het zo, meld het dan bij Magister.",
        Actiehouder.Magister,
        Tijdelijk: true);

    /// <summary>A fault of SOAP itself: the server failed, whatever it was asked.</summary>
    public static Bronfout Serverfout(string melding) => new(
        "MAGISTER_SERVERFOUT",
        $"{Bron} answered with a server fault: {melding}",
        "Magisters webservice meldt een fout aan zijn eigen kant, zonder te zeggen welke. Probeer het over een uur opnieuw; blijft "
        + "de fout, meld hem dan met BRIN en tijdstip bij Magister.",
        Actiehouder.Magister,
        Tijdelijk: true);

    public static Bronfout InloggenGeweigerd(string gebruiker, string melding) => new(
        "INLOGGEN_GEWEIGERD",
        $"{Bron} refused the login of user '{gebruiker}': {melding}",
        $"Magister weigert het wachtwoord van webservicegebruiker '{gebruiker}'. Zet in Magister opnieuw het "
        + "wachtwoord dat u van Kurve kreeg.",
        Actiehouder.School,
        Tijdelijk: false)
    { Fase = Bronfase.Inloggen };

    public static Bronfout InloggenMislukt(string nummer, string melding) => new(
        "MAGISTER_MELDT_FOUT",
        $"{Bron} answered the login with error '{nummer}': {melding}",
        "Magister meldt een storing bij het inloggen. Probeer het later opnieuw.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout GeenRecht(string gebruiker, string lijst, string melding) => new(
        "GEEN_RECHT_OP_LIJST",
        $"{Bron}: user '{gebruiker}' has no right on list '{lijst}' (Fout_nummer 10): {melding}",
        $"Webservicegebruiker '{gebruiker}' heeft in Magister geen recht op de lijst {lijst}. Vink die lijst aan "
        + "bij de gebruiker.",
        Actiehouder.School,
        Tijdelijk: false)
    { Fase = Bronfase.Lijst };

    public static Bronfout Gemeld(string gebruiker, string lijst, string nummer, string melding) => new(
        "MAGISTER_MELDT_FOUT",
        $"{Bron} answered with error '{nummer}': {melding}",
        $"Magister meldt een fout bij de lijst {lijst}: {melding} Controleer of de lijst bestaat en of gebruiker "
        + $"'{gebruiker}' er recht op heeft.",
        Actiehouder.School,
        Tijdelijk: false)
    { Fase = Bronfase.Lijst };

    public static Bronfout KolommenOntbreken(string lijst, string ontvangen) => new(
        "KOLOMMEN_ONTBREKEN",
        $"{Bron}: list '{lijst}' lacks opleidingscode, or every column that names a pupil; received: {ontvangen}. "
        + "See Numo:Magister:KolomAliassen.",
        $"De lijst {lijst} heeft niet de kolommen {MagisterKolommen.Names}, maar: {ontvangen}. Plaats de query van "
        + "Kurve opnieuw.",
        Actiehouder.School,
        Tijdelijk: false)
    { Fase = Bronfase.Kolommen };
}
