using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// All that the joining and planning of an import may say; what a source's reader says stands beside that reader.
/// </summary>
public static class Meldingen
{
    /// <summary>The code of <see cref="GeenGegevens"/>.</summary>
    public const string GeenGegevensCode = "GEEN_GEGEVENS";

    /// <summary>The code of <see cref="LeerjaarWijktAf"/>.</summary>
    public const string LeerjaarWijktAfCode = "LEERJAAR_WIJKT_AF";

    /// <summary>Rejected: nothing to recognise the person by.</summary>
    public static Melding GeenSleutel { get; } =
        new("GEEN_SLEUTEL", "Deze persoon heeft geen ECK iD en geen sleutel, en kan dus niet worden herkend.");

    /// <summary>Rejected: two delivered persons share a key.</summary>
    public static Melding DubbeleSleutel { get; } =
        new("DUBBELE_SLEUTEL", "Deze sleutel komt bij meer dan één persoon voor; geen van hen is ingelezen.");

    /// <summary>Conflict: the keys belong to different accounts.</summary>
    public static Melding SleutelsWijzenUiteen { get; } =
        new("SLEUTELS_WIJZEN_UITEEN", "De sleutels van deze persoon horen in Numo bij verschillende accounts.");

    /// <summary>Conflict: the account that a weak key names has another stamnummer, and nothing else outweighs that.</summary>
    public static Melding AnderStamnummer { get; } =
        new(
            "ANDER_STAMNUMMER",
            "Alleen een andere sleutel komt overeen, en het stamnummer is in Numo een ander; het kan om iemand anders gaan. "
            + "Beslis of het dezelfde persoon is, of herstel het nummer in de bron.");

    /// <summary>Conflict: the account that a weaker key names has another ECK iD.</summary>
    public static Melding AnderEckId { get; } =
        new(
            "ANDER_ECKID",
            "Het account met deze sleutel heeft in Numo een ander ECK iD; het kan om iemand anders gaan.");

    /// <summary>Conflict: the account that a weak key names has another name altogether.</summary>
    public static Melding AndereNaam { get; } =
        new(
            "ANDERE_NAAM",
            "Het nummer of de sleutel hoort in Numo bij iemand met een andere naam; het nummer kan opnieuw zijn uitgegeven of "
            + "verwisseld. Beslis of het dezelfde persoon is, of herstel het nummer in de bron.");

    /// <summary>Conflict: the name is to the letter that of another account than the weak key names.</summary>
    public static Melding NaamVanAnder { get; } =
        new(
            "NAAM_VAN_ANDER",
            "Het nummer of de sleutel hoort in Numo bij iemand anders dan het account dat precies deze naam heeft; de nummers "
            + "kunnen zijn verwisseld. Herstel ze in de bron, of beslis wie het is.");

    /// <summary>Conflict: a key that several delivered people carry names an account that nobody else is.</summary>
    public static Melding SleutelVanMeerderen { get; } =
        new(
            "SLEUTEL_VAN_MEERDEREN",
            "Meer dan één aangeleverde persoon heeft deze sleutel, en zij hoort in Numo bij een account dat van één van hen "
            + "kan zijn. Herstel de sleutels in de bron, of beslis wie het is.");

    /// <summary>Row: a weak key that several delivered people carry is left out.</summary>
    public static Melding SleutelGedeeld(Veld velden) =>
        new(
            "SLEUTEL_GEDEELD",
            $"Meer dan één aangeleverde persoon heeft dezelfde waarde voor {Veldwoorden.OfAll(velden)}; die telt daarom niet mee en wordt "
            + "niet overgenomen. Geef ieder een eigen nummer, of laat het veld leeg.");

    /// <summary>Row: the docent was recognised by the e-mail address.</summary>
    public static Melding HerkendAanEmail { get; } =
        new(
            "HERKEND_AAN_EMAIL",
            "Deze docent heeft een andere sleutel dan in Numo, maar hetzelfde e-mailadres en dezelfde roepnaam of achternaam; "
            + "het is dus hetzelfde account.");

    /// <summary>Row: a name that lost letters is not taken over.</summary>
    public static Melding NaamBehouden { get; } =
        new(
            "TEKENS_VERLOREN",
            "In de aangeleverde naam zijn letters verloren gegaan; de naam blijft zoals hij in Numo is. Herstel hem in de bron.");

