using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>
/// Asks for a page of a school's leerplannen of one school year: of every doelgroep that it has pupils in, and of each
/// groep and leerling that something is said of. Doelgroepen first, then groepen by name, then leerlingen.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the current one.</param>
/// <param name="Soorten">Only these; none for all.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListLeerplannen(
    SchoolId SchoolId, Schooljaar? Schooljaar, IReadOnlyList<Leerplansoort> Soorten, PageRequest Page)
    : IQuery<Page<LeerplanView>>, IAuditedQuery;
