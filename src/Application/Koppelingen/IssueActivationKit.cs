using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>
/// Gives a school its password, query and instructions. It has no request id: an answer that is kept to be repeated
/// would keep the password readable.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Aliasvorm">How the columns of the list are named.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record IssueActivationKit(SchoolId SchoolId, Aliasvorm Aliasvorm, string? Etag)
    : ICommand<ActivationKit>, ISchoolRequest
{
    /// <inheritdoc/>
    public Guid? RequestId => null;
}

/// <summary>What a school needs to connect itself.</summary>
/// <param name="Koppeling">The koppeling.</param>
/// <param name="Wachtwoord">The password; shown now and never again.</param>
/// <param name="Pakket">All else.</param>
public sealed record ActivationKit(KoppelingView Koppeling, Geheim Wachtwoord, Instructiepakket Pakket);

/// <summary>Makes the next password of a school; the present one works until a probe has seen the next.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Opnieuw">Whether a next password that no probe has seen yet is replaced.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record RotateWachtwoord(SchoolId SchoolId, bool Opnieuw, string? Etag)
    : ICommand<NieuwWachtwoord>, ISchoolRequest
{
    /// <inheritdoc/>
    public Guid? RequestId => null;
}

/// <summary>The next password of a school.</summary>
/// <param name="Koppeling">The koppeling.</param>
/// <param name="Wachtwoord">The password; shown now and never again.</param>
public sealed record NieuwWachtwoord(KoppelingView Koppeling, Geheim Wachtwoord);

internal sealed class ActivationKitHandlers(
    KoppelingWijziging wijziging,
    IOpenSchools scholen,
    IGeheimen geheimen,
    IKurveInstellingen kurve,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<IssueActivationKit, Result<ActivationKit>>,
        IRequestHandler<RotateWachtwoord, Result<NieuwWachtwoord>>
{
    public async Task<Result<ActivationKit>> Handle(IssueActivationKit request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var wachtwoord = Wachtwoordmaker.Make();
        var issued = await wijziging.DoAsync(
            request.SchoolId,
            request.Etag,
            koppeling => koppeling.IssueKit(
                geheimen.Protect(request.SchoolId, wachtwoord),
                Feit("Activatiepakket uitgegeven"),
                IsUnreadable(koppeling)),
            cancellationToken);
        return issued.Map(koppeling => new ActivationKit(
            KoppelingView.Of(koppeling),
            wachtwoord,
            Instructiepakket.For(school.Value, koppeling, request.Aliasvorm, kurve, clock.Today())));
    }

    public async Task<Result<NieuwWachtwoord>> Handle(RotateWachtwoord request, CancellationToken cancellationToken)
    {
        var wachtwoord = Wachtwoordmaker.Make();
        var rotated = await wijziging.DoAsync(
            request.SchoolId,
            request.Etag,
            koppeling => koppeling.Rotate(
                geheimen.Protect(request.SchoolId, wachtwoord), Feit("Nieuw wachtwoord uitgegeven"), request.Opnieuw),
            cancellationToken);
        return rotated.Map(koppeling => new NieuwWachtwoord(KoppelingView.Of(koppeling), wachtwoord));
    }

    private bool IsUnreadable(Koppeling koppeling) =>
        koppeling.WebserviceWachtwoord is { } encrypted && !geheimen.Unprotect(koppeling.SchoolId, encrypted).IsOk;

    private Feit Feit(string bewijs) => new(clock.GetUtcNow(), caller.Current.Subject, bewijs);
}
