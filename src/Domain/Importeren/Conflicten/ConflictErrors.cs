using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Conflicten;

/// <summary>The row to decide is no conflict.</summary>
public sealed record RegelGeenConflict(int Nummer, RegelSoort Soort)
    : Error(
        ErrorKind.Precondition,
        "REGEL_GEEN_CONFLICT",
        $"Row {Nummer} is {Soort}, not Conflict; only a conflict is decided.",
        $"Regel {Nummer} is geen conflict; er valt niets te beslissen.");

/// <summary>The run has no such row.</summary>
public sealed record RegelOnbekend(int Nummer)
    : Error(
        ErrorKind.NotFound,
        "REGEL_ONBEKEND",
        $"The run has no row {Nummer}.",
        $"Deze import heeft geen regel {Nummer}.");

/// <summary>Merging needs one of the accounts that the conflict is about.</summary>
/// <param name="Nummer">The row.</param>
/// <param name="Betrokken">The ids of the accounts that it is about, separated by commas.</param>
public sealed record AccountNietBetrokken(int Nummer, string Betrokken)
    : Error(
        ErrorKind.Invalid,
        "ACCOUNT_NIET_BETROKKEN",
        $"Row {Nummer} is about {(Betrokken.Length == 0 ? "no account" : Betrokken)}; name one of these to merge with.",
        "Kies een van de accounts van dit conflict.");

/// <summary>Only merging names an account.</summary>
public sealed record AccountOverbodig(Beslissingsoort Soort)
    : Error(
        ErrorKind.Invalid,
        "ACCOUNT_OVERBODIG",
        $"{Soort} names no account; leave account_id empty, or merge.",
        "Alleen bij samenvoegen wordt een account gekozen.");

/// <summary>Nothing would be left to recognise the person by.</summary>
public sealed record GeenEigenSleutel(int Nummer)
    : Error(
        ErrorKind.Precondition,
        "GEEN_EIGEN_SLEUTEL",
        $"Every key of row {Nummer} is that of another account: the person cannot be kept apart. Merge or skip.",
        "Deze persoon heeft geen eigen sleutel en kan niet apart worden gehouden; voeg samen of sla over.");

/// <summary>The school has no such decision.</summary>
public sealed record BeslissingOnbekend(BeslissingId BeslissingId)
    : Error(
        ErrorKind.NotFound,
        "BESLISSING_ONBEKEND",
        $"This school has no decision {BeslissingId}.",
        "Deze beslissing is niet bekend.");
