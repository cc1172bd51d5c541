using System.Globalization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Runs;

/// <summary>The preview is too old.</summary>
public sealed record VoorbeeldVervallen(ImportRunId ImportRunId, DateTimeOffset Vervalt)
    : Error(
        ErrorKind.Precondition,
        Verwerpingen.Vervallen.Code,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The preview of import run {ImportRunId} expired at {Vervalt:yyyy-MM-dd HH:mm:ss}Z; make a new one."),
        Verwerpingen.Vervallen.Tekst);

/// <summary>Another run was applied after this one.</summary>
public sealed record NietLaatsteToegepast(ImportRunId ImportRunId, ImportRunId Laatste)
    : Error(
        ErrorKind.Precondition,
        "NIET_LAATSTE_TOEGEPAST",
        $"A person applied import run {Laatste} after {ImportRunId}; undo that first.",
        "Na deze import heeft iemand er nog een toegepast; draai die eerst terug.");

/// <summary>What the run changed is not known any more.</summary>
public sealed record HerstelpuntOntbreekt(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Precondition,
        "HERSTELPUNT_ONTBREEKT",
        $"What was there before import run {ImportRunId} is not known (any more), so it cannot be undone.",
        "Van deze import is niet (meer) bewaard hoe het ervoor was; hij kan niet worden teruggedraaid.");

/// <summary>The plan was cleaned up.</summary>
public sealed record PlanOpgeruimd(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Precondition,
        "PLAN_OPGERUIMD",
        $"The rows of import run {ImportRunId} were cleaned up after the retention term; its counts are still there.",
        "De regels van deze import zijn na de bewaartermijn opgeruimd; de aantallen zijn er nog.");

/// <summary>The run was not compared, so it has no rows.</summary>
public sealed record PlanOntbreekt(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Precondition,
        "PLAN_ONTBREEKT",
        $"Import run {ImportRunId} has no plan: it failed or was discarded before its comparison, or is busy.",
        "Deze import heeft geen plan: hij is nog bezig, of hij is mislukt of verworpen.");

/// <summary>There is no other run to compare with.</summary>
public sealed record VorigeRunOntbreekt(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Precondition,
        "VORIGE_IMPORT_ONTBREEKT",
        $"This school has no run before {ImportRunId} that was compared.",
        "Er is geen eerdere import om mee te vergelijken.");

/// <summary>No source has a school year beyond the next one.</summary>
public sealed record SchooljaarTeVer(Schooljaar Schooljaar, Schooljaar Huidig)
    : Error(
        ErrorKind.Invalid,
        "SCHOOLJAAR_TE_VER",
        $"School year {Schooljaar} is too far ahead; give {Huidig} or the one after it.",
        $"Schooljaar {Schooljaar} ligt te ver vooruit; kies {Huidig} of het jaar erna.");
