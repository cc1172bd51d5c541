using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>What the accounts of one kind do each in their own way.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <typeparam name="TView">Such a person as it is shown.</typeparam>
internal abstract class MergeSide<T, TView>
    where T : Persoonsgegevens<T>
{
    public abstract Persoonssoort Soort { get; }

    public abstract Task<Persoon<T>?> FindAsync(SchoolId schoolId, AccountId id, CancellationToken ct);

    /// <summary>Whether the school has an account of the other kind with this id.</summary>
    public abstract Task<bool> IsOtherAsync(SchoolId schoolId, AccountId id, CancellationToken ct);

    public abstract Task<Result<Done>> SaveAsync(SchoolId schoolId, Samenvoegopdracht<T> opdracht, CancellationToken ct);

    public abstract Task<TView> ShowAsync(SchoolId schoolId, AccountId id, CancellationToken ct);

    /// <summary>The account, or why there is none.</summary>
    public async Task<Result<Persoon<T>>> GetAsync(
        SchoolId schoolId, AccountId id, string field, CancellationToken ct) =>
        await FindAsync(schoolId, id, ct) is { } found ? found
        : await IsOtherAsync(schoolId, id, ct) ? new AndereSoort(id, Soort == Persoonssoort.Leerling) { Field = field }
        : new AccountOnbekend(id) { Field = field };
}

internal sealed class LeerlingMergeSide(IPersonenStore personen, ISamenvoegingStore store)
    : MergeSide<LeerlingGegevens, LeerlingView>
{
    public override Persoonssoort Soort => Persoonssoort.Leerling;

    public override Task<Persoon<LeerlingGegevens>?> FindAsync(SchoolId schoolId, AccountId id, CancellationToken ct) =>
        personen.FindLeerlingAsync(schoolId, id, ct);

    public override async Task<bool> IsOtherAsync(SchoolId schoolId, AccountId id, CancellationToken ct) =>
        await personen.FindDocentAsync(schoolId, id, ct) is not null;

    public override Task<Result<Done>> SaveAsync(
        SchoolId schoolId, Samenvoegopdracht<LeerlingGegevens> opdracht, CancellationToken ct) =>
        store.MergeAsync(schoolId, opdracht, ct);

    public override Task<LeerlingView> ShowAsync(SchoolId schoolId, AccountId id, CancellationToken ct) =>
        personen.ShowLeerlingAsync(schoolId, id, ct);
}

internal sealed class DocentMergeSide(IPersonenStore personen, ISamenvoegingStore store)
    : MergeSide<DocentGegevens, DocentView>
{
    public override Persoonssoort Soort => Persoonssoort.Docent;

    public override Task<Persoon<DocentGegevens>?> FindAsync(SchoolId schoolId, AccountId id, CancellationToken ct) =>
        personen.FindDocentAsync(schoolId, id, ct);

    public override async Task<bool> IsOtherAsync(SchoolId schoolId, AccountId id, CancellationToken ct) =>
        await personen.FindLeerlingAsync(schoolId, id, ct) is not null;

    public override Task<Result<Done>> SaveAsync(
        SchoolId schoolId, Samenvoegopdracht<DocentGegevens> opdracht, CancellationToken ct) =>
        store.MergeAsync(schoolId, opdracht, ct);

    public override Task<DocentView> ShowAsync(SchoolId schoolId, AccountId id, CancellationToken ct) =>
        personen.ShowDocentAsync(schoolId, id, ct);
}
