using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>
/// Does the ronde of a school that is due, if one is: probes the koppeling, fetches, compares, applies what the school
/// lets be applied without a person and leaves the rest to one. Sent by the scheduler. No command: it takes as long as
/// the school administration takes, so nothing is locked meanwhile.
/// </summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Import)]
public sealed record SyncSchool(SchoolId SchoolId) : IRequest<Result<Syncvervolg>>, ISchoolRequest;

/// <summary>When the scheduler is to send the school again.</summary>
/// <param name="Volgende">The moment.</param>
/// <param name="Uitkomst">What the ronde came to; null when none was due, or somebody else is at it.</param>
public sealed record Syncvervolg(DateTimeOffset Volgende, Rondeuitkomst? Uitkomst);

internal sealed partial class SyncSchoolHandler(
    Agenda agenda,
    ILeases leases,
    Rondeloop loop,
    Nachtkoppeling koppelingen,
    Syncinstellingen instellingen,
    TimeProvider clock,
    ILogger<SyncSchoolHandler> logger)
    : IRequestHandler<SyncSchool, Result<Syncvervolg>>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task<Result<Syncvervolg>> Handle(SyncSchool request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await agenda.FindDueAsync(request.SchoolId, now, cancellationToken) is not { } ronde)
        {
            return new Syncvervolg(instellingen.Venster.VolgendeVan(request.SchoolId, now), Uitkomst: null);
        }

        if (ronde.NietVoor > now)
        {
            return new Syncvervolg(ronde.NietVoor.Value, Uitkomst: null);
        }

        var las = await koppelingen.FindLasAsync(request.SchoolId, cancellationToken);
        if (await TakeAsync(request.SchoolId, las, cancellationToken) is not { } held)
        {
            // Not all at once again.
            return new Syncvervolg(now + (Pause * (1 + Random.Shared.NextDouble())), Uitkomst: null);
        }

        await using var keeper = LeaseKeeper.Start(leases, held, instellingen.Lease, clock, cancellationToken);
        var ended = await RunAsync(ronde, held[0].Fencing, keeper, cancellationToken);
        return ended switch
        {
            { Error: RondeOvergenomen error } => TakenOver(error, now),
            { IsOk: false } => ended.Error,
            { Value: { Beeindigd: null, NietVoor: var again } } => new Syncvervolg(again ?? now + Pause, Uitkomst: null),
            { Value: var done } => Ended(done, now),
        };
    }

    private Syncvervolg Ended(Ronde done, DateTimeOffset began)
    {
        var now = clock.GetUtcNow();
        LogEnded(done.SchoolId, done.GevraagdDoor, done.Uitkomst, (now - began).TotalMilliseconds);
        return new Syncvervolg(instellingen.Venster.VolgendeVan(done.SchoolId, now), done.Uitkomst);
    }

    private async Task<Result<Ronde>> RunAsync(Ronde ronde, int fencing, LeaseKeeper keeper, CancellationToken ct)
    {
        try
        {
            return await loop.RunAsync(ronde, fencing, keeper.Token);
        }
        catch (OperationCanceledException) when (keeper.Token.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            // The lease was lost on the way: the ronde stays open, for whoever has it now or takes it next.
            return new RondeOvergenomen(ronde.SchoolId);
        }
    }

    private Syncvervolg TakenOver(RondeOvergenomen error, DateTimeOffset now)
    {
        LogTakenOver(error.SchoolId);
        return new Syncvervolg(now + Pause, Uitkomst: null);
    }

    /// <summary>The school itself, and one of the places of its LAS; null when another process has them.</summary>
    private async Task<IReadOnlyList<Lease>?> TakeAsync(SchoolId school, Las? las, CancellationToken ct)
    {
        if (await TakeAsync(Lease.OfSchool(school), ct) is not { } own)
        {
            return null;
        }

        if (las is null)
        {
            return [own];
        }

        Lease? place = null;
        try
        {
            place = await TakePlaceAsync(las.Value, ct);
            return place is null ? null : [own, place];
        }
        finally
        {
            if (place is null)
            {
                await leases.ReleaseAsync(own, CancellationToken.None);
            }
        }
    }

    private async Task<Lease?> TakePlaceAsync(Las las, CancellationToken ct)
    {
        var first = Random.Shared.Next(instellingen.MaxPerLas);
        Lease? place = null;
        for (var i = 0; place is null && i < instellingen.MaxPerLas; i++)
        {
            place = await TakeAsync(Lease.OfLas(las, (first + i) % instellingen.MaxPerLas), ct);
        }

        Telemetry.PlaceAsked(las.ToString(), place is not null);
        return place;
    }

    private Task<Lease?> TakeAsync(string naam, CancellationToken ct) =>
        leases.TakeAsync(naam, instellingen.Houder, instellingen.Lease, ct);

    [LoggerMessage(LogLevel.Information, "Sync of school {SchoolId} for {Caller} ended as {Outcome}; {Milliseconds:0} ms")]
    private partial void LogEnded(SchoolLabel schoolId, string caller, Rondeuitkomst outcome, double milliseconds);

    [LoggerMessage(
        LogLevel.Warning,
        "The sync of school {SchoolId} is no longer this process's to do: another has it, or it went on")]
    private partial void LogTakenOver(SchoolLabel schoolId);
}

/// <summary>Tells which ronde of a school is due.</summary>
internal sealed class Agenda(IRondeRepository rondes, ISyncbeleidRepository beleid, Syncinstellingen instellingen)
{
    /// <summary>One that was begun or asked for; or else that of the night, once it is the school's turn.</summary>
    public async Task<Ronde?> FindDueAsync(SchoolId school, DateTimeOffset now, CancellationToken ct)
    {
        if (await rondes.FindOpenAsync(school, ct) is { } open)
        {
            return open;
        }

        var nacht = instellingen.Venster.NachtOp(now);
        var ronde = Ronde.VanNacht(
            school, nacht, instellingen.Venster.MomentVan(school, nacht), Syncinstellingen.Subject);
        return ronde.Gevraagd <= now
            && now <= instellingen.EindeVan(ronde)
            && (await beleid.GetAsync(school, ct)).Pauze is null
            && !await rondes.ExistsAsync(school, nacht, ct)
                ? ronde
                : null;
    }
}
