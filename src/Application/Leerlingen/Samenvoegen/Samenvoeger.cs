using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>Which two accounts to merge.</summary>
internal interface ISamenvoegverzoek
{
    SchoolId SchoolId { get; }

    AccountId BlijftId { get; }

    AccountId VervaltId { get; }

    string? BlijftEtag { get; }

    string? VervaltEtag { get; }

    bool OndanksVerschil { get; }
}

/// <summary>
/// Merges accounts and undoes that. The school's people are claimed before anything is looked at: of two who merge the same
/// accounts the second sees what the first did, and a plan of before is old.
/// </summary>
internal sealed class Samenvoeger(
    IOpenSchools scholen,
    ISchoolstandStore stand,
    ISamenvoegingStore store,
    IVerschilStore verschillen,
    IEnumerable<IAccountoverdracht> overdrachten,
    Touched touched,
    ICallerAccessor caller,
    TimeProvider clock)
{
    /// <summary>Merges.</summary>
    public async Task<Result<SamenvoegingView<TView>>> MergeAsync<T, TView>(
        ISamenvoegverzoek verzoek, MergeSide<T, TView> side, CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        var school = await scholen.GetAsync(verzoek.SchoolId, ct);
        if (!school.IsOk)
        {
            return school.Error;
        }

        await stand.ClaimAsync(verzoek.SchoolId, ct);
        var blijft = await side.GetAsync(verzoek.SchoolId, verzoek.BlijftId, "blijft_id", ct);
        var vervalt = blijft.IsOk ? await side.GetAsync(verzoek.SchoolId, verzoek.VervaltId, "vervalt_id", ct) : blijft;
        if (!vervalt.IsOk)
        {
            return vervalt.Error;
        }

        var merged = await DecideAsync(verzoek, blijft.Value, vervalt.Value, ct);
        return merged.IsOk ? await SaveAsync(verzoek, side, blijft.Value, vervalt.Value, merged.Value, ct) : merged.Error;
    }

    /// <summary>Undoes a merge.</summary>
    public async Task<Result<HersteldeSamenvoegingView<TView>>> UndoAsync<T, TView>(
        SchoolId schoolId, AccountId id, string field, MergeSide<T, TView> side, CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        var school = await scholen.GetAsync(schoolId, ct);
        if (!school.IsOk)
        {
            return school.Error;
        }

        await stand.ClaimAsync(schoolId, ct);
        var vervalt = await side.GetAsync(schoolId, id, field, ct);
        if (!vervalt.IsOk)
        {
            return vervalt.Error;
        }

        if (vervalt.Value.Account.SamengevoegdMet is not { } blijft)
        {
            return new NietSamengevoegd(id) { Field = field };
        }

        var undone = await UndoAsync(schoolId, side, vervalt.Value, blijft, ct);
        touched.Aantal = 2;
        return undone.IsOk
            ? new HersteldeSamenvoegingView<TView>(
                await side.ShowAsync(schoolId, blijft, ct), await side.ShowAsync(schoolId, id, ct))
            : undone.Error with { Field = field };
    }

    private async Task<Result<Accountsamenvoeging<T>>> DecideAsync<T>(
        ISamenvoegverzoek verzoek, Persoon<T> blijft, Persoon<T> vervalt, CancellationToken ct)
        where T : Persoonsgegevens<T> =>
        CheckEtag(blijft, verzoek.BlijftEtag, "blijft_etag") is { } een ? een
        : CheckEtag(vervalt, verzoek.VervaltEtag, "vervalt_etag") is { } ander ? ander
        : (await verschillen.LoadAsync(verzoek.SchoolId, ct)).Find(verzoek.BlijftId, verzoek.VervaltId) is { } paar
            ? new AlsVerschillendGemarkeerd(paar.Ene, paar.Andere) { Field = "vervalt_id" }
        : Accountsamenvoeging<T>.Merge(
            blijft.Account, vervalt.Account, verzoek.OndanksVerschil, caller.Current.Subject, clock.GetUtcNow());

    private static VersieGewijzigd? CheckEtag<T>(Persoon<T> persoon, string? etag, string field)
        where T : Persoonsgegevens<T> =>
        etag is null || string.Equals(etag, Etags.Of(persoon.Versie), StringComparison.Ordinal)
            ? null
            : new VersieGewijzigd(etag) { Field = field };

    private async Task<Result<SamenvoegingView<TView>>> SaveAsync<T, TView>(
        ISamenvoegverzoek verzoek,
        MergeSide<T, TView> side,
        Persoon<T> blijft,
        Persoon<T> vervalt,
        Accountsamenvoeging<T> merged,
        CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        var (school, blijftId, vervaltId) = (verzoek.SchoolId, verzoek.BlijftId, verzoek.VervaltId);
        var leden = await store.ListLedenAsync(school, side.Soort, [blijftId, vervaltId], ct);
        var groepen = Groepsovername.Of(blijft.Account, vervalt.Account, leden);
        var opdracht = new Samenvoegopdracht<T>(
            blijft with { Account = merged.Blijft },
            vervalt with { Account = merged.Vervalt },
            merged.Blijft.Vergrendeld & ~blijft.Account.Vergrendeld,
            groepen,
            caller.Current.Subject);
        var saved = await side.SaveAsync(school, opdracht, ct);
        if (!saved.IsOk)
        {
            return saved.Error with { Field = saved.Error.Field ?? "blijft_id" };
        }

        var moved = new List<Overdracht>();
        foreach (var overdracht in overdrachten)
        {
            if (await overdracht.MoveAsync(school, vervaltId, blijftId, ct) is not { } over)
            {
                return new VersieGewijzigd(Etags.Of(vervalt.Versie)) { Field = "vervalt_id" };
            }

            moved.Add(over);
        }

        touched.Aantal = 2;
        return new SamenvoegingView<TView>(
            await side.ShowAsync(school, blijftId, ct),
            await side.ShowAsync(school, vervaltId, ct),
            merged.Overgenomen,
            merged.Verschillend,
            [.. groepen.Erbij.Select(lid => lid.Naam)],
            [.. groepen.Eraf.Select(lid => lid.Naam)],
            moved);
    }

    private async Task<Result<Done>> UndoAsync<T, TView>(
        SchoolId schoolId, MergeSide<T, TView> side, Persoon<T> persoon, AccountId blijft, CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        var vervalt = persoon.Account.Id;
        foreach (var overdracht in overdrachten)
        {
            if (!await overdracht.IsUntouchedAsync(schoolId, vervalt, blijft, ct))
            {
                return new SamenvoegingAchterhaald(blijft);
            }
        }

        var undone = await store.UndoAsync(schoolId, side.Soort, vervalt, blijft, ct);
        foreach (var overdracht in undone.IsOk ? overdrachten : [])
        {
            if (!await overdracht.ReturnAsync(schoolId, vervalt, blijft, ct))
            {
                return new VersieGewijzigd(Etags.Of(persoon.Versie));
            }
        }

        return undone;
    }
}
