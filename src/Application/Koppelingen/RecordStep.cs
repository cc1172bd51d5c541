using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>A person says that a gate is done.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Poort">The gate.</param>
/// <param name="Toelichting">What was done, by the person's own words.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record ReportStep(SchoolId SchoolId, Poort Poort, string Toelichting, string? Etag, Guid? RequestId)
    : ICommand<KoppelingView>, ISchoolRequest;

/// <summary>Kurve's support has seen that a gate is done.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Poort">The gate.</param>
/// <param name="Bewijs">What was seen.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record ConfirmStep(SchoolId SchoolId, Poort Poort, string Bewijs, string? Etag, Guid? RequestId)
    : ICommand<KoppelingView>, ISchoolRequest;

/// <summary>Kurve switches its side on.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record ActivateKoppeling(SchoolId SchoolId, string? Etag, Guid? RequestId)
    : ICommand<KoppelingView>, ISchoolRequest;

/// <summary>Stops a school's imports by hand.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Reden">Why.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record SuspendKoppeling(SchoolId SchoolId, string Reden, string? Etag, Guid? RequestId)
    : ICommand<KoppelingView>, ISchoolRequest;

/// <summary>Lets a stopped school import again.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record ResumeKoppeling(SchoolId SchoolId, string? Etag, Guid? RequestId)
    : ICommand<KoppelingView>, ISchoolRequest;

internal sealed class StepHandlers(KoppelingWijziging wijziging, ICallerAccessor caller, TimeProvider clock)
    : IRequestHandler<ReportStep, Result<KoppelingView>>,
        IRequestHandler<ConfirmStep, Result<KoppelingView>>,
        IRequestHandler<ActivateKoppeling, Result<KoppelingView>>,
        IRequestHandler<SuspendKoppeling, Result<KoppelingView>>,
        IRequestHandler<ResumeKoppeling, Result<KoppelingView>>
{
    public Task<Result<KoppelingView>> Handle(ReportStep request, CancellationToken cancellationToken) =>
        DoAsync(request, request.Etag, k => k.Meld(request.Poort, Feit(request.Toelichting)), cancellationToken);

    public Task<Result<KoppelingView>> Handle(ConfirmStep request, CancellationToken cancellationToken) =>
        DoAsync(request, request.Etag, k => k.Bevestig(request.Poort, Feit(request.Bewijs)), cancellationToken);

    public Task<Result<KoppelingView>> Handle(ActivateKoppeling request, CancellationToken cancellationToken) =>
        DoAsync(request, request.Etag, k => k.Activate(Feit("Aangezet door Kurve")), cancellationToken);

    public Task<Result<KoppelingView>> Handle(SuspendKoppeling request, CancellationToken cancellationToken) =>
        DoAsync(request, request.Etag, k => k.Suspend(Feit(request.Reden)), cancellationToken);

    public Task<Result<KoppelingView>> Handle(ResumeKoppeling request, CancellationToken cancellationToken) =>
        DoAsync(request, request.Etag, k => k.Resume(Feit("Hervat")), cancellationToken);

    private async Task<Result<KoppelingView>> DoAsync(
        ISchoolRequest request, string? etag, Func<Koppeling, Result<Koppeling>> change, CancellationToken ct) =>
        (await wijziging.DoAsync(request.SchoolId, etag, change, ct)).Map(KoppelingView.Of);

    private Feit Feit(string bewijs) => new(clock.GetUtcNow(), caller.Current.Subject, bewijs);
}
