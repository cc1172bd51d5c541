using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Tells what is missing before a school year changes by itself, and who acts.</summary>
internal static class Wisselpunten
{
    public static IEnumerable<Wisselpunt> Of(
        Wisselgegevens gegevens, IReadOnlyList<VestigingwisselView> vestigingen, Wisselstaat staat, DateOnly vandaag)
    {
        if (staat == Wisselstaat.Klaar)
        {
            yield break;
        }

        var (wissel, jaar) = (gegevens.Wissel, gegevens.Wissel.Schooljaar);
        if (!gegevens.IsGekoppeld)
        {
            yield return School(
                "NIET_GEKOPPELD", $"De nachten halen niets op: importeer {jaar} met de hand, of maak de koppeling actief.");
        }

        if (wissel.Voorbereid is null && vandaag < jaar.EersteDag)
        {
            yield return School("NIET_VOORBEREID", $"Bereid {jaar} voor.");
        }
        else if (wissel.Voorbereid is null || vandaag > Wisselafspraak.LaatsteDagVan(jaar))
        {
            yield return School("IMPORT_MET_DE_HAND", $"{jaar} gaat niet vanzelf in: maak een voorbeeld en pas het toe.");
        }
        else if (wissel.Akkoord is null)
        {
            yield return School(
                "GEEN_AKKOORD", $"Ga akkoord met de wissel naar {jaar}; anders wacht op 1 augustus alles op een besluit.");
        }
        else if (Missing(vestigingen) is { Length: > 0 } zonder)
        {
            yield return School("GEEN_AKKOORD", $"Nog niet akkoord: vestiging {string.Join(", ", zonder)}.");
        }

        var onbekend = vestigingen.Sum(v => v.Cijfers?.OnbekendeCode ?? 0);
        if (onbekend > 0)
        {
            yield return School(
                "CODES_ONBEKEND", $"Leg vast wat de opleidingscodes van {Leerlingen(onbekend)} betekenen.");
        }

        var zonderKlas = vestigingen.Sum(v => v.Cijfers?.ZonderKlas ?? 0);
        if (zonderKlas > 0)
        {
            yield return School(
                "KLASSEN_ONTBREKEN",
                $"Van {Leerlingen(zonderKlas)} die {(zonderKlas == 1 ? "blijft" : "blijven")} is er nog geen klas in {jaar}.");
        }

        if (gegevens.Voorbereiding?.Uitkomst is { } uitkomst
            && uitkomst.Leerlingen.Conflict + uitkomst.Leerlingen.Afgekeurd is var wachtend and > 0)
        {
            yield return School("LEERLINGEN_ONDUIDELIJK", $"Los op wie {Leerlingen(wachtend)} zijn (conflict of afgekeurd).");
        }

        if (gegevens.Wachtend.Count > 0)
        {
            yield return School(
                "IMPORT_WACHT",
                "Een import wacht op een besluit: "
                    + string.Join(", ", gegevens.Wachtend.SelectMany(r => r.Uitkomst!.Remmen).Select(r => r.Code).Distinct(StringComparer.Ordinal)) + ".");
        }

        if (gegevens.Beleid.Pauze is { } pauze && pauze.TotEnMet >= Later(vandaag, jaar.EersteDag))
        {
            yield return Of(SchooljaarMeldingen.Gepauzeerd(pauze.TotEnMet));
        }

        if (gegevens.Beleid.Modus == Importmodus.AlleenToevoegen)
        {
            yield return School("ALLEEN_TOEVOEGEN", "De school staat op 'alleen toevoegen': zo gaat niemand over.");
        }

        if (gegevens.Laatste is { State: ImportState.Mislukt, Fout: { } fout } mislukt)
        {
            yield return new Wisselpunt(fout.Code, fout.Tekst, mislukt.Actiehouder);
        }
    }

    private static string[] Missing(IReadOnlyList<VestigingwisselView> vestigingen) =>
        [.. vestigingen.Where(v => v.Grens is null && v.Staat != Wisselstaat.Klaar).Select(v => v.Vestiging)];

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string Leerlingen(int aantal) => aantal == 1 ? "1 leerling" : $"{aantal} leerlingen";

    private static Wisselpunt Of(Melding melding) => School(melding.Code, melding.Tekst);

    private static Wisselpunt School(string code, string tekst) => new(code, tekst, Actiehouder.School);
}
