using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Asks for a school's query and instructions again; the password is not in them.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Aliasvorm">How the columns of the list are named.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetInstructies(SchoolId SchoolId, Aliasvorm Aliasvorm) : IQuery<Instructiepakket>, ISchoolRequest;

/// <summary>The kit of a school without its password.</summary>
/// <param name="Query">The Decibel query.</param>
/// <param name="QueryVersie">The version of its template.</param>
/// <param name="QueryBestand">A name for its file.</param>
/// <param name="Tekst">The instructions as text.</param>
/// <param name="Html">The instructions as a page that prints.</param>
public sealed record Instructiepakket(
    string Query, string QueryVersie, string QueryBestand, string Tekst, string Html)
{
    internal static Instructiepakket For(
        School school, Koppeling koppeling, Aliasvorm aliasvorm, IKurveInstellingen kurve, DateOnly vandaag)
    {
        var bestand = $"KurveLeerlingData-{school.Brin}.sql";
        var instructies = Instructies.For(
            school, koppeling, new Instructieuitgave(bestand, kurve.Query.Versie, vandaag, kurve.Contact));
        return new Instructiepakket(
            kurve.Query.Render(school, koppeling.Schooldomein, aliasvorm),
            kurve.Query.Versie,
            bestand,
            instructies.ToText(),
            instructies.ToHtml());
    }
}

internal sealed class GetInstructiesHandler(
    IOpenSchools scholen, IKoppelingRepository koppelingen, IKurveInstellingen kurve, TimeProvider clock)
    : IRequestHandler<GetInstructies, Result<Instructiepakket>>
{
    public async Task<Result<Instructiepakket>> Handle(GetInstructies request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        return await koppelingen.FindAsync(request.SchoolId, cancellationToken) is { } koppeling
            ? Instructiepakket.For(school.Value, koppeling, request.Aliasvorm, kurve, clock.Today())
            : new KoppelingOnbekend(request.SchoolId);
    }
}
