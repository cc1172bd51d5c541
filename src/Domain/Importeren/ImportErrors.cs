using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>The school has no such run.</summary>
public sealed record ImportRunOnbekend(ImportRunId ImportRunId)
    : Error(
        ErrorKind.NotFound,
        "IMPORT_ONBEKEND",
        $"This school has no import run {ImportRunId}.",
        "Deze import is niet bekend.");

/// <summary>The school is being fetched already.</summary>
public sealed record ImportBezig(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Conflict,
        "IMPORT_BEZIG",
        $"Import run {ImportRunId} of this school is being fetched; "
            + "follow it with WatchImportRun or stop it with DiscardImport.",
        "Er wordt al een import van deze school opgehaald.");

/// <summary>The run is in a state in which this cannot be done.</summary>
public sealed record StateOngeschikt(ImportRunId ImportRunId, ImportState State, ImportState Nodig)
    : Error(
        ErrorKind.Precondition,
        "STATE_ONGESCHIKT",
        $"Import run {ImportRunId} is {State.ToString().ToUpperInvariant()}, which does not allow this (allowed from "
            + $"{Nodig.ToString().ToUpperInvariant()}, for one).",
        $"Deze import is {State.ToString().ToUpperInvariant()}, en daarmee kan dit niet; het kan bijvoorbeeld met een "
            + $"import die {Nodig.ToString().ToUpperInvariant()} is.");

/// <summary>The brake is on.</summary>
public sealed record RemStaatAan(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Precondition,
        "REM_STAAT_AAN",
        $"The brake of import run {ImportRunId} is on: look at remmen and release it with ReleaseBrake.",
        "De rem staat op deze import: bekijk waarom en geef hem eerst vrij.");

/// <summary>The caller looked at another plan.</summary>
public sealed record PlanHashOnjuist(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Precondition,
        "PLAN_HASH_ONJUIST",
        $"plan_hash is not that of import run {ImportRunId}: look at the run again and send its plan_hash.",
        "Dit is niet het plan dat u hebt bekeken; bekijk het opnieuw.");

/// <summary>The school's data changed since the preview.</summary>
public sealed record StandGewijzigd(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Conflict,
        "STAND_GEWIJZIGD",
        $"The school's data changed since import run {ImportRunId} was compared: make a new preview.",
        "De gegevens van de school zijn intussen gewijzigd; maak een nieuw voorbeeld.");

/// <summary>A kind of row that cannot be applied.</summary>
public sealed record SoortNietToepasbaar(RegelSoort Soort)
    : Error(
        ErrorKind.Invalid,
        "SOORT_NIET_TOEPASBAAR",
        $"{Soort} cannot be applied; choose from Nieuw, Bijwerken, Heractiveren, Archiveren.",
        "Deze soort kan niet worden toegepast.");

/// <summary>Row numbers that the run does not have.</summary>
/// <param name="Regels">The numbers, separated by commas.</param>
public sealed record RegelsOnbekend(string Regels)
    : Error(
        ErrorKind.Invalid,
        "REGELS_ONBEKEND",
        $"The run has no row {Regels}; look at the rows again.",
        $"Deze import heeft geen regel {Regels}.");

/// <summary>Rows of a kind that is not applied, or not among the kinds that were chosen.</summary>
/// <param name="Regels">The numbers with their kinds, separated by commas.</param>
public sealed record RegelsNietInKeuze(string Regels)
    : Error(
        ErrorKind.Invalid,
        "REGELS_NIET_IN_KEUZE",
        $"Rows that this does not apply anyway: {Regels}. Choose rows of the chosen kinds, out of Nieuw, Bijwerken, "
            + "Heractiveren, Archiveren.",
        $"Deze regels vallen buiten de gekozen soorten: {Regels}.");

/// <summary>Rows are chosen and excluded at once.</summary>
public sealed record RegelkeuzeTegenstrijdig()
    : Error(
        ErrorKind.Invalid,
        "REGELKEUZE_TEGENSTRIJDIG",
        "Give either regels or uitgezonderde_regels: rows that are not chosen are excluded already.",
        "Kies regels, of zonder regels uit; niet allebei.");

/// <summary>Only part of a plan was chosen, and it would give two docenten one login.</summary>
public sealed record EmailNogBezet(int Aantal)
    : Error(
        ErrorKind.Precondition,
        "EMAIL_NOG_BEZET",
        $"{Aantal} e-mail address(es) would be those of two active docenten, because the rows that free them are not "
            + "chosen: choose these rows too, or leave both out.",
        "Een e-mailadres zou van twee docenten worden; kies ook de regel die het vrijmaakt, of geen van beide.");

/// <summary>Somebody else changed the run at the same moment.</summary>
public sealed record RunGewijzigd(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Conflict,
        "IMPORT_GEWIJZIGD",
        $"Somebody else changed import run {ImportRunId} at the same moment: look at it again.",
        "Iemand anders heeft deze import op hetzelfde moment gewijzigd; bekijk hem opnieuw.");

/// <summary>A plan was made before its school year began, and that has begun since.</summary>
/// <param name="Schooljaar">The school year.</param>
public sealed record SchooljaarIntussenBegonnen(Schooljaar Schooljaar)
    : Error(
        ErrorKind.Precondition,
        "SCHOOLJAAR_INTUSSEN_BEGONNEN",
        $"This was compared before school year {Schooljaar} began, and holds back what changes then: make a new preview.",
        $"Dit voorbeeld is van voor het begin van {Schooljaar}; maak een nieuw voorbeeld.");
