using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>An account was to be merged with itself.</summary>
public sealed record SamenvoegenMetZichzelf(AccountId AccountId)
    : Error(
        ErrorKind.Invalid,
        "SAMENVOEGEN_MET_ZICHZELF",
        $"Account {AccountId} cannot be merged with itself; name two accounts.",
        "Kies twee verschillende accounts.");

/// <summary>One of the accounts to merge, or to tell apart, is not of this school.</summary>
public sealed record AccountOnbekend(AccountId AccountId)
    : Error(
        ErrorKind.Invalid,
        "ACCOUNT_ONBEKEND",
        $"This school has no account {AccountId}; ListLeerlingen and ListDocenten with show_gearchiveerd list them.",
        "Deze school heeft dit account niet. Zoek het account op in de lijst, ook bij de gearchiveerde.");

/// <summary>The account is of another kind: leerlingen are merged with leerlingen, docenten with docenten.</summary>
public sealed record AndereSoort(AccountId AccountId, bool IsDocent)
    : Error(
        ErrorKind.Invalid,
        "ACCOUNT_VAN_ANDERE_SOORT",
        $"Account {AccountId} is a {(IsDocent ? "docent" : "leerling")}; a leerling and a docent are never one account. "
            + "Name two leerlingen, or two docenten.",
        $"Dit account is van een {(IsDocent ? "docent" : "leerling")}. Kies twee leerlingen of twee docenten.");

/// <summary>The account was merged with another one already, so nothing is done with it.</summary>
public sealed record AccountSamengevoegd(AccountId AccountId, AccountId SamengevoegdMet)
    : Error(
        ErrorKind.Precondition,
        "SAMENGEVOEGD",
        $"Account {AccountId} was merged with {SamengevoegdMet}; use that one, or undo the merge first.",
        $"Dit account is samengevoegd met account {SamengevoegdMet}. Gebruik dat account, of maak de samenvoeging eerst "
            + "ongedaan.");

/// <summary>The accounts have different ECK iDs, so they are different persons, unless somebody knows better.</summary>
public sealed record EckIdVerschilt(AccountId BlijftId, AccountId VervaltId)
    : Error(
        ErrorKind.Precondition,
        "ECK_ID_VERSCHILT",
        $"Accounts {BlijftId} and {VervaltId} have different ECK iDs, so they are most likely two persons. If they are one, "
            + "say so (ondanks_verschil); if not, MarkVerschillend.",
        "De accounts hebben een verschillend ECK iD; waarschijnlijk zijn het twee personen. Bevestig dat het toch dezelfde "
            + "persoon is, of leg vast dat ze verschillend zijn.");

/// <summary>The accounts have neither name in common.</summary>
public sealed record NamenVerschillen(AccountId BlijftId, AccountId VervaltId)
    : Error(
        ErrorKind.Precondition,
        "NAMEN_VERSCHILLEN",
        $"Accounts {BlijftId} and {VervaltId} differ in first and last name. If they are one person, say so "
            + "(ondanks_verschil); if not, MarkVerschillend.",
        "De accounts hebben een andere roepnaam en een andere achternaam. Bevestig dat het toch dezelfde persoon is, of leg "
            + "vast dat ze verschillend zijn.");

/// <summary>A person said that the accounts are two persons, or so of accounts that were merged with them.</summary>
public sealed record AlsVerschillendGemarkeerd(AccountId EneId, AccountId AndereId)
    : Error(
        ErrorKind.Precondition,
        "ALS_VERSCHILLEND_GEMARKEERD",
        $"Somebody said that accounts {EneId} and {AndereId} are two persons; UnmarkVerschillend first if they are one.",
        "Iemand heeft vastgelegd dat deze accounts van twee personen zijn. Haal dat eerst weg als het toch dezelfde persoon is.");

/// <summary>The account was not merged with another one, so there is nothing to undo.</summary>
public sealed record NietSamengevoegd(AccountId AccountId)
    : Error(
        ErrorKind.Precondition,
        "NIET_SAMENGEVOEGD",
        $"Account {AccountId} was not merged with another one; name the one that was archived by the merge.",
        "Dit account is niet samengevoegd. Kies het account dat door de samenvoeging gearchiveerd is.");

/// <summary>Something newer touched an account that was merged, so its merge cannot be undone.</summary>
public sealed record SamenvoegingAchterhaald(AccountId AccountId)
    : Error(
        ErrorKind.Precondition,
        "SAMENVOEGING_ACHTERHAALD",
        $"Account {AccountId} changed after the merge. Undo that change first, such as the import, a later merge or the leerplan "
            + "that was changed, or put the accounts right by hand.",
        "Het account is na de samenvoeging gewijzigd. Maak eerst die wijziging ongedaan (zoals een import of een latere "
            + "samenvoeging), of pas het account met de hand aan.");

/// <summary>An account was to be told apart from itself.</summary>
public sealed record VerschilMetZichzelf(AccountId AccountId)
    : Error(
        ErrorKind.Invalid,
        "VERSCHIL_MET_ZICHZELF",
        $"Account {AccountId} is no other than itself; name two accounts.",
        "Kies twee verschillende accounts.");

/// <summary>Nobody said that the accounts are two persons.</summary>
public sealed record NietAlsVerschillendGemarkeerd(AccountId EneId, AccountId AndereId)
    : Error(
        ErrorKind.Precondition,
        "NIET_ALS_VERSCHILLEND_GEMARKEERD",
        $"Nobody said that accounts {EneId} and {AndereId} are two persons; ListVerschillend shows of which that was said.",
        "Van deze accounts is niet vastgelegd dat ze verschillend zijn.");
