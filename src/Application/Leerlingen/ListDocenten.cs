using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Asks for a page of docenten, in the order in which their accounts were made.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
/// <param name="ShowGearchiveerd">Archived ones too.</param>
/// <param name="AlleenVastgezet">Only those whose pin holds today.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListDocenten(SchoolId SchoolId, PageRequest Page, bool ShowGearchiveerd, bool AlleenVastgezet = false)
    : IQuery<Page<DocentView>>, IAuditedQuery
{
    /// <summary>Only those who have this as a key, the beginning of their id, or their name; null for all.</summary>
    public Zoektekst? Zoek { get; init; }
}
