using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>Copies leerplannen from one school year to another.</summary>
internal sealed class Leerplanovername(
    DbSession session,
    Tegenhangers tegenhangers,
    LeerplanLezer lezer,
    IVaardighedenStore vaardigheden,
    TimeProvider clock)
{
    public async Task<IReadOnlyList<Overname>> CarryOverAsync(
        SchoolId schoolId,
        Schooljaar van,
        Schooljaar naar,
        IReadOnlyCollection<Leerplansoort> soorten,
        CancellationToken ct)
    {
        var alle = await tegenhangers.FindAsync(schoolId, van, naar, ct);
        Tegenhanger[] gevraagd = [.. alle.Where(t => soorten.Contains(t.Soort))];
        foreach (var deel in gevraagd.Where(t => t.Uitkomst == Overnameuitkomst.GaatMee).Chunk(LeerplanLezer.MostPupils))
        {
            await CopyAsync(schoolId, naar, deel, ct);
        }

        return [.. soorten.Order().Select(soort => Count(soort, gevraagd.Where(t => t.Soort == soort)))];
    }

    private async Task CopyAsync(SchoolId schoolId, Schooljaar naar, IReadOnlyList<Tegenhanger> rijen, CancellationToken ct)
    {
        var catalogus = (await vaardigheden.GetAsync(ct)).Vaardigheden;
        var byId = (await lezer.LoadAsync(schoolId, rijen.Select(r => r.Id), ct)).ToDictionary(l => l.Id);
        var now = clock.GetUtcNow();
        (Guid Id, Leerplan Leerplan)[] nieuw =
        [
            .. rijen.Select(rij => (Guid.CreateVersion7(now), Move(byId[rij.Id].Leerplan, rij.GroepId))),
        ];
        await LeerplanTabellen.InsertAsync(session, schoolId, nieuw, session.Dialect.ToMoment(now), ct);

        Leerplan Move(Leerplan leerplan, Guid? groepId) => leerplan with
        {
            Schooljaar = naar,
            Bereik = groepId is { } groep ? Leerplanbereik.Of(new GroepId(groep)) : leerplan.Bereik,
            Keuzes = leerplan.Keuzes.RemoveRange(leerplan.Keuzes.Keys.Where(IsVervallen)),
            Versie = 1,
        };

        bool IsVervallen(string code) => catalogus.Find(code) is not { Vervallen: false };
    }

    private static Overname Count(Leerplansoort soort, IEnumerable<Tegenhanger> leerplannen)
    {
        var aantallen = leerplannen.CountBy(t => t.Uitkomst).ToDictionary();
        return new Overname(
            soort,
            aantallen.GetValueOrDefault(Overnameuitkomst.GaatMee),
            aantallen.GetValueOrDefault(Overnameuitkomst.AlAanwezig),
            aantallen.GetValueOrDefault(Overnameuitkomst.GeenTegenhanger));
    }
}
