using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>More e-mail addresses than a school may have.</summary>
/// <param name="Aantal">How many.</param>
public sealed record TeVeelBerichtadressen(int Aantal)
    : Error(
        ErrorKind.Invalid,
        "TE_VEEL_BERICHTADRESSEN",
        $"A school has at most {Berichtinstelling.MeesteAdressen} e-mail addresses; these are {Aantal}. Use one that is "
            + "passed on to several people.",
        $"Een school heeft hoogstens {Berichtinstelling.MeesteAdressen} e-mailadressen; dit zijn er {Aantal}.");

/// <summary>What is no e-mail address. Its text is not repeated: it may be somebody's name.</summary>
/// <param name="Plaats">Which one, from 0.</param>
public sealed record BerichtadresOngeldig(int Plaats)
    : Error(
        ErrorKind.Invalid,
        "BERICHTADRES_ONGELDIG",
        $"Address {Plaats + 1} is not one e-mail address such as beheer@school.example: only the address, in ASCII (write "
            + "an international domain as xn--…), at most 254 characters.",
        $"E-mailadres {Plaats + 1} klopt niet. Vul alleen het adres in, zoals beheer@school.example.");

/// <summary>An hour that a day does not have.</summary>
/// <param name="Uur">The hour.</param>
public sealed record BerichtuurOngeldig(int Uur)
    : Error(
        ErrorKind.Invalid,
        "BERICHTUUR_ONGELDIG",
        $"The hour is {Uur}; expected 0 to 23, by the Dutch clock.",
        "Kies een heel uur van 0 tot en met 23.");

/// <summary>Turned on, for nothing.</summary>
public sealed record BerichtsoortOntbreekt()
    : Error(
        ErrorKind.Invalid,
        "BERICHTSOORT_ONTBREEKT",
        "Messages are on, but none of their kinds is chosen: choose one, or turn them off.",
        "Kies waarover de school bericht wil krijgen, of zet de berichten uit.");

/// <summary>Turned on, for nobody.</summary>
public sealed record BerichtadresOntbreekt()
    : Error(
        ErrorKind.Invalid,
        "BERICHTADRES_ONTBREEKT",
        "Messages are on, but there is neither an e-mail address nor a webhook: give one, or turn them off.",
        "Vul een e-mailadres of een webhook in, of zet de berichten uit.");

/// <summary>An address that the service does not call.</summary>
/// <param name="Reden">Why, to follow the words "the address".</param>
public sealed record WebhookadresGeweigerd(string Reden)
    : Error(
        ErrorKind.Invalid,
        "WEBHOOKADRES_GEWEIGERD",
        $"The address {Reden}. Use https to a public host by its name, at port 443 or one from 1024 on, without user and "
            + "fragment, at most 1000 characters.",
        "Dit webhookadres mag niet. Gebruik https, de naam van een openbare server (geen IP-adres) en poort 443 of een "
            + "poort vanaf 1024.");

/// <summary>A webhook whose calls nobody could check.</summary>
/// <param name="SchoolId">The school.</param>
public sealed record WebhookgeheimOntbreekt(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "WEBHOOKGEHEIM_ONTBREEKT",
        $"School {SchoolId} has no secret yet to sign with: issue one with RotateWebhookgeheim, give it to the receiver, and "
            + "then set berichtinstelling.webhook.",
        "Vraag eerst een geheim aan waarmee de berichten worden ondertekend, en stel daarna de webhook in."), IAboutSubject
{
    /// <inheritdoc/>
    public string Subject => "berichtinstelling.webhook";
}

/// <summary>There is nobody to send a test to.</summary>
/// <param name="SchoolId">The school.</param>
public sealed record BerichtadresNietIngesteld(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "BERICHTADRES_NIET_INGESTELD",
        $"School {SchoolId} has neither an e-mail address nor a webhook: set one with UpdateBerichtinstelling.",
        "Vul eerst een e-mailadres of een webhook in."), IAboutSubject
{
    /// <inheritdoc/>
    public string Subject => "school_id";
}

/// <summary>A test so soon after the last one.</summary>
/// <param name="Vanaf">From when on there may be another.</param>
public sealed record TestberichtTeSnel(DateTimeOffset Vanaf)
    : Error(
        ErrorKind.Precondition,
        "TESTBERICHT_TE_SNEL",
        $"A school sends one test message a minute; the next may go from {Vanaf:O} on.",
        "Er is net al een testbericht verstuurd. Wacht een minuut."), IAboutSubject
{
    /// <inheritdoc/>
    public string Subject => "school_id";
}

/// <summary>More tests than a day has.</summary>
/// <param name="Vanaf">From when on there may be another.</param>
public sealed record TestberichtenOp(DateTimeOffset Vanaf)
    : Error(
        ErrorKind.Precondition,
        "TESTBERICHTEN_OP",
        $"A school sends {Berichtinstelling.MeesteTests} test messages a day, and these were sent; the next may go "
            + $"from {Vanaf:O} on. ListBerichten and GetBerichtinstelling show how each address fares.",
        $"Er zijn vandaag al {Berichtinstelling.MeesteTests} testberichten verstuurd. Probeer het morgen weer."),
        IAboutSubject
{
    /// <inheritdoc/>
    public string Subject => "school_id";
}
