using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Changes one person: reads, checks the version that the caller saw, changes and stores.</summary>
internal sealed class Persoonswijzigingen(IOpenSchools scholen, IPersonenStore personen, Touched touched)
{
    /// <summary>Changes a leerling.</summary>
    public async Task<Result<LeerlingView>> DoAsync(
        SchoolId schoolId,
        AccountId id,
        string? etag,
        Func<Account<LeerlingGegevens>, Result<Account<LeerlingGegevens>>> change,
        CancellationToken ct)
    {
        var school = await scholen.GetAsync(schoolId, ct);
        var leerling = school.IsOk ? await personen.FindLeerlingAsync(schoolId, id, ct) : null;
        var after = school.Then(_ => Change(leerling, new LeerlingOnbekend(id), etag, change));
        if (after is { IsOk: true, Value: var changed } && changed.Account != leerling!.Account)
        {
            after = (await personen.SaveAsync(schoolId, changed, ct)).Map(_ => changed);
            touched.Aantal = 1;
        }

        return after.IsOk ? await personen.ShowLeerlingAsync(schoolId, id, ct) : after.Error;
    }

    /// <summary>Changes a docent.</summary>
    public async Task<Result<DocentView>> DoAsync(
        SchoolId schoolId,
        AccountId id,
        string? etag,
        Func<Account<DocentGegevens>, Result<Account<DocentGegevens>>> change,
        CancellationToken ct)
    {
        var school = await scholen.GetAsync(schoolId, ct);
        var docent = school.IsOk ? await personen.FindDocentAsync(schoolId, id, ct) : null;
        var after = school.Then(_ => Change(docent, new DocentOnbekend(id), etag, change));
        if (after is { IsOk: true, Value: var changed } && changed.Account != docent!.Account)
        {
            after = (await personen.SaveAsync(schoolId, changed, ct)).Map(_ => changed);
            touched.Aantal = 1;
        }

        return after.IsOk ? await personen.ShowDocentAsync(schoolId, id, ct) : after.Error;
    }

    private static Result<Persoon<T>> Change<T>(
        Persoon<T>? persoon, Error unknown, string? etag, Func<Account<T>, Result<Account<T>>> change)
        where T : Persoonsgegevens<T> =>
        persoon is null ? unknown
        : etag is not null && !string.Equals(etag, Etags.Of(persoon.Versie), StringComparison.Ordinal)
            ? new VersieGewijzigd(etag)
        : change(persoon.Account).Map(account => persoon with { Account = account });
}
