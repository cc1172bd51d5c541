using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// Compares what Numo has with what the sources delivered. A pure function: the same input gives the same plan,
/// whatever the order in which persons were delivered.
/// </summary>
public static class ImportPlanner
{
    /// <summary>Makes the plan.</summary>
    /// <param name="current">All that Numo has of the school.</param>
    /// <param name="incoming">All that was delivered.</param>
    /// <param name="policy">When to brake.</param>
    /// <param name="beslissingen">What was decided of earlier conflicts.</param>
    public static ImportPlan Plan(
        Schoolstand current, Aanlevering incoming, ImportBeleid policy, IReadOnlyList<Beslissing> beslissingen)
    {
        var waarschuwingen = new List<Melding>(incoming.Waarschuwingen);
        var groepen = PlanGroepen(current.Groepen, incoming, waarschuwingen);
        var leerlingen = Persoonsplanner.Plan(
            current.Leerlingen, incoming.Leerlingen, incoming.Bereik.Leerlingen, About(Persoonssoort.Leerling));
        var docenten = Emailwacht.Hold(
            Persoonsplanner.Plan(
                current.Docenten, incoming.Docenten, incoming.Bereik.Docenten, About(Persoonssoort.Docent)),
            current.Docenten);
        Warn(leerlingen, waarschuwingen);
        Warn(docenten, waarschuwingen);
        Melding[] remmen =
        [
            .. incoming.Remmen,
            .. Brake("leerlingen", current.Leerlingen, leerlingen, policy),
            .. Brake("docenten", current.Docenten, docenten, policy),
        ];
        var hash = Planhash.Compute(incoming.Schooljaar, current.Versie, groepen, leerlingen, docenten);
        return new ImportPlan(
            incoming.Schooljaar, current.Versie, groepen, leerlingen, docenten, waarschuwingen, remmen, hash);

        IEnumerable<Beslissing> About(Persoonssoort persoon) => beslissingen.Where(b => b.Persoon == persoon);
    }

    private static Groepsregel[] PlanGroepen(
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
                && incoming.Bereik.Groepen.Contains(g.Gegevens.Sleutel.Vestiging))
            .OrderBy(g => g.Gegevens.Sleutel)
            .Select(g => new Groepsregel(RegelSoort.Archiveren, g.Id, g.Gegevens));
        return [.. regels, .. gone];
    }

    private static void Warn<T>(IReadOnlyList<Planregel<T>> regels, List<Melding> waarschuwingen)
        where T : Persoonsgegevens<T>
    {
        var afgekeurd = regels.Count(r => r.Soort == RegelSoort.Afgekeurd);
        if (afgekeurd > 0 && regels.Any(r => r.Soort == RegelSoort.Archiveren))
        {
            waarschuwingen.Add(Meldingen.ArchiveringBijAfkeuring(afgekeurd));
        }
    }

    /// <summary>Brakes for the school as a whole, and for each vestiging of a school that has several.</summary>
    private static IEnumerable<Melding> Brake<T>(
        string wie, IReadOnlyList<Account<T>> current, IReadOnlyList<Planregel<T>> regels, ImportBeleid policy)
        where T : Persoonsgegevens<T>
    {
        var actief = current
            .Where(a => a.Status == Accountstatus.Actief)
            .CountBy(a => a.Gegevens.Vestiging)
            .ToDictionary();
        var weg = regels.Where(r => r.Soort == RegelSoort.Archiveren).CountBy(r => r.Gegevens.Vestiging).ToDictionary();
        if (Exceeds(weg.Values.Sum(), actief.Values.Sum(), policy))
        {
            yield return Meldingen.TeVeelArchiveringen(wie, weg.Values.Sum(), actief.Values.Sum());
        }

        if (actief.Count > 1)
        {
            var teVeel = weg.Where(w => Exceeds(w.Value, actief[w.Key], policy)).OrderBy(w => w.Key);
            foreach (var (vestiging, aantal) in teVeel)
            {
                yield return Meldingen.TeVeelArchiveringen(
                    $"{wie} van vestiging {vestiging}", aantal, actief[vestiging]);
            }
        }
    }

    private static bool Exceeds(int archiveren, int actief, ImportBeleid policy) =>
        archiveren > policy.MaxArchiveringen && archiveren > actief * policy.MaxAandeel;
}
