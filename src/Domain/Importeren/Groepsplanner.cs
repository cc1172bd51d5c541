using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>Plans the groepen of one school year: new, changed or back, and those that are no longer delivered.</summary>
internal static class Groepsplanner
{
    /// <summary>The groepen that change, in an order that does not depend on the order of delivery.</summary>
    /// <param name="current">The groepen that Numo has, by the keys of now.</param>
    /// <param name="incoming">What was delivered.</param>
    /// <param name="wissel">The groepen that get another key.</param>
    /// <param name="waarschuwingen">Gets what the run as a whole has to say.</param>
    public static IReadOnlyList<Groepsregel> Plan(
        IReadOnlyList<Groep> current, Aanlevering incoming, Sleutelwissel wissel, List<Melding> waarschuwingen)
    {
        var known = current.ToDictionary(g => g.Gegevens.Sleutel);
        var delivered = new HashSet<Groepsleutel>();
        var regels = new List<Groepsregel>();
        foreach (var groep in Order(incoming.Groepen))
        {
            if (!delivered.Add(groep.Sleutel))
            {
                waarschuwingen.Add(Meldingen.GroepDubbel(groep.Sleutel.Key));
            }
            else if (!known.TryGetValue(groep.Sleutel, out var account))
            {
                regels.Add(new Groepsregel(RegelSoort.Nieuw, null, groep));
            }
            else if (account.Gegevens != groep || account.Status != Accountstatus.Actief || wissel.Has(account.Id))
            {
                regels.Add(new Groepsregel(RegelSoort.Bijwerken, account.Id, groep)
                {
                    KrijgtAndereSleutel = wissel.Has(account.Id),
                });
            }
        }

        if (wissel.Melding is { } melding)
        {
            waarschuwingen.Add(melding);
        }

        var gone = current
            .Where(g => g.Status == Accountstatus.Actief && !delivered.Contains(g.Gegevens.Sleutel)
                && incoming.Bereik.Groepen.Contains(g.Gegevens.Sleutel.Vestiging)
                && !incoming.NietGeleverdeGroepen.Contains(g.Gegevens.Sleutel))
            .OrderBy(g => g.Gegevens.Sleutel)
            .Select(g => new Groepsregel(RegelSoort.Archiveren, g.Id, g.Gegevens));
        return [.. regels, .. gone];
    }

    /// <summary>In an order that does not depend on the order of delivery; of two with a key the first counts.</summary>
    public static IEnumerable<GroepGegevens> Order(IEnumerable<GroepGegevens> groepen) => groepen
        .OrderBy(g => g.Sleutel)
        .ThenBy(g => g.Soort)
        .ThenBy(g => g.Naam, StringComparer.Ordinal)
        .ThenBy(g => g.Leerjaar);
}
