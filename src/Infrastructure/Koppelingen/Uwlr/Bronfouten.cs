using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

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

    /// <summary>What is said of the way to UWLR. Its address is Kurve's own, or one that Kurve entered for the school.</summary>
    public static Bronteksten Teksten { get; } = new(
        Bron,
        NietBereikbaar,
        Bronverkeer.Bronfouten.AdresOnbekend(Bron) with { Tekst = AdresTekst("bestaat niet"), Actiehouder = Actiehouder.Kurve },
        status => new(
            "UWLR_TOEGANG_GEWEIGERD",
            $"UWLR: HTTP {(int)status}: Kurve is not let in for this school.",
            $"Magister geeft geen toegang tot deze school (HTTP {(int)status}). {GeefToestemming}",
            Actiehouder.School,
            Tijdelijk: false)
        { Fase = Bronfase.Toestemming },
        status => new(
            "UWLR_ADRES_ONBEKEND",
            $"UWLR: HTTP {(int)status}: the host has no such service.",
            AdresTekst($"heeft geen UWLR-dienst (HTTP {(int)status})"),
            Actiehouder.Kurve,
            Tijdelijk: false));

    private static string AdresTekst(string wat) =>
        $"Het ingestelde adres van UWLR {wat}. Kurve moet Numo:Uwlr:Endpoint, of het eigen adres van de school, "
        + "controleren; de school hoeft niets te doen.";

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

    private static string Remedy(Schooljaar gevraagd, Result<Schooljaar> gevonden) => gevonden switch
    {
        { IsOk: true, Value: var jaar } when jaar > gevraagd =>
            $"Bereid {jaar} voor met --schooljaar {jaar}; {gevraagd} staat in Magister niet meer open.",
        _ => $"De school bepaalt in Magister wanneer {gevraagd} ingaat: importeer opnieuw zodra dat is gebeurd.",
    };

    // What is no school year is not repeated: it may be anything.
    public static Bronfout AnderSchooljaar(Schooljaar gevraagd, Result<Schooljaar> gevonden) => new(
        "ANDER_SCHOOLJAAR",
        $"UWLR: the answer is of {(gevonden.IsOk ? gevonden.Value : "another school year")}, not of {gevraagd}, which was "
        + "asked.",
        $"Magister gaf de gegevens van {(gevonden.IsOk ? gevonden.Value : "een ander schooljaar")}; gevraagd was {gevraagd}. "
        + $"Er is niets overgenomen. {Remedy(gevraagd, gevonden)}",
        Actiehouder.School,
        Tijdelijk: false);

    public static Bronfout LeerlingenOntbreken { get; } = new(
        "LEERLINGEN_ONTBREKEN",
        "UWLR: the answer has no block 'leerlingen', which the standard requires; it is no list of a school.",
        "Magister gaf een antwoord zonder leerlingenlijst. Er is niets overgenomen.",
        Actiehouder.Magister,
        Tijdelijk: false);

    /// <summary>
    /// A SOAP fault by the part of its code after the last colon: servers put any prefix before it, or none (codes of
    /// the UWLR agreement). Of several codes (SOAP 1.2) the most particular one that is known counts.
    /// </summary>
    public static Bronfout FromFault(SoapFault fault)
    {
        var codes = fault.Codes.Select(code => code[(code.LastIndexOf(':') + 1)..].Trim()).Reverse().ToArray();
        return codes.Select(code => FromCode(code, fault.Text)).FirstOrDefault(known => known is not null)
            ?? Fault(
                "UWLR_ONBEKENDE_FOUT",
                string.Join(", ", codes),
                fault.Text,
                "Magister meldt een fout die Kurve niet kent. Kurve moet dat uitzoeken; de school hoeft niets te doen.",
                Actiehouder.Kurve);
    }

    private static Bronfout? FromCode(string code, string faultstring) => code switch
    {
        "Server" or "Receiver" => Serverfout(code, faultstring),
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
        _ => null,
    };

    /// <summary>A fault code of SOAP itself (1.1 and 1.2): the server failed, and does not say by what.</summary>
    private static Bronfout Serverfout(string code, string text) => Fault(
        "UWLR_SERVERFOUT",
        code,
        text,
        "Magister meldt een fout aan zijn eigen kant, zonder te zeggen welke. Probeer het over een uur opnieuw; blijft "
        + "de fout, meld hem dan met BRIN en tijdstip bij Magister.",
        Actiehouder.Magister) with
    {
        Tijdelijk = true,
    };

    private const string GeefToestemming =
        "Geef in Magister toestemming voor de koppeling met Numo en controleer BRIN en vestiging.";

    private const string Toestemming = "Magister geeft geen toegang tot deze school. " + GeefToestemming;

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
