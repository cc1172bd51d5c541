using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>
/// What somebody asks for at one vestiging; what is null stays as it was agreed, or is set with room beside what was found.
/// </summary>
/// <param name="Vestiging">The vestiging.</param>
/// <param name="MaxVertrek">The most leerlingen that leave.</param>
/// <param name="MaxNieuw">The most leerlingen that come.</param>
/// <param name="MaxZonderKlas">The most leerlingen that stay without a class.</param>
public sealed record Grenskeuze(Vestigingsnummer Vestiging, int? MaxVertrek, int? MaxNieuw, int? MaxZonderKlas);

/// <summary>
/// Agrees that the nights from 1 August on apply the new school year within bounds. A person who looked at the preparation
/// takes this decision once; it holds until the change is done, until 31 October at most.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the one at hand.</param>
/// <param name="Grenzen">The bounds; none for all vestigingen. What was agreed before stays where nothing else is said.</param>
/// <param name="VertrekOp">The day from which on leavers are archived; null for the first day of the school year.</param>
/// <param name="Etag">The version that the caller saw; null agrees on any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would be agreed.</param>
[RequiresScope(Scopes.Import)]
public sealed record AgreeSchooljaar(
    SchoolId SchoolId,
    Schooljaar? Schooljaar,
    IReadOnlyList<Grenskeuze> Grenzen,
    DateOnly? VertrekOp,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<WisselView>, IValidatedCommand, ISchoolRequest;

internal sealed class AgreeSchooljaarHandler(
    IOpenSchools scholen,
    IWisselgegevensReader reader,
    ISchooljaarwisselRepository wissels,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<AgreeSchooljaar, Result<WisselView>>
{
    public async Task<Result<WisselView>> Handle(AgreeSchooljaar request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var (vandaag, now) = (clock.Today(), clock.GetUtcNow());
        var jaar = request.Schooljaar ?? Schooljaarwissel.JaarOp(vandaag);
        var gegevens = (await reader.LoadAsync([request.SchoolId], jaar, cancellationToken))[request.SchoolId];
        if (request.Etag is { } etag && !string.Equals(etag, Etags.Of(gegevens.Wissel.Versie), StringComparison.Ordinal))
        {
            return new VersieGewijzigd(etag);
        }

        // This says more than that nothing is known to set bounds by.
        if (gegevens.Wissel.Voorbereid is null)
        {
            return new NietVoorbereid(jaar, vandaag >= jaar.EersteDag);
        }

        if (gegevens.Beleid.Modus == Importmodus.AlleenToevoegen)
        {
            return new WisselAlleenToevoegen();
        }

        var grenzen = Choose(request, school.Value, gegevens);
        var agreed = grenzen.Then(chosen => gegevens.Wissel.Agree(
            chosen,
            request.VertrekOp ?? Later(gegevens.Wissel.VertrekOp, jaar.EersteDag),
            new Wisselstap(now, caller.Current.Subject),
            vandaag));
        if (!agreed.IsOk)
        {
            return agreed.Error;
        }

        return await wissels.SaveAsync(agreed.Value, cancellationToken)
            ? WisselView.Of(school.Value, gegevens with { Wissel = agreed.Value }, vandaag)
            : new WisselGewijzigd(jaar);
    }

    private static Result<IReadOnlyList<Wisselgrens>> Choose(AgreeSchooljaar request, School school, Wisselgegevens gegevens)
    {
        var cijfers = gegevens.Voorbereiding?.Uitkomst?.Cijfers ?? [];
        Grenskeuze[] asked = request.Grenzen.Count > 0
            ? [.. request.Grenzen]
            : [.. school.Vestigingen.Select(v => new Grenskeuze(v, null, null, null))];
        var grenzen = new List<Wisselgrens>(asked.Length);
        for (var i = 0; i < asked.Length; i++)
        {
            var known = school.CheckVestiging(asked[i].Vestiging, $"grenzen[{i}].vestiging");
            if (!known.IsOk)
            {
                return known.Error;
            }

            if (grenzen.Any(g => g.Vestiging == asked[i].Vestiging))
            {
                return new GrensDubbel(asked[i].Vestiging) { Field = $"grenzen[{i}].vestiging" };
            }

            var found = cijfers.FirstOrDefault(c => c.Vestiging == asked[i].Vestiging);
            var before = gegevens.Wissel.Afgesproken.FirstOrDefault(g => g.Vestiging == asked[i].Vestiging)
                ?? (found is null ? null : Wisselgrens.Around(found));
            if ((asked[i].MaxVertrek ?? before?.MaxVertrek) is not { } vertrek
                || (asked[i].MaxNieuw ?? before?.MaxNieuw) is not { } nieuw)
            {
                return new GrensOntbreekt(asked[i].Vestiging) { Field = $"grenzen[{i}].grens" };
            }

            grenzen.Add(new Wisselgrens(
                asked[i].Vestiging, vertrek, nieuw, asked[i].MaxZonderKlas ?? before?.MaxZonderKlas ?? 0));
        }

        return grenzen;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