    /// <summary>Row: a decision would have decided the conflict, but its term is over.</summary>
    public static Melding BeslissingVerlopen(Beslissing beslissing) =>
        new(
            "BESLISSING_VERLOPEN",
            $"De beslissing van {beslissing.Door} op {DatumVan(beslissing.Moment)} gold tot en met "
            + $"{DatumVan(beslissing.VervaltOp)}; beslis opnieuw.");

    /// <summary>Conflict: two delivered persons are one account.</summary>
    public static Melding ZelfdeAccount { get; } =
        new("ZELFDE_ACCOUNT", "Meer dan één aangeleverde persoon hoort bij dit account.");

    /// <summary>Conflict: the e-mail with which a docent would log in is that of another.</summary>
    public static Melding EmailBezet { get; } =
        new(
            "EMAIL_BEZET",
            "Een andere actieve docent heeft dit e-mailadres of krijgt het ook, en een docent logt ermee in; deze "
            + "docent wacht tot dat is opgelost.");

    /// <summary>An archived account comes back that a person archived in Numo.</summary>
    public static Melding MetDeHandGearchiveerd(Handarchief hand) =>
        new(
            "MET_DE_HAND_GEARCHIVEERD",
            $"Dit account is op {DatumVan(hand.Moment)} in Numo gearchiveerd door {hand.Door}, maar de bron levert het "
            + "nog aan.");

    /// <summary>A remembered decision was followed.</summary>
    /// <param name="beslissing">The decision.</param>
    /// <param name="neemtOver">Whether the person gets the key of the other account.</param>
    public static Melding Besloten(Beslissing beslissing, bool neemtOver = false)
    {
        var volgens = $"Volgens de beslissing van {beslissing.Door} op {DatumVan(beslissing.Moment)}";
        return beslissing.Soort switch
        {
            Beslissingsoort.Samenvoegen => new(
                "BESLISSING_SAMENGEVOEGD", $"{volgens} is deze persoon dit account."),
            Beslissingsoort.ApartHouden when neemtOver => new(
                "BESLISSING_APART_GEHOUDEN",
                $"{volgens} wordt deze persoon apart gehouden; het nummer is voortaan van deze persoon, en het andere account "
                + "houdt het niet."),
            Beslissingsoort.ApartHouden => new(
                "BESLISSING_APART_GEHOUDEN",
                $"{volgens} wordt deze persoon apart gehouden; wat van een ander is, is niet overgenomen."),
            _ => new("BESLISSING_OVERGESLAGEN", $"{volgens} wordt deze persoon overgeslagen."),
        };
    }

    /// <summary>The same person came from two vestigingen; the data of the lowest vestiging count.</summary>
    public static Melding OpMeerVestigingen { get; } =
        new(
            "OP_MEER_VESTIGINGEN",
            "Deze persoon is door meer dan één vestiging aangeleverd; de gegevens van de eerste tellen.");

    /// <summary>The web service has no row for this pupil.</summary>
    public static Melding GeenOpleidingsregel { get; } =
        new(
            "GEEN_OPLEIDINGSREGEL",
            "De lijst KurveLeerlingData heeft geen regel voor deze leerling; de opleiding blijft zoals zij was.");

    /// <summary>The code of <see cref="MeerdereInschrijvingen"/>.</summary>
    public const string MeerdereInschrijvingenCode = "MEERDERE_INSCHRIJVINGEN";

    /// <summary>The pupil has several enrolments, and nothing tells which one counts.</summary>
    public static Melding MeerdereInschrijvingen(IEnumerable<string> codes) =>
        new(
            MeerdereInschrijvingenCode,
            $"Deze leerling heeft meer dan één inschrijving ({string.Join(", ", codes)}) en de bron zegt niet welke telt. "
            + "Opleiding en doelgroep blijven zoals zij waren. De school beëindigt in de leerlingadministratie "
            + "de inschrijving die niet meer geldt, of vergrendelt de doelgroep in Numo.");

    /// <summary>Of several enrolments one was taken.</summary>
    public static Melding InschrijvingGekozen(string code) =>
        new(
            "INSCHRIJVING_GEKOZEN",
            $"Deze leerling heeft meer dan één inschrijving; '{code}' telt, want die past bij het leerjaar of bij wat Numo "
            + "al had.");

    /// <summary>A pupil's row has no code.</summary>
    public static Melding GeenOpleidingscode { get; } =
        new(
            "GEEN_OPLEIDINGSCODE",
            "De opleidingscode van deze leerling is leeg; wat Numo van opleiding en doelgroep heeft blijft. De school vult de "
            + "opleiding in de leerlingadministratie in.");

