using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerplannen;

internal sealed class GetEffectiveLeerplanHandler(EffectieveLeerplannen leerplannen)
    : IRequestHandler<GetEffectiveLeerplan, Result<EffectieveLeerplannenView>>
{
    public async Task<Result<EffectieveLeerplannenView>> Handle(
        GetEffectiveLeerplan request, CancellationToken cancellationToken)
    {
        var view = await leerplannen.LoadAsync(
            request.SchoolId, request.Schooljaar, [request.LeerlingId], cancellationToken);
        return view.Leerlingen.Count == 0 ? new LeerlingOnbekend(request.LeerlingId) : view;
    }
}

internal sealed class BatchGetEffectiveLeerplannenHandler(EffectieveLeerplannen leerplannen)
    : IRequestHandler<BatchGetEffectiveLeerplannen, Result<EffectieveLeerplannenView>>
{
    public async Task<Result<EffectieveLeerplannenView>> Handle(
        BatchGetEffectiveLeerplannen request, CancellationToken cancellationToken) =>
        await leerplannen.LoadAsync(request.SchoolId, request.Schooljaar, request.LeerlingIds, cancellationToken);
}

/// <summary>
/// Computes what pupils practise. Pupils of whom all levels say the same share one leerplan, which is computed once.
/// </summary>
internal sealed class EffectieveLeerplannen(
    DbSession session, LeerplanLezer lezer, IVaardighedenStore vaardigheden, TimeProvider clock)
{
    public async Task<EffectieveLeerplannenView> LoadAsync(
        SchoolId schoolId, Schooljaar? schooljaar, IReadOnlyList<AccountId> ids, CancellationToken ct)
    {
        var jaar = schooljaar ?? clock.CurrentSchooljaar();
        var catalogus = await vaardigheden.GetAsync(ct);
        var leerlingen = await session.ReadAtOnceAsync(
            () => lezer.LoadLeerlingenAsync(schoolId, jaar, ids, ct), ct);
        var byId = leerlingen.ToDictionary(leerling => leerling.Id);
        var profielen = new Profielen(catalogus);
        var views = ids.Distinct().Where(byId.ContainsKey).Select(id => profielen.Show(byId[id])).ToArray();
        return new EffectieveLeerplannenView(
            jaar.ToString(),
            profielen.All,
            views,
            [.. ids.Distinct().Where(id => !byId.ContainsKey(id)).Select(id => id.Value)]);
    }

    private sealed class Profielen(Leerplancatalogus catalogus)
    {
        private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
        private readonly List<EffectiefLeerplan> _all = [];

        public IReadOnlyList<EffectiefLeerplan> All => _all;

        public LeerlingleerplanView Show(Leerlinglagen leerling)
        {
            var profiel = IndexOf(catalogus.LagenOf(leerling));
            var heeftVaardigheden = _all[profiel].Vaardigheden.Any(v => v.Actief);
            return new LeerlingleerplanView(
                leerling.Id.Value,
                leerling.Doelgroep?.Opleiding.Code,
                leerling.Doelgroep?.Opleiding.Naam,
                leerling.Doelgroep?.Leerjaar,
                profiel,
                Startbelemmering.Of(
                    leerling.Status, leerling.KomtLater, leerling.Doelgroep is not null, heeftVaardigheden));
        }

        private int IndexOf(IReadOnlyList<Laag> lagen)
        {
            var key = Leerlinglagen.KeyOf(lagen);
            if (!_indexes.TryGetValue(key, out var index))
            {
                _indexes.Add(key, index = _all.Count);
                _all.Add(catalogus.Resolve(lagen));
            }

            return index;
        }
    }
}
