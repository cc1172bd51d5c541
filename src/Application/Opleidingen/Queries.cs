using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>Asks for a page of the opleidingen that Numo knows, in order.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Sector">Only those of this sector.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListOpleidingen(PageRequest Page, Sector? Sector) : IQuery<Page<Opleiding>>;

/// <summary>Asks what a code of a school means.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Opleidingscode">The code.</param>
/// <param name="Leerjaar">The leerjaar by the source.</param>
/// <param name="Schooljaar">The school year; null for the current one.</param>
[RequiresScope(Scopes.Read)]
public sealed record TranslateOpleidingscode(
    SchoolId SchoolId, string Opleidingscode, int? Leerjaar, Schooljaar? Schooljaar)
    : IQuery<Vertaling>, ISchoolRequest;

internal sealed class TranslateOpleidingscodeHandler(IVertalers vertalers, TimeProvider clock)
    : IRequestHandler<TranslateOpleidingscode, Result<Vertaling>>
{
    public async Task<Result<Vertaling>> Handle(TranslateOpleidingscode request, CancellationToken cancellationToken)
    {
        var vertaler = await vertalers.GetAsync(
            request.SchoolId, request.Schooljaar ?? clock.CurrentSchooljaar(), cancellationToken);
        return vertaler.Map(v => v.Translate(request.Opleidingscode, request.Leerjaar));
    }
}

/// <summary>Asks for a page of what a school has settled, by code and then by school year.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
/// <param name="Schooljaar">Only what holds in this school year.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListVertalingen(SchoolId SchoolId, PageRequest Page, Schooljaar? Schooljaar)
    : IQuery<Page<VertalingView>>, ISchoolRequest;

/// <summary>
/// Asks for a page of the codes that give no doelgroep for active pupils, by code: what the next import could not
/// place.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListUnknownOpleidingscodes(SchoolId SchoolId, PageRequest Page)
    : IQuery<Page<OnbekendeCodeView>>, ISchoolRequest;

/// <summary>
/// Asks which codes in the queue are siblings of one that was settled, and may mean the same: at most
/// <see cref="SetVertaling.MostVerwanten"/>, by code.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Opleidingscode">The code that was settled.</param>
/// <param name="Opleiding">Code of the opleiding that it means.</param>
[RequiresScope(Scopes.Import)]
public sealed record ListVerwanteCodes(SchoolId SchoolId, string Opleidingscode, string Opleiding)
    : IQuery<Page<OnbekendeCodeView>>, ISchoolRequest;