    /// <summary>The code says nothing.</summary>
    public static Melding OpleidingscodeOnbekend(string code) =>
        new("OPLEIDINGSCODE_ONBEKEND", $"Opleidingscode '{code}' is onbekend, dus de doelgroep is onbekend.");

    /// <summary>The code only suggests an opleiding.</summary>
    public static Melding OpleidingscodeOnzeker(string code, string naam) =>
        new(
            "OPLEIDINGSCODE_ONZEKER",
            $"Opleidingscode '{code}' lijkt op {naam}, maar dat is niet zeker; de doelgroep is nog onbekend.");

    /// <summary>The leerjaar does not exist with this code.</summary>
    public static Melding LeerjaarOngeldig(string code, string naam, int? leerjaar) =>
        new(
            "LEERJAAR_ONGELDIG",
            $"Leerjaar {leerjaar} bestaat niet bij opleidingscode '{code}' ({naam}), dus de doelgroep is onbekend.");

    /// <summary>Run: pupils whose code and leerjaar do not go together.</summary>
    public static Melding LeerjarenOngeldig(string code, string naam, int leerjaar, int aantal) =>
        new(
            "LEERJAREN_ONGELDIG",
            $"{aantal} {(aantal == 1 ? "leerling" : "leerlingen")} met opleidingscode '{code}' ({naam}) in leerjaar "
            + $"{leerjaar}, dat met deze code niet bestaat.");

    /// <summary>No leerjaar at all.</summary>
    public static Melding LeerjaarOntbreekt { get; } =
        new("LEERJAAR_ONTBREEKT", "Het leerjaar van deze leerling is onbekend, dus de doelgroep ook.");

    /// <summary>The code names another leerjaar than the source.</summary>
    public static Melding LeerjaarWijktAf(string code, int leerjaar) =>
        new(
            LeerjaarWijktAfCode,
            $"Opleidingscode '{code}' noemt een ander leerjaar dan de bron; leerjaar {leerjaar} telt.");

    /// <summary>Run: the web service has rows without a pupil.</summary>
    /// <param name="aantal">How many rows.</param>
    /// <param name="zonderSleutel">How many pupils were rejected for want of a key: whose rows those are is not to be
    /// seen.</param>
    public static Melding RegelsZonderLeerling(int aantal, int zonderSleutel) =>
        new(
            "REGELS_ZONDER_LEERLING",
            (aantal == 1 ? "1 regel van KurveLeerlingData hoort" : $"{aantal} regels van KurveLeerlingData horen")
                + " bij geen enkele aangeleverde leerling"
                + (zonderSleutel == 0 ? "."
                    : $", of bij wie zonder sleutel is geleverd en daarom afgekeurd ({zonderSleutel})."));

    /// <summary>Run: more pupils than usual are not in the web service's list.</summary>
    public static Melding LeerlingenZonderRegel(int aantal, int leerlingen) =>
        new(
            "LEERLINGEN_ZONDER_REGEL",
            $"{aantal} van de {leerlingen} leerlingen {(aantal == 1 ? "heeft" : "hebben")} geen regel in "
            + "KurveLeerlingData; hun opleiding blijft zoals zij was. Controleer of de query in Magister alle leerlingen "
            + "met een lopende inschrijving geeft.");

    /// <summary>
    /// Run: people left while others could not be read, so that one of the first may be among the last.
    /// </summary>
    public static Melding ArchiveringBijAfkeuring(int afgekeurd) =>
        new(
            "ARCHIVERING_BIJ_AFKEURING",
            (afgekeurd == 1 ? "1 persoon is" : $"{afgekeurd} personen zijn")
                + " afgekeurd; wie gearchiveerd zou worden kan daar één van zijn.");

    /// <summary>Run: the source had nothing new.</summary>
    public static Melding GeenWijzigingen(string vestiging) =>
        new("GEEN_WIJZIGINGEN", $"Vestiging {vestiging} meldt dat er niets is gewijzigd.");

    /// <summary>Run: a groep came twice.</summary>
    public static Melding GroepDubbel(string key) =>
        new("GROEP_DUBBEL", $"Groep '{key}' is meer dan eens aangeleverd; de eerste telt.");

    /// <summary>Brake: the source had nothing.</summary>
    public static Melding GeenGegevens(string vestiging) =>
        new(
            GeenGegevensCode,
            $"Vestiging {vestiging} leverde geen gegevens. Er wordt niemand van deze vestiging gearchiveerd.");

