using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>Plans the groepen of one school year: new, changed or back, and those that are no longer delivered.</summary>
internal static class Groepsplanner
{
    /// <summary>The groepen that change, in an order that does not depend on the order of delivery.</summary>
    public static IReadOnlyList<Groepsregel> Plan(
        IReadOnlyList<Groep> current, Aanlevering incoming, List<Melding> waarschuwingen)
    {
        var known = current.ToDictionary(g => g.Gegevens.Sleutel);
        var delivered = new HashSet<Groepsleutel>();
        var regels = new List<Groepsregel>();
        var ordered = incoming.Groepen
            .OrderBy(g => g.Sleutel)
            .ThenBy(g => g.Soort)
            .ThenBy(g => g.Naam, StringComparer.Ordinal)
            .ThenBy(g => g.Leerjaar);
        foreach (var groep in ordered)
        {
            if (!delivered.Add(groep.Sleutel))
            {
                waarschuwingen.Add(Meldingen.GroepDubbel(groep.Sleutel.Key));
            }
            else if (!known.TryGetValue(groep.Sleutel, out var account))
            {
                regels.Add(new Groepsregel(RegelSoort.Nieuw, null, groep));
            }
            else if (account.Gegevens != groep || account.Status != Accountstatus.Actief)
            {
                regels.Add(new Groepsregel(RegelSoort.Bijwerken, account.Id, groep));
            }
        }

        var gone = current
            .Where(g => g.Status == Accountstatus.Actief && !delivered.Contains(g.Gegevens.Sleutel)
                && incoming.Bereik.Groepen.Contains(g.Gegevens.Sleutel.Vestiging)
                && !incoming.NietGeleverdeGroepen.Contains(g.Gegevens.Sleutel))
            .OrderBy(g => g.Gegevens.Sleutel)
            .Select(g => new Groepsregel(RegelSoort.Archiveren, g.Id, g.Gegevens));
        return [.. regels, .. gone];
    }
}
