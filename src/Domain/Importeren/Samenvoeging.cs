using System.Security.Cryptography;
using System.Text;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>Makes one <see cref="Aanlevering"/> of the answers of all vestigingen and of the web service.</summary>
public static class Samenvoeging
{
    /// <summary>Merges the vestigingen, joins the web service's rows, and notes what should brake the run.</summary>
    /// <param name="schooljaar">The school year that was asked for.</param>
    /// <param name="lijsten">One answer per vestiging.</param>
    /// <param name="opleidingen">The web service's list.</param>
    /// <param name="translate">The translation of opleidingscodes.</param>
    /// <param name="gang">Follows and stops the join; null for nobody.</param>
    /// <returns>What was delivered, or why the sources do not fit each other.</returns>
    public static Result<Aanlevering> Merge(
        Schooljaar schooljaar,
        IReadOnlyList<Personenlijst> lijsten,
        Opleidingenlijst opleidingen,
        Koppelaar.Translate translate,
        Rekengang? gang = null)
    {
        var waarschuwingen = lijsten.SelectMany(l => l.Meldingen).Concat(opleidingen.Meldingen).ToList();
        var remmen = new List<Melding>();
        var spoken = new List<Personenlijst>();
        foreach (var lijst in lijsten)
        {
            Weigh(lijst, spoken, waarschuwingen, remmen);
        }

        var ordered = lijsten.OrderBy(l => l.Vestiging).ToArray();
        var leerlingen = MergePersons<LeerlingGegevens>(ordered.Select(l => l.Leerlingen));
        var docenten = MergePersons<DocentGegevens>(ordered.Select(l => l.Docenten));
        Koppelrapport? rapport = null;
        IReadOnlyList<Opleidingsregel> rest = [];
        if (opleidingen.Regels.Count == 0)
        {
            remmen.Add(Meldingen.LijstLeeg);
        }
        else if (leerlingen.Any(l => l.Afkeuring is null))
        {
            var join = Koppelaar.Join(leerlingen, opleidingen.Regels, translate, gang);
            if (!join.IsOk)
            {
                return join.Error;
            }

            // Who moves between vestigingen may have another key at each; the list tells that the stamnummer is the same.
            (leerlingen, rapport) = (MergePersons(SplitByVestiging(join.Value.Leerlingen)), join.Value.Rapport);
            rest = join.Value.RegelsZonderLeerling;
            waarschuwingen.AddRange(join.Value.Waarschuwingen);
            waarschuwingen.AddRange(Warn(rapport, leerlingen));
        }

        return new Aanlevering(
            schooljaar,
            new Bereik(
                Vestigingen(spoken),
                Vestigingen(spoken.Where(l => l.Docenten.Any(d => d.Afkeuring is null))),
                Vestigingen(spoken.Where(l => l.Groepen.Count > 0))),
            [.. ordered.SelectMany(l => l.Groepen)],
            leerlingen,
            docenten,
            waarschuwingen,
            remmen,
            rapport,
            Fingerprint(ordered.Select(l => l.Vingerafdruk).Append(opleidingen.Vingerafdruk)))
        {
            RegelsZonderLeerling = rest,
            NietGeleverdeGroepen = spoken.SelectMany(l => l.NietGeleverdeGroepen).ToHashSet(),
        };
    }

    private static IEnumerable<Melding> Warn(
        Koppelrapport rapport, IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen)
    {
        const int OneIn = 20;
        if (rapport.RegelsZonderLeerling > 0)
        {
            var zonderSleutel = leerlingen.Count(l => l.Afkeuring is not null && !l.Gegevens.Sleutels.Any());
            yield return Meldingen.RegelsZonderLeerling(rapport.RegelsZonderLeerling, zonderSleutel);
        }

        var bruikbaar = rapport.Leerlingen - rapport.Afgekeurd;
        if (rapport.LeerlingenZonderRegel * OneIn > bruikbaar)
        {
            yield return Meldingen.LeerlingenZonderRegel(rapport.LeerlingenZonderRegel, bruikbaar);
        }
    }

