using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>The school has no such docent.</summary>
public sealed record DocentOnbekend(AccountId DocentId)
    : Error(
        ErrorKind.NotFound,
        "DOCENT_ONBEKEND",
        $"This school has no docent {DocentId}.",
        "Deze docent is niet bekend.");

/// <summary>Another leerling of the school has the stamnummer, perhaps an archived one.</summary>
public sealed record StamnummerBezet()
    : Error(
        ErrorKind.AlreadyExists,
        "STAMNUMMER_BEZET",
        "Another leerling of this school, perhaps an archived one, has this stamnummer.",
        "Een andere leerling van deze school heeft dit stamnummer al, misschien een gearchiveerde.");

/// <summary>Another active docent of the school logs in with the e-mail address.</summary>
public sealed record EmailVanAnder()
    : Error(
        ErrorKind.AlreadyExists,
        "EMAIL_BEZET",
        "Another active docent of this school logs in with this e-mail address.",
        "Een andere actieve docent van deze school logt al in met dit e-mailadres.");

/// <summary>The leerjaar and the doelgroep would say different things.</summary>
public sealed record LeerjaarAndersDanDoelgroep(int Leerjaar, int DoelgroepLeerjaar)
    : Error(
        ErrorKind.Invalid,
        "LEERJAAR_ANDERS_DAN_DOELGROEP",
        $"leerjaar {Leerjaar} and a doelgroep in leerjaar {DoelgroepLeerjaar} do not go together; change both.",
        $"Leerjaar {Leerjaar} past niet bij een doelgroep in leerjaar {DoelgroepLeerjaar}; wijzig beide.");
