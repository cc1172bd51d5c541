using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// Compares what Numo has with what the sources delivered. A pure function: the same input gives the same plan,
/// whatever the order in which persons were delivered.
/// </summary>
public static class ImportPlanner
{
    /// <summary>Makes the plan: what the sources say, less what must wait, with the reasons to stop.</summary>
    /// <param name="current">All that Numo has of the school.</param>
    /// <param name="incoming">All that was delivered.</param>
    /// <param name="kader">The school's rules, the day, and what the plan reckons with beside.</param>
    /// <param name="gang">Follows and stops the comparison; null for nobody.</param>
    public static ImportPlan Plan(
        Schoolstand current, Aanlevering incoming, Plankader kader, Rekengang? gang = null)
    {
        var waarschuwingen = new List<Melding>(incoming.Waarschuwingen);
        var sleutelwissel = Sleutelwissel.Of(current, incoming);
        current = sleutelwissel.ApplyTo(current);
        var gezien = Compare(
            current, incoming, sleutelwissel, kader, waarschuwingen, gang ?? Rekengang.Ongestoord);
        var aanhouding = new Aanhouding(kader, incoming.Schooljaar);
        var wacht = new Wisselwacht(current, incoming.Schooljaar, kader);
        var komt = Aankomst.Settle(gezien, incoming.Schooljaar, kader.IsVooruit(incoming.Schooljaar));
        var blijft = wacht.KeepLeavers(Vastzettingen.Keep(komt, kader.Vandaag));
        var jaar = new SchoolYearCheck(current, incoming, kader);
        var verkeerd = jaar.Check(gezien);
        var (afgesproken, buiten) = wacht.Hold(aanhouding.Hold(blijft, current.Groepen));
        var (tabel, regels) = Klassentabel.Of(current, incoming, afgesproken, kader, isInDoubt: verkeerd.Count > 0);
        var onvolledig = wacht.FindIncomplete(regels);
        regels = regels with { Leerlingen = jaar.Remark(regels.Leerlingen) };
        Warn(regels.Leerlingen, waarschuwingen);
        Warn(regels.Docenten, waarschuwingen);
        var heel = jaar.FindWhole(regels)
            .Where(v => onvolledig.All(o => o.Grens.Vestiging != v) && buiten.All(b => b.Vestiging != v))
            .ToHashSet();
        var remmen = new Remmen(current, incoming, kader, wacht);
        return new ImportPlan(
            incoming.Schooljaar,
            current.Versie,
            regels.Groepen,
            ArchivedNamesakes<LeerlingGegevens>.Mention(regels.Leerlingen, current.Leerlingen, current.Groepen),
            ArchivedNamesakes<DocentGegevens>.Mention(regels.Docenten, current.Docenten, current.Groepen),
            [
                .. waarschuwingen, .. aanhouding.Explain(regels), .. jaar.Explain(regels), .. remmen.Explain(regels),
                .. buiten.Select(b => b.Reden),
                .. onvolledig.Where(v => v.ZonderKlas > v.Grens.MaxZonderKlas).Select(v => SchooljaarMeldingen.KlassenOntbreken(
                    v.Grens.Vestiging, v.ZonderKlas, v.Grens.MaxZonderKlas)),
            ],
            kader.IsVoorbij(incoming.Schooljaar)
                ? []
                : [.. jaar.Soften(incoming.Remmen), .. verkeerd, .. remmen.Check(gezien, regels, heel)],
            Planhash.Compute(incoming.Schooljaar, current.Versie, regels))
        {
            Modus = kader.Modus,
            Klassentabel = tabel,
            Cijfers = verkeerd.Count > 0 || !jaar.IsWissel ? [] : Wisselcijfers.Of(gezien, incoming.Schooljaar, kader),
            Wisselversie = wacht.Versie,
            Vestigingen = [.. heel.Order()],
            BuitenAfspraak = [.. buiten.Select(b => b.Reden)],
            Omvang = remmen.Measure(gezien),
        };
    }

    /// <summary>What the sources say, before the school's rules.</summary>
    private static Planregels Compare(
        Schoolstand current,
        Aanlevering incoming,
        Sleutelwissel wissel,
        Plankader kader,
        List<Melding> waarschuwingen,
        Rekengang gang)
    {
        var leerlingen = Persoonsplanner.Plan(
            current.Leerlingen, incoming.Leerlingen, incoming.Bereik.Leerlingen, About(Persoonssoort.Leerling), gang);
        var docenten = Persoonsplanner.Plan(
            current.Docenten, incoming.Docenten, incoming.Bereik.Docenten, About(Persoonssoort.Docent), gang);
        return new Planregels(
            Groepsplanner.Plan(current.Groepen, incoming, wissel, waarschuwingen),
            leerlingen,
            Persoonsplanner.Spare(Emailwacht.Hold(docenten, current.Docenten)));

        Beslissingenlijst About(Persoonssoort persoon) =>
            new(kader.Beslissingen.Where(b => b.Persoon == persoon), kader.Vandaag);
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
}