    private static void Weigh(
        Personenlijst lijst, List<Personenlijst> spoken, List<Melding> waarschuwingen, List<Melding> remmen)
    {
        switch (lijst.Inhoud)
        {
            case BronInhoud.GeenGegevens:
                remmen.Add(Meldingen.GeenGegevens(lijst.Vestiging.Value));
                break;
            case BronInhoud.GeenWijzigingen:
                waarschuwingen.Add(Meldingen.GeenWijzigingen(lijst.Vestiging.Value));
                break;
            case BronInhoud.Gegevens when lijst.Leerlingen.All(l => l.Afkeuring is not null):
                remmen.Add(Meldingen.GeenBruikbareRegels(lijst.Vestiging.Value));
                break;
            default:
                spoken.Add(lijst);
                break;
        }
    }

    private static HashSet<Vestigingsnummer> Vestigingen(IEnumerable<Personenlijst> lijsten) =>
        [.. lijsten.Select(l => l.Vestiging)];

    /// <summary>
    /// One school may be several vestigingen, and the same person may come from more than one: the first vestiging's
    /// data count, with the groepen of all.
    /// </summary>
    private static IReadOnlyList<Aangeleverd<T>> MergePersons<T>(IEnumerable<IReadOnlyList<Aangeleverd<T>>> lijsten)
        where T : Persoonsgegevens<T>
    {
        var all = lijsten.Where(l => l.Count > 0).ToArray();
        if (all.Length <= 1)
        {
            return all.Length == 0 ? [] : all[0];
        }

        var merged = new List<Aangeleverd<T>>(all.Sum(l => l.Count));
        var known = new Dictionary<Persoonssleutel, int>();
        foreach (var persoon in all.SelectMany(l => l))
        {
            var earlier = persoon.Gegevens.Sleutels.Where(known.ContainsKey).Select(s => known[s]).Distinct().ToArray();
            if (persoon.Afkeuring is null && earlier is [var index] && IsSamePerson(merged[index], persoon))
            {
                merged[index] = AddGroepen(merged[index], persoon);
                continue;
            }

            merged.Add(persoon);
            if (persoon.Afkeuring is null)
            {
                foreach (var sleutel in persoon.Gegevens.Sleutels)
                {
                    known.TryAdd(sleutel, merged.Count - 1);
                }
            }
        }

        return merged;
    }

    private static IEnumerable<IReadOnlyList<Aangeleverd<LeerlingGegevens>>> SplitByVestiging(
        IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen) =>
        leerlingen.GroupBy(l => l.Gegevens.Vestiging).Select(g => g.ToArray());

    // A key alone is not enough: vestigingen of one school may use the same key for two people. Who is not surely the
    // same stays apart, and the planner rejects both.
    private static bool IsSamePerson<T>(Aangeleverd<T> first, Aangeleverd<T> other)
        where T : Persoonsgegevens<T> =>
        first.Gegevens.Vestiging != other.Gegevens.Vestiging
        && (first.Gegevens.EckId is null || other.Gegevens.EckId is null
            ? string.Equals(first.Gegevens.Achternaam, other.Gegevens.Achternaam, StringComparison.Ordinal)
                && string.Equals(first.Gegevens.Roepnaam, other.Gegevens.Roepnaam, StringComparison.Ordinal)
            : first.Gegevens.EckId == other.Gegevens.EckId);

    private static Aangeleverd<T> AddGroepen<T>(Aangeleverd<T> first, Aangeleverd<T> other)
        where T : Persoonsgegevens<T> => first with
        {
            Gegevens = first.Gegevens.WithGroepen([.. first.Gegevens.Groepen.Union(other.Gegevens.Groepen).Order()]),
            Geleverd = first.Geleverd | (other.Geleverd & Veld.Groepen),
            NietGeleverdeGroepen = [.. first.NietGeleverdeGroepen.Union(other.NietGeleverdeGroepen).Order()],
            Meldingen = [.. first.Meldingen.Except([Meldingen.OpMeerVestigingen]), Meldingen.OpMeerVestigingen],
        };

    private static string Fingerprint(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
