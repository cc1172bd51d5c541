using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Asks for a page of what a run would do, person by person.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="Page">Which page.</param>
/// <param name="Soorten">Only these kinds; none for all.</param>
/// <param name="Persoon">Only leerlingen or only docenten.</param>
/// <param name="MetMelding">Only rows with a melding.</param>
[RequiresScope(Scopes.Import)]
public sealed record ListImportRegels(
    SchoolId SchoolId,
    ImportRunId ImportRunId,
    PageRequest Page,
    IReadOnlyList<RegelSoort> Soorten,
    Persoonssoort? Persoon,
    bool MetMelding) : IQuery<ImportRegelsView>, IAuditedQuery
{
    /// <summary>Only persons who move in one of these ways.</summary>
    public Verplaatsingsoort Verplaatsingen { get; init; }

    /// <summary>Only persons with a field that is locked.</summary>
    public bool MetVergrendeling { get; init; }

    /// <summary>Only rows of which one of these became; none for all rows.</summary>
    public IReadOnlyList<Regeluitkomst> Uitkomsten { get; init; } = [];
}

/// <summary>What a run does with one person.</summary>
/// <param name="Nummer">Number of the row within the run, from 1.</param>
/// <param name="Persoon">Leerling or docent.</param>
/// <param name="Soort">What happens.</param>
/// <param name="AccountId">The account before; null for a new one, a conflict and a rejected person.</param>
/// <param name="Naam">The person's name.</param>
/// <param name="Stamgroep">Key of the home class.</param>
/// <param name="Doelgroep">The doelgroep after.</param>
/// <param name="Wijzigingen">The fields that change.</param>
/// <param name="Meldingen">Reasons and remarks.</param>
/// <param name="Doelgroepwisseling">Of an account whose doelgroep changes: from which to which; else null.</param>
public sealed record ImportRegelView(
    int Nummer,
    Persoonssoort Persoon,
    RegelSoort Soort,
    Guid? AccountId,
    string Naam,
    string? Stamgroep,
    string? Doelgroep,
    IReadOnlyList<Veldwijziging> Wijzigingen,
    IReadOnlyList<Melding> Meldingen,
    Doelgroepwisseling? Doelgroepwisseling)
{
    /// <summary>Of a held row, what would happen otherwise; else null.</summary>
    public RegelSoort? Aangehouden { get; init; }

    /// <summary>When a school year changes, the name of the home class in the year before.</summary>
    public string? VorigeStamgroep { get; init; }

    /// <summary>The strongest key that was delivered; tells rows without an account apart.</summary>
    public string? Sleutel { get; init; }

    /// <summary>What became of it; null before the run was applied.</summary>
    public Regeluitkomst? Uitkomst { get; init; }

    /// <summary>The account that a new row made, once it was applied.</summary>
    public Guid? NieuwAccountId { get; init; }

    /// <summary>Why undoing the run left it.</summary>
    public Herstelbeletsel? Beletsel { get; init; }

    /// <summary>How the person moves within the school.</summary>
    public Verplaatsingsoort Verplaatsing { get; init; }

    /// <summary>All fields of the account that are locked.</summary>
    public Veld Vergrendeld { get; init; }

    /// <summary>Of a conflict: the accounts that it is about.</summary>
    public IReadOnlyList<Betrokkene> Betrokken { get; init; } = [];

    /// <summary>The remembered decision that this row follows.</summary>
    public Guid? BeslissingId { get; init; }
}

/// <summary>A page of rows.</summary>
/// <param name="Page">The rows.</param>
/// <param name="Leerplannen">What each change of doelgroep among the rows does to the leerplan.</param>
public sealed record ImportRegelsView(
    Page<ImportRegelView> Page, IReadOnlyDictionary<Doelgroepwisseling, Leerplanverschil> Leerplannen) : IShowsPeople
{
    /// <inheritdoc/>
    public int AantalPersonen => Page.AantalPersonen;
}
