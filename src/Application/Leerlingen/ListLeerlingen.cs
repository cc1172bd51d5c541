using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Asks for a page of leerlingen, in the order in which their accounts were made.</summary>
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
    : IQuery<Page<LeerlingView>>, IAuditedQuery;
