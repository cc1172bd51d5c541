using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Scholen;

/// <summary>Registers a school.</summary>
/// <param name="Naam">Name, 1 to 200 characters.</param>
/// <param name="Brin">The institution.</param>
/// <param name="Vestigingen">Its vestigingen; none means the main one.</param>
/// <param name="Sector">The kind of education.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record RegisterSchool(
    string Naam,
    Brin Brin,
    IReadOnlyList<Vestigingsnummer> Vestigingen,
    Sector Sector,
    Guid? RequestId,
    bool ValidateOnly = false) : ICommand<SchoolView>, IValidatedCommand, IAllSchoolsRequest;

internal sealed class RegisterSchoolHandler(ISchoolRepository scholen, TimeProvider clock)
    : IRequestHandler<RegisterSchool, Result<SchoolView>>
{
    public async Task<Result<SchoolView>> Handle(RegisterSchool request, CancellationToken cancellationToken)
    {
        var school = School.Register(
            SchoolId.New(clock), request.Naam, request.Brin, request.Vestigingen, request.Sector, clock.GetUtcNow());
        if (!school.IsOk)
        {
            return school.Error;
        }

        var added = await scholen.AddAsync(school.Value, cancellationToken);
        return added.Map(_ => SchoolView.Of(school.Value));
    }
}
