using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Starts a run that reads a file and compares; answers at once.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the current one in the Netherlands.</param>
/// <param name="Bestand">The file.</param>
/// <param name="Keuze">How it is to be read.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record UploadImport(
    SchoolId SchoolId, Schooljaar? Schooljaar, Csvbestand Bestand, Csvkeuze Keuze, Guid? RequestId)
    : ICommand<ImportRunView>, ISchoolRequest;

/// <summary>A file that was uploaded.</summary>
/// <param name="Naam">Its name; empty when none was given.</param>
/// <param name="Inhoud">Its bytes; never stored with the request.</param>
public sealed record Csvbestand(string Naam, [property: JsonIgnore] byte[] Inhoud)
{
    /// <summary>SHA-256 over the bytes: a repeated request is the same only with the same file.</summary>
    public string Vingerafdruk { get; } = Convert.ToHexStringLower(SHA256.HashData(Inhoud));

    /// <summary>Of a workbook: the sheet's name, or its number from 1; null for the first that people see.</summary>
    public string? Blad { get; init; }
}

/// <summary>How a file is to be read.</summary>
/// <param name="Preset">The export that it is.</param>
/// <param name="Indeling">The name of the school's own layout of columns; null for none.</param>
/// <param name="Vestiging">The vestiging of rows that name none.</param>
/// <param name="IsDocenten">Whether rows without a role are docenten.</param>
public sealed record Csvkeuze(Csvpreset Preset, string? Indeling, Vestigingsnummer? Vestiging, bool IsDocenten)
{
    /// <summary>The characters in which it is written.</summary>
    public Csvtekenset Tekenset { get; init; }
}

internal sealed class UploadImportHandler(
    PreviewGuard guard,
    IKolomindelingRepository indelingen,
    IImportRunRepository runs,
    Uploadstart start,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<UploadImport, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(UploadImport request, CancellationToken cancellationToken)
    {
        if (!start.IsOpen)
        {
            return new ProcesStopt();
        }

        var (now, keuze) = (clock.GetUtcNow(), request.Keuze);
        var allowed = await guard.CheckFileAsync(request.SchoolId, now, cancellationToken);
        var jaar = guard.CheckSchooljaar(request.Schooljaar);
        if (!jaar.IsOk)
        {
            return jaar.Error;
        }

        var vestiging = allowed.Then(school => CheckVestiging(school, keuze.Vestiging));
        if (!vestiging.IsOk)
        {
            return vestiging.Error;
        }

        var indeling = keuze.Indeling is { } naam
            ? await indelingen.FindAsync(request.SchoolId, naam, cancellationToken)
            : null;
        if (indeling is null && keuze.Indeling is { } onbekend)
        {
            return new KolomindelingOnbekend(onbekend) { Field = "kolomindeling" };
        }

        var run = ImportRun.StartUpload(
            ImportRunId.New(clock),
            request.SchoolId,
            jaar.Value,
            caller.Current.Subject,
            new Upload(request.Bestand.Naam, request.Bestand.Inhoud.Length, indeling?.Naam ?? keuze.Preset.ToString()),
            now);
        var added = await runs.AddAsync(run, cancellationToken);
        if (added.IsOk)
        {
            start.AfterCommit(run, new Wachtend(request.Bestand, keuze, indeling));
        }

        return added.Map(_ => ImportRunView.Of(run));
    }

    private static Result<Done> CheckVestiging(School school, Vestigingsnummer? vestiging) =>
        vestiging is { } wanted ? school.CheckVestiging(wanted, "vestiging") : new Done();
}

/// <summary>Hands a file over to who reads it, once its run is stored.</summary>
internal sealed class Uploadstart(Uploads uploads, IImportQueue queue, IUnitOfWork work)
{
    /// <summary>Whether files are still taken: not by a process that stops.</summary>
    public bool IsOpen => queue.IsOpen;

    public void AfterCommit(ImportRun run, Wachtend wachtend) => work.OnCommitted(() =>
    {
        uploads.Add(run.Id, wachtend);
        queue.Enqueue(run.SchoolId, run.Id);
    });
}
