using Kurve.Numo.Domain.Koppelingen;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>What UWLR itself can say, and what can be wrong with a UWLR answer that was read in full.</summary>
internal static class Bronfouten
{
    public const string Bron = "UWLR";

    public static Bronfout NietBereikbaar { get; } = new(
        "NIET_BEREIKBAAR",
        "UWLR: the TCP connection was refused or timed out.",
        "De UWLR-koppeling van Magister is niet bereikbaar. Probeer het later opnieuw.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout NietIngesteld { get; } = new(
        "UWLR_NIET_INGESTELD",
        "UWLR: Numo:Uwlr:Klantcode, Klantnaam or Autorisatiesleutel is missing.",
        "De UWLR-koppeling is bij Kurve nog niet ingesteld. Vul Numo:Uwlr:{Klantcode,Klantnaam,Autorisatiesleutel} in.",
        Actiehouder.Kurve,
        Tijdelijk: false);

    public static Bronfout AndereSchool(string gevraagd) => new(
        "ANDERE_SCHOOL",
        $"UWLR: the answer is of another BRIN or vestiging than {gevraagd}, which was asked.",
        $"Magister gaf de gegevens van een andere school of vestiging dan {gevraagd}. Er is niets "
        + "overgenomen. Magister moet uitzoeken hoe dat kan.",
        Actiehouder.Magister,
        Tijdelijk: false)
    { Fase = Bronfase.Toestemming };

    public static Bronfout AnderSchooljaar(string gevraagd) => new(
        "ANDER_SCHOOLJAAR",
        $"UWLR: the answer is of another school year than {gevraagd}, which was asked.",
        $"Magister gaf de gegevens van een ander schooljaar dan {gevraagd}. Er is niets overgenomen.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout LeerlingenOntbreken { get; } = new(
        "LEERLINGEN_ONTBREKEN",
        "UWLR: the answer has no block 'leerlingen', which the standard requires; it is no list of a school.",
        "Magister gaf een antwoord zonder leerlingenlijst. Er is niets overgenomen.",
        Actiehouder.Magister,
        Tijdelijk: false);

    /// <summary>
    /// A SOAP fault by the part of its code after the last colon: servers put any prefix before it, or none (codes of
    /// the UWLR agreement).
    /// </summary>
    public static Bronfout FromFault(string faultcode, string faultstring)
    {
        var code = faultcode[(faultcode.LastIndexOf(':') + 1)..].Trim();
        return code switch
        {
            "Server.InterneFout" => Fault(
                "UWLR_INTERNE_FOUT",
                code,
                faultstring,
                "Magister meldt een interne fout. Probeer het later opnieuw.",
                Actiehouder.Magister),
            "Server.TijdelijkNietBeschikbaar" => TijdelijkNietBeschikbaar(code, faultstring),
            "Client.OngeldigBericht" => Fault(
                "UWLR_ONGELDIG_BERICHT", code, faultstring, "Magister begrijpt onze vraag niet.", Actiehouder.Kurve),
            "Client.OngeldigeKlantIdentificatie" => Fault(
                "UWLR_KLANT_ONBEKEND",
                code,
                faultstring,
                "Magister herkent Kurve niet als klant. Controleer Numo:Uwlr:Klantcode en Klantnaam.",
                Actiehouder.Kurve),
            "Client.AutorisatieOngeldig" => Fault(
                "UWLR_AUTORISATIE_ONGELDIG", code, faultstring, Toestemming, Actiehouder.School) with
            {
                Fase = Bronfase.Toestemming,
            },
            "Client.XsdVersieOngeldig" => Fault(
                "UWLR_XSDVERSIE_ONGELDIG",
                code,
                faultstring,
                "Magister ondersteunt onze versie van UWLR niet.",
                Actiehouder.Kurve),
            "Client.VocabulaireTermOngeldig" or "Client.LeerlingOngeldig" or "Client.ToetsNormeringOngeldig"
                or "Client.ScoreOngeldig" or "Client.EldResultaatOngeldig" =>
                Fault("UWLR_RESULTAAT_GEWEIGERD", code, faultstring, "Magister weigert onze vraag.", Actiehouder.Kurve),
            _ => Fault(
                "UWLR_ONBEKENDE_FOUT", code, faultstring, "Magister meldt een onbekende fout.", Actiehouder.Kurve),
        };
    }

    private const string Toestemming =
        "Magister geeft geen toegang tot deze school. Geef in Magister toestemming voor de koppeling met Numo en "
        + "controleer BRIN en vestiging.";

    private static Bronfout TijdelijkNietBeschikbaar(string code, string text) =>
        Fault(
            "UWLR_TIJDELIJK_NIET_BESCHIKBAAR",
            code,
            text,
            "Magister is tijdelijk niet beschikbaar. Probeer het later opnieuw.",
            Actiehouder.Magister) with
        {
            Tijdelijk = true,
        };

    private static Bronfout Fault(
        string code, string faultcode, string faultstring, string tekst, Actiehouder actiehouder) =>
        new(code, $"UWLR fault {faultcode}: {faultstring}", tekst, actiehouder, Tijdelijk: false);
}
