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

/// <summary>The koppeling is not to be used yet.</summary>
public sealed record KoppelingInactief(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "KOPPELING_INACTIEF",
        $"The koppeling of school {SchoolId} is not active.",
        "De koppeling van deze school is nog niet actief.");

/// <summary>The key ring cannot read the stored secret.</summary>
public sealed record GeheimOnleesbaar(SchoolId SchoolId)
    : Error(
        ErrorKind.Precondition,
        "GEHEIM_ONLEESBAAR",
        $"The stored secret of school {SchoolId} cannot be decrypted: "
            + "the Data Protection keys (Numo:DataProtection:KeyFolder) are not those it was stored with.",
        "Het opgeslagen wachtwoord kan niet worden gelezen; Kurve moet de koppeling opnieuw instellen.");

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
