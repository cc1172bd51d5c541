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
    public Task<Result<LeerlingView>> DoAsync(
        SchoolId schoolId,
        AccountId id,
        string field,
        string? etag,
        Func<Account<LeerlingGegevens>, Result<Account<LeerlingGegevens>>> change,
        CancellationToken ct) => DoAsync(
        schoolId,
        () => personen.FindLeerlingAsync(schoolId, id, ct),
        (school, leerling) => Change(leerling, new LeerlingOnbekend(id), field, etag, change)
            .Then(changed => CheckVestiging(school, leerling!, changed, "leerling.vestiging")),
        changed => personen.SaveAsync(schoolId, changed, ct),
        () => personen.ShowLeerlingAsync(schoolId, id, ct),
        ct);

    /// <summary>Changes a docent.</summary>
    public Task<Result<DocentView>> DoAsync(
        SchoolId schoolId,
        AccountId id,
        string field,
        string? etag,
        Func<Account<DocentGegevens>, Result<Account<DocentGegevens>>> change,
        CancellationToken ct) => DoAsync(
        schoolId,
        () => personen.FindDocentAsync(schoolId, id, ct),
        (school, docent) => Change(docent, new DocentOnbekend(id), field, etag, change)
            .Then(changed => CheckVestiging(school, docent!, changed, "docent.vestiging")),
        changed => personen.SaveAsync(schoolId, changed, ct),
        () => personen.ShowDocentAsync(schoolId, id, ct),
        ct);

    private async Task<Result<TView>> DoAsync<T, TView>(
        SchoolId schoolId,
        Func<Task<Persoon<T>?>> find,
        Func<School, Persoon<T>?, Result<Persoon<T>>> change,
        Func<Persoon<T>, Task<Result<Done>>> save,
        Func<Task<TView>> show,
        CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        var school = await scholen.GetAsync(schoolId, ct);
        var before = school.IsOk ? await find() : null;
        var after = school.Then(open => change(open, before));
        if (after is { IsOk: true, Value: var changed } && changed.Account != before!.Account)
        {
            after = (await save(changed)).Map(_ => changed);
            touched.Aantal = 1;
        }

        return after.IsOk ? await show() : after.Error;
    }

    // A vestiging that the school gave up does not stand in the way of another change.
    private static Result<Persoon<T>> CheckVestiging<T>(
        School school, Persoon<T> before, Persoon<T> after, string field)
        where T : Persoonsgegevens<T> => before.Account.Gegevens.Vestiging == after.Account.Gegevens.Vestiging
        ? after
        : school.CheckVestiging(after.Account.Gegevens.Vestiging, field).Map(_ => after);

    private static Result<Persoon<T>> Change<T>(
        Persoon<T>? persoon,
        Error unknown,
        string field,
        string? etag,
        Func<Account<T>, Result<Account<T>>> change)
        where T : Persoonsgegevens<T> =>
        persoon is null ? unknown
        : etag is not null && !string.Equals(etag, Etags.Of(persoon.Versie), StringComparison.Ordinal)
            ? new VersieGewijzigd(etag)
        : persoon.Account.SamengevoegdMet is { } blijft ? new AccountSamengevoegd(persoon.Account.Id, blijft) { Field = field }
        : change(persoon.Account).Map(account => persoon with { Account = account });
}
