using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
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

internal sealed class PreviewImportHandler(
    PreviewGuard guard,
    IImportRunRepository runs,
    IImportQueue queue,
    IUnitOfWork work,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<PreviewImport, Result<ImportRunView>>
{
    public async Task<Result<ImportRunView>> Handle(PreviewImport request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var allowed = await guard.CheckAsync(request.SchoolId, now, cancellationToken);
        if (!allowed.IsOk)
        {
            return allowed.Error;
        }

        var run = ImportRun.Start(
            ImportRunId.New(clock),
            request.SchoolId,
            request.Schooljaar ?? clock.CurrentSchooljaar(),
            caller.Current.Subject,
            now);
        var added = await runs.AddAsync(run, cancellationToken);
        if (added.IsOk)
        {
            work.OnCommitted(() => queue.Enqueue(run.SchoolId, run.Id));
        }

        return added.Map(_ => ImportRunView.Of(run));
    }
}

/// <summary>Decides whether a school may be fetched now, and clears away a run whose process died.</summary>
internal sealed class PreviewGuard(
    IOpenSchools scholen, IKoppelingToegang koppelingen, Beleidwacht beleid, IImportRunRepository runs)
{
    public async Task<Result<Done>> CheckAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct)
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
            if (run.IsBezig && !run.IsVerlopen(now))
            {
                return new ImportBezig(run.Id);
            }

            if (run.IsVerlopen(now))
            {
                await runs.UpdateAsync(run.Fail(Importfout.Onderbroken, Actiehouder.School, now).Value, ct);
            }
        }

        return new Done();
    }
}
