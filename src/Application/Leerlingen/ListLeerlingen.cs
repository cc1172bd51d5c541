using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Asks for a page of leerlingen.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
/// <param name="ShowGearchiveerd">Archived ones too.</param>
/// <param name="GroepId">Only those in this groep.</param>
/// <param name="ZonderDoelgroep">Only those without a doelgroep.</param>
/// <param name="AlleenVastgezet">Only those whose pin holds today.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListLeerlingen(
    SchoolId SchoolId, PageRequest Page, bool ShowGearchiveerd, GroepId? GroepId, bool ZonderDoelgroep,
    bool AlleenVastgezet = false)
    : IQuery<Page<LeerlingView>>, IAuditedQuery
{
    /// <summary>Only those with this status, whatever <see cref="ShowGearchiveerd"/> says; null for any.</summary>
    public Accountstatus? Status { get; init; }

    /// <summary>Only the one with this stamnummer; null for all.</summary>
    public Stamnummer? Stamnummer { get; init; }

    /// <summary>Only those with this name; null for all. Refused to a caller who may not know names.</summary>
    public Zoektekst? Naam { get; init; }

    /// <summary>Only those who have this as a key, the beginning of their id, or their name; null for all.</summary>
    public Zoektekst? Zoek { get; init; }

    /// <summary>By last name and first name, instead of in the order in which the accounts were made.</summary>
    public bool OpNaam { get; init; }

    /// <summary>Whether all that match are counted.</summary>
    public bool MetTotaal { get; init; }
}
