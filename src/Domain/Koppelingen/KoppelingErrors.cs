using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>The school has no koppeling.</summary>
public sealed record KoppelingOnbekend(SchoolId SchoolId)
    : Error(
        ErrorKind.NotFound,
        "KOPPELING_ONBEKEND",
        $"School {SchoolId} has no koppeling; create one with CreateKoppeling.",
        "Deze school is nog niet gekoppeld.");

/// <summary>The school has a koppeling already.</summary>
public sealed record KoppelingBestaat(SchoolId SchoolId)
    : Error(
        ErrorKind.AlreadyExists,
        "KOPPELING_BESTAAT",
        $"School {SchoolId} has a koppeling already.",
        "Deze school is al gekoppeld.");

/// <summary>A gate that is not proved, with who does what next.</summary>
public sealed record PoortOpen(Poort Poort, Poortstatus Status, Actiehouder Actiehouder, string Stap)
    : Error(
        ErrorKind.Precondition,
        "POORT_OPEN",
        $"Gate {Poort} is {Status}; {Actiehouder} must act: {Stap}",
        $"{Poort}: {Stap}"), IAboutSubject
{
    /// <inheritdoc/>
    string IAboutSubject.Subject => Poort.ToString();
}

/// <summary>Imports wait until all five gates are proved.</summary>
public sealed record PoortenOpen(SchoolId SchoolId, IReadOnlyList<Error> Errors)
    : Error(
        ErrorKind.Precondition,
        "POORTEN_OPEN",
        $"The koppeling of school {SchoolId} is not ready: {Errors.Count} gates are not proved; see each of them.",
        "De koppeling is nog niet klaar. " + string.Join(" ", Errors.Select(e => e.Tekst))), ISeveralErrors
{
    /// <summary>The error for these gates.</summary>
    public static PoortenOpen Of(SchoolId schoolId, IReadOnlyList<Poortadvies> open) => new(
        schoolId,
        [.. open.Select(a => new PoortOpen(a.Stand.Poort, a.Stand.Status, a.Actiehouder, a.Stap))]);
}

/// <summary>The koppeling was stopped by hand.</summary>
public sealed record KoppelingOpgeschort(SchoolId SchoolId, string Reden)
    : Error(
        ErrorKind.Precondition,
        "KOPPELING_OPGESCHORT",
        $"The koppeling of school {SchoolId} is suspended ({Reden}); resume it with ResumeKoppeling.",
        $"De koppeling is stilgezet: {Reden}");

/// <summary>The koppeling was not stopped.</summary>
public sealed record KoppelingNietOpgeschort(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "KOPPELING_NIET_OPGESCHORT",
        $"The koppeling of school {SchoolId} is not suspended.",
        "De koppeling is niet stilgezet.");

/// <summary>A gate that was proved cannot be reported.</summary>
public sealed record PoortBevestigd(Poort Poort)
    : Error(
        ErrorKind.Precondition,
        "POORT_BEVESTIGD",
        $"Gate {Poort} is proved already; nothing is to be reported.",
        "Deze stap is al bevestigd.");

/// <summary>Kurve's own gate moves by ActivateKoppeling only.</summary>
public sealed record PoortNietTeMelden(Poort Poort)
    : Error(
        ErrorKind.Invalid,
        "POORT_NIET_TE_MELDEN",
        $"Gate {Poort} is moved by ActivateKoppeling, not by hand.",
        "Deze stap zet Kurve zelf.");

/// <summary>The password works; a new kit would break the koppeling.</summary>
public sealed record WachtwoordInGebruik(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "WACHTWOORD_IN_GEBRUIK",
        $"The password of school {SchoolId} is proved to work; replace it with RotateWachtwoord, which keeps it "
            + "working until the new one is seen.",
        "Het wachtwoord werkt al; vraag Kurve om een nieuw wachtwoord als dat nodig is.");

/// <summary>There is no password yet.</summary>
public sealed record WachtwoordOntbreekt(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "WACHTWOORD_ONTBREEKT",
        $"School {SchoolId} has no web service password yet; issue one with IssueActivationKit.",
        "Deze school heeft nog geen activatiepakket; Kurve geeft dat uit.");

/// <summary>A next password was given already, and no diagnosis has seen it yet.</summary>
public sealed record WachtwoordWisselt(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "WACHTWOORD_WISSELT",
        $"School {SchoolId} was given a next password that no diagnosis has seen yet; test the koppeling when the "
            + "school has set it, or replace it by asking with 'opnieuw'.",
        "De school heeft al een nieuw wachtwoord gekregen dat nog niet is gezien. Test de koppeling als het in "
            + "Magister staat.");

/// <summary>Somebody else changed the koppeling at the same moment.</summary>
public sealed record KoppelingGewijzigd(SchoolId SchoolId)
    : Error(
        ErrorKind.Conflict,
        "KOPPELING_GEWIJZIGD",
        $"Somebody else changed the koppeling of school {SchoolId}: look at it again.",
        "Iemand anders heeft deze koppeling intussen gewijzigd; bekijk hem opnieuw.");

/// <summary>The key ring cannot read the stored secret.</summary>
public sealed record GeheimOnleesbaar(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "GEHEIM_ONLEESBAAR",
        $"The stored secret of school {SchoolId} cannot be decrypted: "
            + "the Data Protection keys (Numo:DataProtection:KeyFolder) are not those it was stored with, or the "
            + "certificate that these are encrypted with is not configured.",
        "Een bewaard wachtwoord of sleutel van deze school is onleesbaar. Kurve moet de sleutelmap terugzetten, of een "
            + "nieuw activatiepakket uitgeven en een eigen UWLR-sleutel opnieuw invoeren.");

/// <summary>A text that is empty or too long.</summary>
public sealed record TekstOngeldig(int Langste)
    : Error(
        ErrorKind.Invalid, "TEKST_ONGELDIG", $"Expected 1 to {Langste} characters.", $"Vul 1 tot {Langste} tekens in.");

/// <summary>An address that the service does not call.</summary>
public sealed record EndpointGeweigerd()
    : Error(
        ErrorKind.Invalid,
        "ENDPOINT_GEWEIGERD",
        "The address must be https to a host by name (or this machine itself, where Numo:AllowLoopback is on), without "
            + "user or fragment.",
        "Dit adres is niet toegestaan.");

/// <summary>Another host than Kurve's own needs a key of its own.</summary>
public sealed record EigenSleutelOntbreekt()
    : Error(
        ErrorKind.Invalid,
        "EIGEN_SLEUTEL_ONTBREEKT",
        "This UWLR address is on another host than the configured one: give the school's own UWLR key with it, since "
            + "Kurve's key is never sent elsewhere.",
        "Geef bij een eigen adres ook een eigen sleutel op.");
