using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Scholen;

/// <summary>Asks for a page of the schools that the caller may see, in the order of their registration.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Brin">Only the school with this BRIN.</param>
/// <param name="ShowClosed">Closed ones too.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListScholen(PageRequest Page, Brin? Brin, bool ShowClosed) : IQuery<Page<SchoolView>>;
