using System.Globalization;
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

/// <summary>A last day of a pin that is over, or too far away to be remembered.</summary>
public sealed record LaatsteDagOngeldig(DateOnly TotEnMet, DateOnly Eerste, DateOnly Laatste)
    : Error(
        ErrorKind.Invalid,
        "LAATSTE_DAG_ONGELDIG",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The last day is {TotEnMet:yyyy-MM-dd}; expected {Eerste:yyyy-MM-dd} to {Laatste:yyyy-MM-dd}."),
        $"De laatste dag is {Datum.Of(TotEnMet)}; kies een dag van {Datum.Of(Eerste)} tot en met {Datum.Of(Laatste)}.");

/// <summary>An archived account cannot be pinned: nothing is left to keep a source from.</summary>
public sealed record AccountGearchiveerd(AccountId AccountId)
    : Error(
        ErrorKind.Precondition,
        "ACCOUNT_GEARCHIVEERD",
        $"Account {AccountId} is archived: reactivate it first, and pin it then.",
        "Dit account is gearchiveerd; heractiveer het eerst, en zet het dan vast."), IAboutSubject
{
    string IAboutSubject.Subject => AccountId.ToString();
}

/// <summary>A pinned account is not archived by hand either, so that no pin is overlooked.</summary>
public sealed record AccountVastgezet(AccountId AccountId, DateOnly TotEnMet)
    : Error(
        ErrorKind.Precondition,
        "ACCOUNT_VASTGEZET",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Account {AccountId} is pinned until and including {TotEnMet:yyyy-MM-dd}: unpin it first."),
        $"Dit account is vastgezet tot en met {Datum.Of(TotEnMet)}; maak het eerst los, en archiveer het dan."), IAboutSubject
{
    string IAboutSubject.Subject => AccountId.ToString();
}
