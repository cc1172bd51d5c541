using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Asks for a page of a school's runs, newest first.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Import)]
public sealed record ListImportRuns(SchoolId SchoolId, PageRequest Page) : IQuery<Page<ImportRunView>>, ISchoolRequest;
