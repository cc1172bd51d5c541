using System.Globalization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>What a school's rules make an import say. Names no person.</summary>
public static class BeleidMeldingen
{
    /// <summary>The code of <see cref="NogNietKlaar"/>.</summary>
    public const string NogNietKlaarCode = "NOG_NIET_KLAAR";

    /// <summary>Held: the school takes only additions.</summary>
    public static Melding AlleenToevoegen { get; } =
        new("ALLEEN_TOEVOEGEN", "Deze school staat op alleen toevoegen; deze wijziging wordt aangehouden.");

    /// <summary>Held: it takes effect when the school year begins.</summary>
    public static Melding SchooljaarNietBegonnen(Schooljaar schooljaar) =>
        new("SCHOOLJAAR_NIET_BEGONNEN", $"Gaat pas in op {Datum.Of(schooljaar.EersteDag)}, als {schooljaar} begint.");

    /// <summary>Held: a new person without a groep would be taken for one who left.</summary>
    public static Melding NogZonderKlas(Schooljaar schooljaar) =>
        new(
            "NOG_ZONDER_KLAS",
            $"Heeft nog geen klas in {schooljaar}; wordt toegevoegd zodra die er is, of op "
            + $"{Datum.Of(schooljaar.EersteDag)}.");

    /// <summary>Held: not delivered for this school year, but in a groep of a later one.</summary>
    public static Melding KomtLater { get; } =
        new("KOMT_LATER", "Staat in een klas van een volgend schooljaar en wordt daarom niet gearchiveerd.");

    /// <summary>Held: a key that the person would get is that of an account that is held.</summary>
    public static Melding WachtOpAnder { get; } =
        new(
            "WACHT_OP_ANDER",
            "Een sleutel van deze persoon hoort nog bij een account dat wordt aangehouden; deze wijziging wacht erop.");

    /// <summary>Run: how many rows are held because the school takes only additions.</summary>
    public static Melding ModusAlleenToevoegen(int aangehouden) =>
        new(
            "MODUS_ALLEEN_TOEVOEGEN",
            "Deze school staat op alleen toevoegen: er komen alleen accounts bij of terug. "
            + (aangehouden == 1 ? "1 wijziging wordt" : $"{aangehouden} wijzigingen worden") + " aangehouden.");

    /// <summary>Run: the school year has not begun.</summary>
    public static Melding Vooruit(Schooljaar schooljaar) =>
        new(
            "VOORUITBLIK",
            $"{schooljaar} begint op {Datum.Of(schooljaar.EersteDag)}. Tot dan komen alleen de klassen van dat jaar "
            + "erbij, wie erin zitten, en nieuwe personen; niemand wordt gearchiveerd.");

    /// <summary>Held, and run: the school year is over.</summary>
    public static Melding Voorbij(Schooljaar schooljaar) =>
        new(
            "SCHOOLJAAR_VOORBIJ",
            $"{schooljaar} is voorbij: wat er toen was kan worden bekeken, maar niet meer worden toegepast.");

    /// <summary>Brake: around the change of school years the source has nothing of the new one.</summary>
    public static Melding NogNietKlaar(Schooljaar schooljaar) =>
        new(
            NogNietKlaarCode,
            $"De bron heeft nog geen gegevens van {schooljaar}: dat schooljaar staat in de leerlingadministratie nog niet klaar. "
            + "Er verandert niets; importeer opnieuw zodra het klaarstaat.");

    /// <summary>Run: codes that nobody knows take doelgroepen away.</summary>
    /// <param name="aantal">How many leerlingen lose theirs.</param>
    /// <param name="codes">Some of the codes.</param>
    public static Melding DoelgroepVervalt(int aantal, IEnumerable<string> codes) =>
        new(
            "DOELGROEP_VERVALT",
            $"Van {(aantal == 1 ? "1 leerling" : $"{aantal} leerlingen")} vervalt de doelgroep, want de nieuwe opleidingscode is "
            + $"niet bekend: {string.Join(", ", codes)}. Leg vast wat die codes betekenen voordat u dit toepast.");

    /// <summary>A field that was locked before keeps what it was in the year before.</summary>
    public static Melding SlotVanVorigJaar { get; } =
        new(
            "SLOT_VAN_VORIG_JAAR",
            "Het leerjaar of de doelgroep is vergrendeld en blijft dus die van vorig schooljaar. Controleer of dat nog klopt.");

    /// <summary>Run: many people change the same thing.</summary>
    public static Melding VeelTegelijk(string wat, int aantal, int van) =>
        new(
            "VEEL_TEGELIJK",
            $"Van {aantal} van de {van} actieve leerlingen verandert: {wat}. Controleer of dat klopt voordat u dit toepast.");

