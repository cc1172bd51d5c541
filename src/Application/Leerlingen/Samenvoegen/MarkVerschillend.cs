using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>
/// Remembers that two accounts are two persons, however alike they are: they are no longer offered as doubles, and merging
/// them is refused. Saying it twice changes nothing.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="EneId">One account.</param>
/// <param name="AndereId">The other, of the same kind.</param>
/// <param name="Reden">Why, if the caller says so.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record MarkVerschillend(
    SchoolId SchoolId, AccountId EneId, AccountId AndereId, string? Reden, Guid? RequestId, bool ValidateOnly)
    : ICommand<VerschilView>, ISchoolRequest, IValidatedCommand;

/// <summary>Forgets that two accounts are two persons.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="EneId">One account.</param>
/// <param name="AndereId">The other.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Import)]
public sealed record UnmarkVerschillend(
    SchoolId SchoolId, AccountId EneId, AccountId AndereId, Guid? RequestId, bool ValidateOnly)
    : ICommand<VerschilView>, ISchoolRequest, IValidatedCommand;

/// <summary>Asks for a page of the accounts of which people said that they are two persons, oldest first.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListVerschillend(SchoolId SchoolId, PageRequest Page) : IQuery<Page<VerschilView>>, ISchoolRequest;

/// <summary>Two accounts that are two persons, as it is shown.</summary>
public sealed record VerschilView(
    Persoonssoort Soort, Guid EneId, Guid AndereId, string? Reden, string Door, DateTimeOffset Moment)
{
    /// <summary>Shows it.</summary>
    public static VerschilView Of(Accountverschil verschil) => new(
        verschil.Soort, verschil.Ene.Value, verschil.Andere.Value, verschil.Reden, verschil.Door, verschil.Moment);
}

internal sealed class MarkVerschillendHandler(
    IOpenSchools scholen,
    ISchoolstandStore stand,
    LeerlingMergeSide leerlingen,
    DocentMergeSide docenten,
    Verschilmarkering markering)
    : IRequestHandler<MarkVerschillend, Result<VerschilView>>
{
    public async Task<Result<VerschilView>> Handle(MarkVerschillend request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        await stand.ClaimAsync(request.SchoolId, cancellationToken);
        return await leerlingen.FindAsync(request.SchoolId, request.EneId, cancellationToken) is not null
            ? await markering.MarkAsync(request, leerlingen, cancellationToken)
            : await markering.MarkAsync(request, docenten, cancellationToken);
    }
}

internal sealed class UnmarkVerschillendHandler(IOpenSchools scholen, IVerschilStore verschillen, Touched touched)
    : IRequestHandler<UnmarkVerschillend, Result<VerschilView>>
{
    public async Task<Result<VerschilView>> Handle(UnmarkVerschillend request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        if (await verschillen.FindAsync(request.SchoolId, request.EneId, request.AndereId, cancellationToken) is not { } known)
        {
            return new NietAlsVerschillendGemarkeerd(request.EneId, request.AndereId) { Field = "andere_id" };
        }

        await verschillen.RemoveAsync(request.SchoolId, known.Id, cancellationToken);
        touched.Aantal = 2;
        return VerschilView.Of(known);
    }
}
