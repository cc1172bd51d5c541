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
