using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Withdraws what a school agreed on a school year. What was prepared stays, and nights keep it up to date.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the one at hand.</param>
/// <param name="Etag">The version that the caller saw; null withdraws any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record WithdrawSchooljaar(SchoolId SchoolId, Schooljaar? Schooljaar, string? Etag, Guid? RequestId)
    : ICommand<WisselView>, ISchoolRequest;

internal sealed class WithdrawSchooljaarHandler(
    IOpenSchools scholen, IWisselgegevensReader reader, ISchooljaarwisselRepository wissels, TimeProvider clock)
    : IRequestHandler<WithdrawSchooljaar, Result<WisselView>>
{
    public async Task<Result<WisselView>> Handle(WithdrawSchooljaar request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var vandaag = clock.Today();
        var jaar = request.Schooljaar ?? Schooljaarwissel.JaarOp(vandaag);
        var gegevens = (await reader.LoadAsync([request.SchoolId], jaar, cancellationToken))[request.SchoolId];
        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(gegevens.Wissel.Versie), StringComparison.Ordinal))
        {
            return new VersieGewijzigd(etag);
        }

        var withdrawn = gegevens.Wissel.Withdraw();
        return !withdrawn.IsOk ? withdrawn.Error
            : await wissels.SaveAsync(withdrawn.Value, cancellationToken)
                ? WisselView.Of(school.Value, gegevens with { Wissel = withdrawn.Value }, vandaag)
                : new WisselGewijzigd(jaar);
    }
}
