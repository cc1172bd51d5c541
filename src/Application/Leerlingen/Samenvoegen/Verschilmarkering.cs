using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>Marks two accounts of one kind as two persons.</summary>
internal sealed class Verschilmarkering(
    IVerschilStore verschillen, Touched touched, ICallerAccessor caller, TimeProvider clock)
{
    public async Task<Result<VerschilView>> MarkAsync<T, TView>(
        MarkVerschillend request, MergeSide<T, TView> side, CancellationToken ct)
        where T : Persoonsgegevens<T>
    {
        var ene = await side.GetAsync(request.SchoolId, request.EneId, "ene_id", ct);
        var andere = ene.IsOk ? await side.GetAsync(request.SchoolId, request.AndereId, "andere_id", ct) : ene;
        var refused = andere.IsOk ? Check(ene.Value.Account, andere.Value.Account) : andere.Error;
        if (refused is not null)
        {
            return refused;
        }

        if (await verschillen.FindAsync(request.SchoolId, request.EneId, request.AndereId, ct) is { } known)
        {
            return VerschilView.Of(known);
        }

        var (laag, hoog) = Accountverschil.Order(request.EneId, request.AndereId);
        var now = clock.GetUtcNow();
        var verschil = new Accountverschil(
            Guid.CreateVersion7(now), side.Soort, laag, hoog, request.Reden, caller.Current.Subject, now);
        await verschillen.AddAsync(request.SchoolId, verschil, ct);
        touched.Aantal = 2;
        return VerschilView.Of(verschil);
    }

    private static Error? Check<T>(Account<T> ene, Account<T> andere)
        where T : Persoonsgegevens<T> =>
        ene.Id == andere.Id ? new VerschilMetZichzelf(ene.Id) { Field = "andere_id" }
        : ene.SamengevoegdMet is { } een ? new AccountSamengevoegd(ene.Id, een) { Field = "ene_id" }
        : andere.SamengevoegdMet is { } ander ? new AccountSamengevoegd(andere.Id, ander) { Field = "andere_id" }
        : null;
}
