using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
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
    IVertalers vertalers)
{
    /// <summary>Fetches. The first source that refuses stops the others.</summary>
    internal async Task<Result<Aanlevering>> FetchAsync(ImportRun run, IProgress<int> progress, CancellationToken ct)
    {
        var school = await scholen.GetAsync(run.SchoolId, ct);
        var toegang = await koppelingen.GetAsync(run.SchoolId, ct);
        return !school.IsOk ? school.Error
            : !toegang.IsOk ? toegang.Error
            : await FetchAsync(run.Schooljaar, school.Value, toegang.Value, progress, ct);
    }

    private async Task<Result<Aanlevering>> FetchAsync(
        Schooljaar schooljaar, School school, Toegang toegang, IProgress<int> progress, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lijst = StopOnError(opleidingen.FetchAsync(toegang.Opleidingen, stop.Token), stop);
        var mensen = StopOnError(FetchPersonsAsync(schooljaar, school, toegang, progress, stop.Token), stop);
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
            : Samenvoeging.Merge(schooljaar, (await mensen).Value, (await lijst).Value, vertaler.Value.Translate);
    }

    /// <summary>One vestiging after the other: a school administration is never asked twice at once.</summary>
    private async Task<Result<IReadOnlyList<Personenlijst>>> FetchPersonsAsync(
        Schooljaar schooljaar, School school, Toegang toegang, IProgress<int> progress, CancellationToken ct)
    {
        var lijsten = new List<Personenlijst>(school.Vestigingen.Count);
        var totaal = new Teller(progress);
        foreach (var vestiging in school.Vestigingen)
        {
            var verzoek = new PersonenVerzoek(
                school.Brin, vestiging, schooljaar, toegang.UwlrEndpoint, toegang.UwlrAutorisatiesleutel);
            var answer = await personen.FetchAsync(verzoek, totaal, ct);
            if (!answer.IsOk)
            {
                return answer.Error;
            }

            lijsten.Add(answer.Value);
            totaal.EndList(answer.Value.Leerlingen.Count + answer.Value.Docenten.Count);
        }

        return lijsten;
    }

    /// <summary>Makes one count of those of several lists. A list that is asked again begins again.</summary>
    private sealed class Teller(IProgress<int> progress) : IProgress<int>
    {
        private int _before;

        public void Report(int value) => progress.Report(_before + value);

        public void EndList(int aantal) => progress.Report(_before += aantal);
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
