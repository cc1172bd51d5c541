using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>
/// Pins a docent: until a day no source archives it. Replaces an earlier pin; one that says the same changes nothing.
/// Like every change by hand it makes plans of before old, and undoing an earlier run leaves the docent as it is.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="DocentId">The docent, who is active.</param>
/// <param name="Reden">Why.</param>
/// <param name="TotEnMet">The last day, from today on.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record PinDocent(
    SchoolId SchoolId,
    AccountId DocentId,
    string Reden,
    DateOnly TotEnMet,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<DocentView>, ISchoolRequest, IValidatedCommand;

/// <summary>Takes the pin of a docent away. If no source has it, the next preview shows that it leaves.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="DocentId">The docent; one who is not pinned stays as it is.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record UnpinDocent(
    SchoolId SchoolId, AccountId DocentId, string? Etag, Guid? RequestId, bool ValidateOnly)
    : ICommand<DocentView>, ISchoolRequest, IValidatedCommand;

internal sealed class PinDocentHandler(Persoonswijzigingen personen, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<PinDocent, Result<DocentView>>
{
    public Task<Result<DocentView>> Handle(PinDocent request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.DocentId,
            "docent_id",
            request.Etag,
            (Account<DocentGegevens> account) => Vastzetting
                .Create(request.Reden, request.TotEnMet, clock.Today(), caller.Current.Subject, clock.GetUtcNow())
                .Then(account.Pin),
            cancellationToken);
}

internal sealed class UnpinDocentHandler(Persoonswijzigingen personen)
    : IRequestHandler<UnpinDocent, Result<DocentView>>
{
    public Task<Result<DocentView>> Handle(UnpinDocent request, CancellationToken cancellationToken) =>
        personen.DoAsync(
            request.SchoolId,
            request.DocentId,
            "docent_id",
            request.Etag,
            (Account<DocentGegevens> account) => account.Unpin(),
            cancellationToken);
}
