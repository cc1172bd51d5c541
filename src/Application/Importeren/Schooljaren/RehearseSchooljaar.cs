using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>
/// Rehearses the change of school year: fetches the new year and applies it to a throw-away copy as the night of its first day
/// would. Nothing is stored. No command: it takes as long as the school administration takes.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the one at hand.</param>
[RequiresScope(Scopes.Import)]
public sealed record RehearseSchooljaar(SchoolId SchoolId, Schooljaar? Schooljaar)
    : IRequest<Result<RepetitieView>>, ISchoolRequest;

/// <summary>What a rehearsal found.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year.</param>
/// <param name="IsAfgesproken">Whether nights would go by an agreement; else everything waits for a person.</param>
/// <param name="Vestigingen">What changes, by vestiging.</param>
/// <param name="Leerlingen">The rows of leerlingen, by kind; what lies outside the agreement is held.</param>
/// <param name="Docenten">Those of docenten.</param>
/// <param name="OnbekendeCodes">Some of the opleidingscodes that nobody knows.</param>
/// <param name="Remmen">The brakes that would go on.</param>
/// <param name="BuitenAfspraak">Why rows would wait that lie outside the agreement.</param>
/// <param name="Rest">The rows that a second import would still change after the first: none, when all is well.</param>
public sealed record RepetitieView(
    Guid SchoolId,
    string Schooljaar,
    bool IsAfgesproken,
    IReadOnlyList<VestigingcijfersView> Vestigingen,
    Tellingen Leerlingen,
    Tellingen Docenten,
    IReadOnlyList<string> OnbekendeCodes,
    IReadOnlyList<Melding> Remmen,
    IReadOnlyList<Melding> BuitenAfspraak,
    int Rest);

/// <summary>What changes at one vestiging.</summary>
/// <param name="Vestiging">The vestiging.</param>
/// <param name="Cijfers">How many of what.</param>
public sealed record VestigingcijfersView(string Vestiging, CijfersView Cijfers);

internal sealed class RehearseSchooljaarHandler(
    IOpenSchools scholen,
    Bronophaler bronnen,
    FetchSlots slots,
    Planbasis basis,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<RehearseSchooljaar, Result<RepetitieView>>
{
    private const int MostCodes = 20;

    public async Task<Result<RepetitieView>> Handle(RehearseSchooljaar request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var vandaag = clock.Today();
        var jaar = request.Schooljaar ?? Schooljaarwissel.JaarOp(vandaag);
        var huidig = clock.CurrentSchooljaar();
        if (jaar < huidig || jaar.Begin > huidig.Begin + 1)
        {
            return new WisselNietAanDeOrde(jaar, Schooljaarwissel.JaarOp(vandaag)) { Field = "schooljaar" };
        }

        var run = ImportRun.Start(
            ImportRunId.New(clock), request.SchoolId, jaar, caller.Current.Subject, clock.GetUtcNow());
        using var slot = await slots.EnterAsync(FetchLane.Trials, cancellationToken);
        var aanlevering = await bronnen.FetchAsync(run, new Voortgang(clock, []), cancellationToken);
        return aanlevering.IsOk
            ? await RehearseAsync(school.Value, run, aanlevering.Value, vandaag, cancellationToken)
            : aanlevering.Error;
    }

    private async Task<Result<RepetitieView>> RehearseAsync(
        School school, ImportRun run, Aanlevering delivered, DateOnly vandaag, CancellationToken ct)
    {
        var begin = run.Schooljaar.EersteDag;
        var (stand, kader) = await basis.LoadAsync(run, Regelkeuze.Toepasbaar, vandaag > begin ? vandaag : begin, ct);
        var aanlevering = Groepsherkenning.Match(delivered, stand);
        var gang = new Rekengang(null, ct);
        var plan = ImportPlanner.Plan(stand, aanlevering, kader, gang);
        var kopie = Standkopie.Apply(stand, plan);
        var again = ImportPlanner.Plan(kopie, Groepsherkenning.Match(delivered, kopie), kader, gang);
        return new RepetitieView(
            school.Id.Value,
            run.Schooljaar.ToString(),
            kader.Wisselafspraak?.GeldtOp(kader.Vandaag) == true,
            [.. plan.Cijfers.Select(c => new VestigingcijfersView(c.Vestiging.Value, CijfersView.Of(c)))],
            Tellingen.Of(plan.Leerlingen),
            Tellingen.Of(plan.Docenten),
            [
                .. aanlevering.Leerlingen
                    .Select(l => l.Gegevens)
                    .Where(l => l is { Doelgroep: null, Opleidingscode: not null })
                    .Select(l => l.Opleidingscode!)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Take(MostCodes),
            ],
            plan.Remmen,
            plan.BuitenAfspraak,
            Tellingen.Of(again.Leerlingen).Wijzigingen + Tellingen.Of(again.Docenten).Wijzigingen);
    }
}
