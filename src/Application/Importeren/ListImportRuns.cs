using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Asks for a page of a school's runs, newest first.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
/// <param name="States">Only runs in one of these states; none for all.</param>
/// <param name="Vanaf">Only runs that were asked for at this moment or later.</param>
/// <param name="Tot">Only runs that were asked for before this moment.</param>
/// <param name="Bron">Only runs with this source.</param>
/// <param name="Prefix">Only runs whose id begins with this.</param>
[RequiresScope(Scopes.Import)]
public sealed record ListImportRuns(
    SchoolId SchoolId,
    PageRequest Page,
    IReadOnlyList<ImportState> States,
    DateTimeOffset? Vanaf = null,
    DateTimeOffset? Tot = null,
    Bron? Bron = null,
    IdPrefix? Prefix = null) : IQuery<Page<ImportRunView>>, ISchoolRequest;
