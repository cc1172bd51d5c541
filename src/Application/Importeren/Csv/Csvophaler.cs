using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Makes a delivery of the file of a run.</summary>
public sealed class Csvophaler(
    Uploads uploads,
    ICsvlezer lezer,
    IWerkmaplezer werkmappen,
    IOpenSchools scholen,
    IVertalers vertalers,
    TimeProvider clock)
{
    /// <summary>Reads the file of a run.</summary>
    internal async Task<Result<Aanlevering>> ReadAsync(ImportRun run, Voortgang voortgang, CancellationToken ct)
    {
        if (uploads.Find(run.Id) is not { } wachtend)
        {
            return CsvErrors.BestandWeg;
        }

        var school = await scholen.GetAsync(run.SchoolId, ct);
        var vertaler = await vertalers.GetAsync(run.SchoolId, run.Schooljaar, ct);
        if ((school.Error ?? vertaler.Error) is { } error)
        {
            return error;
        }

        var fase = voortgang.Begin(Importfase.Personen);
        var opdracht = ToOpdracht(run, school.Value, wachtend);
        var aanlevering = Read(wachtend.Bestand, opdracht, ct)
            .Then(blad => CsvAanlevering.Read(blad, opdracht, vertaler.Value.Translate, new Rekengang(fase, ct)));
        if (aanlevering.IsOk)
        {
            fase.End(aanlevering.Value.Leerlingen.Count + aanlevering.Value.Docenten.Count);
        }

        return aanlevering;
    }

    /// <summary>A workbook, or else text.</summary>
    private Result<Csvblad> Read(Csvbestand bestand, Csvopdracht opdracht, CancellationToken ct) =>
        werkmappen.Read(bestand.Inhoud, bestand.Blad, ct)
        ?? (bestand.Blad is null ? lezer.Read(bestand.Inhoud, opdracht, ct) : XlsxErrors.GeenWerkmap);

    /// <summary>Lets the file of a run go, however the run ended.</summary>
    internal void Forget(ImportRunId id) => uploads.Remove(id);

    // For a school year that has not begun, what counts is who is enrolled when it begins.
    private Csvopdracht ToOpdracht(ImportRun run, School school, Wachtend wachtend)
    {
        var vandaag = clock.Today();
        var begin = new DateOnly(run.Schooljaar.Begin, 8, 1);
        return new Csvopdracht(
            school,
            run.Schooljaar,
            vandaag < begin ? begin : vandaag,
            wachtend.Indeling?.Preset ?? wachtend.Keuze.Preset,
            wachtend.Indeling,
            wachtend.Keuze.Vestiging,
            wachtend.Keuze.IsDocenten)
        {
            Tekenset = wachtend.Keuze.Tekenset,
        };
    }
}
