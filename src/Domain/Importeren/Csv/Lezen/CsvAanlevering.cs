using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Makes an <see cref="Aanlevering"/> of a CSV file. A pure function.</summary>
public static class CsvAanlevering
{
    /// <summary>Reads a file.</summary>
    /// <param name="blad">The file, taken apart.</param>
    /// <param name="opdracht">How to read it.</param>
    /// <param name="translate">The translation of opleidingscodes.</param>
    /// <param name="gang">Is told how many rows were read, and stops the reading.</param>
    /// <returns>What was delivered; or a <see cref="Csvfout"/> when the file as a whole cannot be read.</returns>
    public static Result<Aanlevering> Read(
        Csvblad blad, Csvopdracht opdracht, Koppelaar.Translate translate, Rekengang gang) =>
        Kopregel.Find(blad, opdracht).Then(kop => ReadRows(blad, kop, opdracht, translate, gang));

    private static Result<Aanlevering> ReadRows(
        Csvblad blad, Kopregel kop, Csvopdracht opdracht, Koppelaar.Translate translate, Rekengang gang)
    {
        var regels = blad.Regels.Skip(kop.Index + 1).Select(r => SplitEntities.Join(r, blad.Scheidingsteken)).ToArray();
        kop = Groepskolom.Settle(kop, regels, opdracht);
        var lengte = Voorloopnullen.FindLength(regels.Select(r => new Rij(r, kop).Text(Csvkolom.Stamnummer)));
        var groepen = new Groepenlijst();
        var lezer = new Persoonlezer(opdracht, kop, groepen, lengte);
        var filter = new Regelfilter(opdracht);
        var personen = new Personenlezer(lezer, new Persoonlezer(opdracht, kop, new Groepenlijst(), lengte));
        foreach (var regel in regels)
        {
            gang.Next();
            var rij = new Rij(regel, kop);
            var oordeel = filter.Judge(rij);
            WarnIfShort(rij, oordeel.Rol);
            personen.Add(rij, oordeel);
        }

        if (filter.Leeg == regels.Length)
        {
            return CsvErrors.ZonderRegels(kop.Regel.Nummer);
        }

        var rapport = new Csvrapport(
            blad.Tekenset,
            blad.Scheidingsteken,
            kop.Regel.Nummer,
            regels.Length - filter.Leeg,
            blad.LegeRegels + filter.Leeg,
            filter.Overgeslagen,
            [.. kop.Koppen.Select((naam, i) => new Csvkolomrapport(naam, kop.Kolommen[i]))])
        {
            Blad = blad.Blad,
        };
        return new Samenstelling(opdracht, rapport, groepen, translate).Compose(
            personen,
            [
                .. blad.Meldingen, .. Warn(kop, opdracht), .. Datumkolommen.Warn(kop, regels), .. personen.ToMeldingen(),
                .. Warn(lezer, lengte),
                .. filter.ToMeldingen(),
            ],
            filter.FindVolgend(),
            blad.Vingerafdruk);
    }

    private static void WarnIfShort(Rij rij, Csvrol rol)
    {
        var (velden, koppen) = rij.Breedte();
        if (rol != Csvrol.Geen && velden < koppen)
        {
            rij.Meldingen.Add(CsvMeldingen.RegelTeKort(rij.Nummer, velden, koppen));
        }
    }

    private static IEnumerable<Melding> Warn(Kopregel kop, Csvopdracht opdracht)
    {
        if (opdracht.Preset is Csvpreset.Magister or Csvpreset.Somtoday or Csvpreset.Eduarte)
        {
            yield return CsvMeldingen.PresetNietBevestigd(opdracht.Preset);
        }

        foreach (var dubbel in kop.Dubbel.Where(d => d.IsVanBelang))
        {
            yield return CsvMeldingen.KolomDubbel(kop.Koppen[dubbel.Gelezen], kop.Koppen[dubbel.Plaats], dubbel.Kolom);
        }

        var onbekend = kop.Koppen
            .Where((naam, i) => naam.Length > 0 && kop.Kolommen[i] is null && !kop.IsDubbel(i))
            .ToArray();
        var verboden = Array.FindAll(onbekend, Kolomnamen.IsForbidden);
        if (verboden.Length > 0)
        {
            yield return CsvMeldingen.KolomVerboden(verboden);
        }

        if (onbekend.Length > verboden.Length)
        {
            yield return CsvMeldingen.KolommenNietGelezen([.. onbekend.Except(verboden, StringComparer.Ordinal)]);
        }

        if (!kop.Has(Csvkolom.Achternaam))
        {
            yield return CsvMeldingen.NaamNietGesplitst;
        }

        if (kop.GroepAlsStamgroep is { } groep)
        {
            yield return CsvMeldingen.GroepAlsStamgroep(groep);
        }
    }

    private static IEnumerable<Melding> Warn(Persoonlezer lezer, int? lengte)
    {
        if (lezer.Korte > 0 && lengte is { } cijfers)
        {
            yield return CsvMeldingen.VoorloopnullenKwijt(lezer.Korte, cijfers);
        }

        if (lezer.Aangevuld > 0)
        {
            yield return CsvMeldingen.VestigingAangevuld(lezer.Aangevuld);
        }

        if (lezer.HeeftLocaties)
        {
            yield return CsvMeldingen.LocatieNietGelezen;
        }
    }
}
