using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Fetches all of a school's sources, side by side, and makes one delivery of their answers.</summary>
public sealed class Bronophaler(
    IOpenSchools scholen,
    IKoppelingToegang koppelingen,
    IPersonenbron personen,
    IOpleidingenbron opleidingen,
    IVertalers vertalers,
    TimeProvider clock)
{
    /// <summary>Fetches. The first source that refuses stops the others.</summary>
    internal async Task<Result<Aanlevering>> FetchAsync(ImportRun run, Voortgang voortgang, CancellationToken ct)
    {
        var school = await scholen.GetAsync(run.SchoolId, ct);
        var toegang = await koppelingen.GetAsync(run.SchoolId, ct);
        return !school.IsOk ? school.Error
            : !toegang.IsOk ? toegang.Error
            : await FetchAsync(run.Schooljaar, school.Value, toegang.Value, voortgang, ct);
    }

    private async Task<Result<Aanlevering>> FetchAsync(
        Schooljaar schooljaar, School school, Toegang toegang, Voortgang voortgang, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lijst = StopOnError(FetchListAsync(toegang, voortgang, stop.Token), stop);
        var mensen = StopOnError(FetchCompletedAsync(schooljaar, school, toegang, voortgang, stop.Token), stop);
        try
        {
            await Task.WhenAll(lijst, mensen);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // One source refused, and that stopped the other; the refusal is what counts.
        }

        var vertaler = await vertalers.GetAsync(school.Id, schooljaar, ct);
        var error = Refusal(mensen) ?? Refusal(lijst) ?? vertaler.Error;
        return error is not null
            ? error
            : Merge(schooljaar, (await mensen).Value, (await lijst).Value, vertaler.Value.Translate, voortgang, ct);
    }

    private static Result<Aanlevering> Merge(
        Schooljaar schooljaar,
        IReadOnlyList<Personenlijst> mensen,
        Opleidingenlijst lijst,
        Koppelaar.Translate translate,
        Voortgang voortgang,
        CancellationToken ct)
    {
        var fase = voortgang.Begin(Importfase.Koppelen, mensen.Sum(m => m.Leerlingen.Count));
        var merged = Samenvoeging.Merge(schooljaar, mensen, lijst, translate, new Rekengang(fase, ct));
        if (merged.IsOk)
        {
            fase.End(merged.Value.Leerlingen.Count);
        }

        return merged;
    }

    private async Task<Result<Opleidingenlijst>> FetchListAsync(
        Toegang toegang, Voortgang voortgang, CancellationToken ct)
    {
        var fase = voortgang.Begin(Importfase.Opleidingen);
        var answer = await opleidingen.FetchAsync(toegang.Opleidingen, fase, ct);
        if (answer.IsOk)
        {
            fase.End(answer.Value.Regels.Count);
        }

        return answer;
    }

    /// <summary>
    /// The people of a school year. Those of the next one with the keys that this year's list has of them, which is asked
    /// for that alone.
    /// </summary>
    private async Task<Result<IReadOnlyList<Personenlijst>>> FetchCompletedAsync(
        Schooljaar schooljaar, School school, Toegang toegang, Voortgang voortgang, CancellationToken ct)
    {
        var mensen = await FetchPersonsAsync(schooljaar, school, toegang, voortgang, ct);
        var huidigJaar = clock.CurrentSchooljaar();
        if (!mensen.IsOk || schooljaar.Begin <= huidigJaar.Begin)
        {
            return mensen;
        }

        var huidig = await FetchPersonsAsync(huidigJaar, school, toegang, new Voortgang(clock, []), ct);
        return huidig.Map(lijsten => Sleutelaanvulling.Complete(mensen.Value, lijsten));
    }

    /// <summary>One vestiging after the other: a school administration is never asked twice at once.</summary>
    private async Task<Result<IReadOnlyList<Personenlijst>>> FetchPersonsAsync(
        Schooljaar schooljaar, School school, Toegang toegang, Voortgang voortgang, CancellationToken ct)
    {
        var lijsten = new List<Personenlijst>(school.Vestigingen.Count);
        foreach (var vestiging in school.Vestigingen)
        {
            var verzoek = new PersonenVerzoek(
                school.Brin, vestiging, schooljaar, toegang.UwlrEndpoint, toegang.UwlrAutorisatiesleutel);
            var fase = voortgang.Begin(Importfase.Personen, vestiging: vestiging);
            var answer = await personen.FetchAsync(verzoek, fase, ct);
            if (!answer.IsOk)
            {
                return answer.Error;
            }

            lijsten.Add(answer.Value);
            fase.End(answer.Value.Leerlingen.Count + answer.Value.Docenten.Count);
        }

        return lijsten;
    }

    private static Error? Refusal<T>(Task<Result<T>> task) => task.IsCompletedSuccessfully ? task.Result.Error : null;

    private static async Task<Result<T>> StopOnError<T>(Task<Result<T>> fetch, CancellationTokenSource stop)
    {
        var result = await fetch;
        if (!result.IsOk)
        {
            await stop.CancelAsync();
        }

        return result;
    }
}