    /// <summary>Brake: the people are of another school year than the one that is imported.</summary>
    public static Melding VerkeerdSchooljaar(Schooljaar schooljaar, string waaraan) =>
        new(
            "VERKEERD_SCHOOLJAAR",
            $"Zijn dit de leerlingen van {schooljaar}? {waaraan} Kijk naar de klassen van voor en na. Zijn ze van een ander "
            + "schooljaar, verwerp dit voorbeeld dan en importeer ze voor dat jaar (--schooljaar); geef de rem alleen vrij als het klopt.");

    /// <summary>Run: another limit than the standard one holds.</summary>
    public static Melding LimietAfgesproken(Limietafspraak afspraak) =>
        new(
            "LIMIET_AFGESPROKEN",
            $"Tot en met {Datum.Of(afspraak.TotEnMet)} is afgesproken dat de rem pas ingrijpt boven "
            + $"{Describe(afspraak.Limiet)}.");

    /// <summary>Run: the agreed limit expired.</summary>
    public static Melding LimietVerlopen(Limietafspraak afspraak) =>
        new(
            "LIMIET_VERLOPEN",
            $"De afgesproken limiet ({Describe(afspraak.Limiet)}) is verlopen op {Datum.Of(afspraak.TotEnMet)}; de "
            + $"standaard ({Describe(Archiveerlimiet.Standaard)}) geldt weer.");

    /// <summary>Brake: nobody could be used.</summary>
    public static Melding NiemandBruikbaar(string wie) =>
        new("GEEN_BRUIKBARE_REGELS", $"De bron leverde geen enkele bruikbare regel voor {wie}.");

    /// <summary>Brake: nobody who was delivered is known.</summary>
    public static Melding SleutelsOnbekend(string wie, int aantal) =>
        new(
            "SLEUTELS_ONBEKEND",
            $"Geen van de {aantal} aangeleverde {wie} is bekend bij Numo. De sleutels in de bron zijn waarschijnlijk "
            + "veranderd; iedereen zou een nieuw account krijgen.");

    /// <summary>Brake: the source shrank to under half.</summary>
    public static Melding BronGekrompen(string wie, int toen, int nu) =>
        new(
            "BRON_GEKROMPEN",
            $"De bron leverde {nu} {wie}; bij de vorige import die is toegepast waren dat er {toen}.");

    /// <summary>Brake: many people lose something that they have.</summary>
    public static Melding TeVeelVerlies(string wie, string wat, int aantal, int van) =>
        new("TE_VEEL_VERLIES", string.Create(
            CultureInfo.InvariantCulture,
            $"{aantal} van de {van} {wie} met {wat} raken die kwijt ({(double)aantal / van:P0}). De bron levert waarschijnlijk "
            + $"niet alles aan. Controleer de export of de koppeling, en geef de rem alleen vrij als het klopt."));

    /// <summary>Brake: in the first import of a school year, many people lose what they had in the year before.</summary>
    public static Melding GroepenVanVorigJaarVervallen(
        string wie, string wat, int aantal, int van, int oud, Schooljaar schooljaar) =>
        new("TE_VEEL_VERLIES", string.Create(
            CultureInfo.InvariantCulture,
            $"{aantal} van de {van} {wie} met {wat} raken die kwijt ({(double)aantal / van:P0}). {oud} van hen staan nog in "
            + $"groepen van vorig schooljaar, en de bron levert voor {schooljaar} geen nieuwe. Na deze import worden die van "
            + $"vorig schooljaar niet meer getoond. Wacht tot de nieuwe groepen in de leerlingadministratie staan en vergelijk "
            + $"dan opnieuw, of geef de rem vrij als die van vorig schooljaar weg mogen."));

    /// <summary>Brake: many people change both names at once.</summary>
    public static Melding NamenWisselen(string wie, int aantal, int herkend) =>
        new(
            "NAMEN_WISSELEN",
            $"{aantal} van de {herkend} herkende {wie} hebben een andere roepnaam én een andere achternaam. De nummers in de "
            + "bron zijn waarschijnlijk verschoven of verwisseld. Herstel ze in de leerlingadministratie, en geef de rem alleen "
            + "vrij als het klopt.");

    private static string Describe(Archiveerlimiet limiet) =>
        string.Create(CultureInfo.InvariantCulture, $"{limiet.Aantal} en {Math.Round(limiet.Aandeel * 100, 1)} %");
}
