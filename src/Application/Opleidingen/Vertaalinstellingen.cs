using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>Asks how a school writes its codes.</summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetVertaalinstelling(SchoolId SchoolId) : IQuery<VertaalinstellingView>, ISchoolRequest;

/// <summary>Says how a school writes its codes. No pupil changes before the next preview is applied.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Locatiecijfer">Whether a location digit stands before its codes.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record UpdateVertaalinstelling(SchoolId SchoolId, bool Locatiecijfer, string? Etag, Guid? RequestId)
    : ICommand<VertaalinstellingView>, ISchoolRequest;

internal sealed class GetVertaalinstellingHandler(IOpenSchools scholen, IVertalingRepository vertalingen)
    : IRequestHandler<GetVertaalinstelling, Result<VertaalinstellingView>>
{
    public async Task<Result<VertaalinstellingView>> Handle(
        GetVertaalinstelling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        return school.IsOk
            ? VertaalinstellingView.Of(await vertalingen.FindInstellingAsync(request.SchoolId, cancellationToken))
            : school.Error;
    }
}

internal sealed class UpdateVertaalinstellingHandler(IOpenSchools scholen, IVertalingRepository vertalingen)
    : IRequestHandler<UpdateVertaalinstelling, Result<VertaalinstellingView>>
{
    public async Task<Result<VertaalinstellingView>> Handle(
        UpdateVertaalinstelling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var known = await vertalingen.FindInstellingAsync(request.SchoolId, cancellationToken);
        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(known.Versie), StringComparison.Ordinal))
        {
            return new VersieGewijzigd(etag);
        }

        var next = known with { Locatiecijfer = request.Locatiecijfer, Versie = known.Versie + 1 };
        return await vertalingen.SaveInstellingAsync(next, cancellationToken)
            ? VertaalinstellingView.Of(next)
            : new VersieGewijzigd(Etags.Of(known.Versie));
    }
}
