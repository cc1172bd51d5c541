using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

/// <summary>
/// Decides which groepen of a run stay as they are: told from who will be in them once its people are restored, before
/// anything is written.
/// </summary>
internal static class Groepsbezetting
{
    /// <summary>The groepen that stay, each with the reason.</summary>
    /// <param name="groepen">The groepen that the run made or changed.</param>
    /// <param name="leden">Who is in those that may go, and who was.</param>
    /// <param name="hersteld">The people who are restored.</param>
    /// <param name="inGebruik">The groepen that another module keeps something of.</param>
    public static IEnumerable<Gelaten> FindLeft(
        IReadOnlyList<GroepRow> groepen,
        IReadOnlyList<GroepslidRow> leden,
        IReadOnlyList<HerstelRow> hersteld,
        IReadOnlySet<GroepId> inGebruik)
    {
        var terug = hersteld.ToDictionary(row => row.Id);
        var nieuw = groepen.Where(g => g.Nieuw).Select(g => g.Id).ToHashSet();
        var bezet = leden.Where(lid => Keeps(lid, nieuw.Contains(lid.GroepId), terug)).Select(lid => lid.GroepId).ToHashSet();
        return groepen
            .Where(g => g.Nieuwer || bezet.Contains(g.Id) || (g.Nieuw && inGebruik.Contains(g.Id)))
            .Select(g => new Gelaten(
                Herstelsoort.Groep,
                g.Id.Value,
                g.Naam,
                g.Nieuwer ? Herstelbeletsel.Gewijzigd : Herstelbeletsel.InGebruik));
    }

    // A groep that the run made stays for anybody in it; one that it brought back, for somebody active.
    private static bool Keeps(GroepslidRow lid, bool isNieuw, Dictionary<AccountId, HerstelRow> terug)
    {
        var hersteld = terug.GetValueOrDefault(lid.PersoonId);
        if (lid.Voor)
        {
            return hersteld?.Status == Accountstatus.Actief;
        }

        return hersteld is not { GroepenGewijzigd: true }
            && (isNieuw || (hersteld?.Status ?? lid.Status) == Accountstatus.Actief);
    }
}
