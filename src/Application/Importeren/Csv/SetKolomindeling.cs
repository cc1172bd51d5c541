using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Saves a school's own layout of columns; one with the same name is replaced.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Naam">Its name, in any case.</param>
/// <param name="Preset">The export that the other columns are recognised by.</param>
/// <param name="Kolommen">The columns.</param>
/// <param name="Etag">The version that the caller saw; null replaces any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Only says what would be saved.</param>
[RequiresScope(Scopes.Import)]
public sealed record SetKolomindeling(
    SchoolId SchoolId,
    string Naam,
    Csvpreset Preset,
    IReadOnlyList<Kolomkeuze> Kolommen,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<KolomindelingView>, ISchoolRequest, IValidatedCommand;

internal sealed class SetKolomindelingHandler(
    IOpenSchools scholen, IKolomindelingRepository indelingen, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<SetKolomindeling, Result<KolomindelingView>>
{
    public async Task<Result<KolomindelingView>> Handle(SetKolomindeling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        var wanted = school.Then(_ => Kolomindeling.Create(
            request.SchoolId,
            request.Naam,
            request.Preset,
            request.Kolommen,
            caller.Current.Subject,
            clock.GetUtcNow()));
        if (!wanted.IsOk)
        {
            return wanted.Error;
        }

        var known = await indelingen.FindAsync(request.SchoolId, wanted.Value.Naam, cancellationToken);
        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(known?.Versie ?? 0), StringComparison.Ordinal))
        {
            return new KolomindelingGewijzigd(wanted.Value.Naam);
        }

        var next = wanted.Value with { Versie = (known?.Versie ?? 0) + 1 };
        return request.ValidateOnly || await indelingen.SaveAsync(next, cancellationToken)
            ? KolomindelingView.Of(next)
            : new KolomindelingGewijzigd(next.Naam);
    }
}
