using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Starts a run that fetches and compares; answers at once.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the current one in the Netherlands.</param>
/// <param name="RequestId">The caller's id of this request.</param>
[RequiresScope(Scopes.Import)]
public sealed record PreviewImport(SchoolId SchoolId, Schooljaar? Schooljaar, Guid? RequestId)
    : ICommand<ImportRunView>, ISchoolRequest;

internal sealed class PreviewImportHandler(PreviewGuard guard, IImportQueue queue, IUnitOfWork work)
    : IRequestHandler<PreviewImport, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(PreviewImport request, CancellationToken cancellationToken)
    {
        if (!queue.IsOpen)
        {
            return new ProcesStopt();
        }

        var started = await guard.StartAsync(request.SchoolId, request.Schooljaar, cancellationToken);
        if (started.IsOk)
        {
            work.OnCommitted(() => queue.Enqueue(request.SchoolId, started.Value.Id));
        }

        return started.Map(ImportRunView.Of);
    }
}

/// <summary>Decides whether a school may be fetched now, and clears away a run whose process died.</summary>
internal sealed class PreviewGuard(
    IOpenSchools scholen,
    IKoppelingToegang koppelingen,
    Beleidwacht beleid,
    IImportRunRepository runs,
    LevendeRuns levend,
    ICallerAccessor caller,
    TimeProvider clock)
{
    /// <summary>Starts a run, of the current school year unless another is named. It has yet to be fetched.</summary>
    public async Task<Result<ImportRun>> StartAsync(SchoolId schoolId, Schooljaar? schooljaar, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var jaar = CheckSchooljaar(schooljaar);
        var allowed = jaar.IsOk ? await CheckAsync(schoolId, now, ct) : jaar.Error;
        if (!allowed.IsOk)
        {
            return allowed.Error;
        }

        var run = ImportRun.Start(
            ImportRunId.New(clock), schoolId, jaar.Value, caller.Current.Subject, now);
        return (await runs.AddAsync(run, ct)).Map(_ => run);
    }

    /// <summary>
    /// The school year to import, the current one unless another is named; at most the next one, since no source has more.
    /// </summary>
    public Result<Schooljaar> CheckSchooljaar(Schooljaar? schooljaar)
    {
        var huidig = clock.CurrentSchooljaar();
        return schooljaar is { } jaar && jaar.Begin > huidig.Begin + 1
            ? new SchooljaarTeVer(jaar, huidig) { Field = "schooljaar" }
            : schooljaar ?? huidig;
    }

    private async Task<Result<Done>> CheckAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct)
    {
        var school = await scholen.GetAsync(schoolId, ct);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var modus = await beleid.CheckAsync(schoolId, ct);
        if (!modus.IsOk)
        {
            return modus.Error;
        }

        var toegang = await koppelingen.GetAsync(schoolId, ct);
        return toegang.IsOk ? await CheckIdleAsync(schoolId, now, ct) : toegang.Error;
    }

    /// <summary>The same for a file, which needs no koppeling; the school when it may.</summary>
    public async Task<Result<School>> CheckFileAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct)
    {
        var school = await scholen.GetAsync(schoolId, ct);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var modus = await beleid.CheckAsync(schoolId, ct);
        var idle = modus.IsOk ? await CheckIdleAsync(schoolId, now, ct) : modus.Error;
        return idle.IsOk ? school : idle.Error;
    }

    private async Task<Result<Done>> CheckIdleAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var run in await runs.ListOpenAsync(schoolId, ct))
        {
            var isSilent = run.IsVerlopen(now) && !levend.Contains(run.Id);
            if (run.IsBezig && !isSilent)
            {
                return new ImportBezig(run.Id);
            }

            if (isSilent)
            {
                await runs.UpdateAsync(run.Fail(Importfout.Onderbroken, Actiehouder.School, now).Value, ct);
            }
        }

        return new Done();
    }
}
