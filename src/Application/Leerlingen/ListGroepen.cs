using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Asks for a page of groepen, in the order in which they were made.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
/// <param name="Schooljaar">The school year; null for the newest that the school has.</param>
/// <param name="Soort">Only this kind.</param>
/// <param name="ShowGearchiveerd">Archived ones too.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListGroepen(
    SchoolId SchoolId, PageRequest Page, Schooljaar? Schooljaar, Groepsoort? Soort, bool ShowGearchiveerd)
    : IQuery<Page<GroepView>>, ISchoolRequest;