    /// <summary>Brake: nobody could be used.</summary>
    public static Melding GeenBruikbareRegels(string vestiging) =>
        new(
            "GEEN_BRUIKBARE_REGELS",
            $"Vestiging {vestiging} leverde geen enkele bruikbare leerling. "
            + "Er wordt niemand van deze vestiging gearchiveerd.");

    /// <summary>Brake: the web service's list is empty.</summary>
    public static Melding LijstLeeg { get; } =
        new("LIJST_LEEG", "De lijst KurveLeerlingData is leeg; de opleidingen blijven zoals zij waren.");

    /// <summary>Brake: too many would leave.</summary>
    public static Melding TeVeelArchiveringen(string wie, int archiveren, int actief) =>
        new("TE_VEEL_ARCHIVERINGEN", string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{archiveren} van de {actief} {wie} zouden worden gearchiveerd ({(double)archiveren / actief:P0})."));

    private static string DatumVan(DateTimeOffset moment) =>
        Nederland.DagOp(moment).ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Brake: what the nightly sync leaves to a person.</summary>
    public static Melding WachtOpBeoordeling { get; } =
        new(
            "WACHT_OP_BEOORDELING",
            "Numo past dit 's nachts niet vanzelf toe. Bekijk de wijzigingen, geef ze vrij en pas ze toe.");

    /// <summary>Brake: nobody of the school has applied an import, or the last one was undone.</summary>
    public static Melding EerstEenPersoon { get; } =
        new(
            "EERST_EEN_PERSOON",
            "Numo past pas vanzelf wijzigingen toe als iemand van de school een import heeft toegepast die niet is "
            + "teruggedraaid. Bekijk de wijzigingen, geef ze vrij en pas ze toe.");

    /// <summary>Brake: so many accounts change at once that a person has to look at it.</summary>
    public static Melding VeelWijzigingen { get; } =
        new(
            "VEEL_WIJZIGINGEN",
            "Meer dan de helft van de accounts verandert; dat past Numo 's nachts niet vanzelf toe. Bekijk de "
            + "wijzigingen, geef ze vrij en pas ze toe.");

    /// <summary>Run: groepen came under another key than before.</summary>
    /// <param name="aantal">How many.</param>
    /// <param name="namen">Their names; of many the first few are told.</param>
    public static Melding GroepAndereSleutel(int aantal, IReadOnlyCollection<string> namen)
    {
        const int Shown = 20;
        var told = string.Join(", ", namen.Take(Shown)) + (namen.Count > Shown ? ", …" : "");
        return new(
            "GROEP_ANDERE_SLEUTEL",
            (aantal == 1 ? "1 groep heeft" : $"{aantal} groepen hebben")
                + $" in de bron een andere sleutel dan eerder, en {(aantal == 1 ? "is" : "zijn")} herkend aan de naam: "
                + $"{told}. Wat ervoor is ingesteld, blijft.");
    }

    /// <summary>Brake: nothing can be applied, and somebody has to mend what is rejected or held.</summary>
    /// <param name="afgekeurd">How many persons are rejected.</param>
    /// <param name="aangehouden">How many are held.</param>
    /// <param name="sinds">Since when that is so.</param>
    public static Melding WachtOpHerstel(int afgekeurd, int aangehouden, DateOnly sinds)
    {
        string[] wie =
        [
            .. afgekeurd == 0 ? Array.Empty<string>()
                : [afgekeurd == 1 ? "1 persoon is afgekeurd" : $"{afgekeurd} personen zijn afgekeurd"],
            .. aangehouden == 0 ? Array.Empty<string>()
                : [aangehouden == 1 ? "1 persoon wordt aangehouden" : $"{aangehouden} personen worden aangehouden"],
        ];
        return new(
            "WACHT_OP_HERSTEL",
            $"{string.Join(" en ", wie)}, zo sinds {Datum.Of(sinds)}. Bij elk staat waarom: herstel het in de bron, "
                + "of wacht tot de dag die erbij staat. Er valt verder niets toe te passen.");
    }

    /// <summary>Row: what stands for the ECK iD is none, so it is nobody's key.</summary>
    public static Melding EckIdOnbekendeVorm { get; } = new(
        "ECKID_ONBEKENDE_VORM",
        "Het ECK iD heeft niet de vorm die is afgesproken en wordt niet gebruikt; wat Numo heeft blijft. Laat het in de bron "
        + "(zoals Magister) herstellen.");
}
