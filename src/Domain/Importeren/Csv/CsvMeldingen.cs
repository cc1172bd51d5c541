using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>
/// What is odd about a CSV file or about one of its rows: where, with which value, and what to do. What goes with a row
/// may show a damaged key or a class; names of people are never shown.
/// </summary>
public static partial class CsvMeldingen
{
    private const string AlsTekst = "Maak deze kolom in Excel op als tekst voordat u het bestand opent, of bewerk het niet.";
    private const int MostNamed = 20;

    /// <summary>File: not UTF-8, so read as what gives letters.</summary>
    public static Melding TekensetAangenomen(string tekenset, int regel) => new(
        "TEKENSET_AANGENOMEN",
        $"Het bestand is geen UTF-8 (regel {regel}) en is gelezen als {tekenset}. Controleer namen met accenten, of geef de "
        + "tekenset bij het aanleveren op.");

    /// <summary>File: characters were lost before it came here.</summary>
    public static Melding TekensVerloren(IReadOnlyList<int> regels) => new(
        "TEKENS_VERLOREN",
        $"Op {Lines(regels)} zijn letters verloren gegaan (een ? of \uFFFD in een woord). Namen die Numo al goed heeft blijven "
        + "staan. Maak de export opnieuw als UTF-8.");

    /// <summary>File: characters that were spoiled before it came here were put right.</summary>
    public static Melding TekensHersteld(IReadOnlyList<int> regels) => new(
        "TEKENS_HERSTELD",
        $"Op {Lines(regels)} waren letters met een accent verminkt (zoals Ã« voor ë); zij zijn hersteld. Controleer de namen.");

    /// <summary>File: columns that are not read.</summary>
    public static Melding KolommenNietGelezen(IReadOnlyList<string> kolommen) => new(
        "KOLOMMEN_NIET_GELEZEN", $"Deze kolommen kent Numo niet en zijn niet gelezen: {Name(kolommen)}.");

    /// <summary>File: a column with dates that is not read, and may be the day on which people leave.</summary>
    public static Melding KolomMetDatums(string kolom) => new(
        "KOLOM_MET_DATUMS",
        $"In de kolom '{Show(kolom)}' staan datums en hij is niet gelezen. Staat er wanneer iemand vertrekt? Noem de kolom dan "
        + "'einddatum', of leg dat vast in een kolomindeling; anders komt wie vertrokken is weer binnen.");

    /// <summary>File: one groep for each pupil, which is taken for the home class.</summary>
    public static Melding GroepAlsStamgroep(string kolom) => new(
        "GROEP_ALS_STAMGROEP",
        $"De kolom '{Show(kolom)}' noemt voor elke leerling één groep en is gelezen als stamgroep. Is het dat niet, noem de kolom "
        + "dan 'groepen'.");

    /// <summary>File: columns that must not be in it.</summary>
    public static Melding KolomVerboden(IReadOnlyList<string> kolommen) => new(
        "KOLOM_VERBODEN",
        $"Het bestand bevat {Name(kolommen)}. Burgerservicenummers heeft Numo niet nodig en leest Numo niet; laat ze weg.");

    /// <summary>File: the export's names of columns are not published.</summary>
    public static Melding PresetNietBevestigd(Csvpreset preset) => new(
        "PRESET_NIET_BEVESTIGD",
        (preset == Csvpreset.Magister
            ? "Welke kolommen een export van Magister heeft, kiest elke school zelf; ze zijn op naam herkend. "
            : $"Welke kolommen een export van {preset} heeft, is niet openbaar; ze zijn op naam herkend. ")
        + "Controleer de herkende kolommen.");

    /// <summary>File: whole names in one column.</summary>
    public static Melding NaamNietGesplitst { get; } = new(
        "NAAM_NIET_GESPLITST",
        "De naam staat in één kolom en is niet gesplitst: hij staat in zijn geheel bij achternaam. Lever roepnaam, "
        + "voorvoegsel en achternaam apart aan voor goede lijsten.");

    /// <summary>File: rows that were skipped.</summary>
    public static Melding RegelsOvergeslagen(string reden, IReadOnlyList<int> regels) => new(
        "REGELS_OVERGESLAGEN",
        $"{(regels.Count == 1 ? "1 regel is" : $"{regels.Count} regels zijn")} overgeslagen: {reden} ({Lines(regels)}).");

    /// <summary>File: invisible characters were taken off.</summary>
    public static Melding OnzichtbareTekens(int velden) => new(
        "ONZICHTBARE_TEKENS",
        $"In {(velden == 1 ? "1 veld" : $"{velden} velden")} stonden onzichtbare tekens; die zijn weggehaald.");

    /// <summary>File: vestigingen of one digit.</summary>
    public static Melding VestigingAangevuld(int regels) => new(
        "VESTIGING_AANGEVULD",
        $"Bij {(regels == 1 ? "1 regel" : $"{regels} regels")} had de vestiging één cijfer; de voorloopnul die Excel weglaat "
        + "is aangevuld.");

    /// <summary>File: places by name instead of number.</summary>
    public static Melding LocatieNietGelezen { get; } = new(
        "LOCATIE_NIET_GELEZEN",
        "De kolom met de vestiging bevat namen in plaats van nummers. De school heeft één vestiging, dus die geldt.");

    /// <summary>File: pupil numbers that may have lost their zeros.</summary>
    public static Melding VoorloopnullenKwijt(int aantal, int lengte) => new(
        "VOORLOOPNULLEN_KWIJT",
        $"{(aantal == 1 ? "1 stamnummer is" : $"{aantal} stamnummers zijn")} korter dan {lengte} cijfers; Excel laat nullen "
        + "aan het begin weg. Numo herkent de leerling ook zonder die nullen en laat het nummer in Numo zoals het is.");

    /// <summary>Brake: nobody could be used.</summary>
    public static Melding GeenBruikbareRegels { get; } = new(
        "GEEN_BRUIKBARE_REGELS", "Geen enkele regel van het bestand is bruikbaar. Er wordt niemand gearchiveerd.");

    /// <summary>Row: this pupil number may have lost its zeros.</summary>
    public static Melding VoorloopnulKwijt(int regel, string waarde, int lengte) => new(
        "VOORLOOPNULLEN_KWIJT",
        $"Regel {regel}: stamnummer '{Show(waarde)}' is korter dan {lengte} cijfers; Excel heeft misschien nullen aan het "
        + $"begin weggelaten. {AlsTekst}");

    /// <summary>Row: a number that was shortened.</summary>
    public static Melding ExcelGetal(int regel, string kop, string waarde) => new(
        "EXCEL_GETAL",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is een getal dat Excel heeft ingekort; het echte nummer is verloren. "
        + AlsTekst);

    /// <summary>Row: something that became a date.</summary>
    public static Melding ExcelDatum(int regel, string kop, string waarde) => new(
        "EXCEL_DATUM",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is door Excel in een datum veranderd; wat er stond is verloren. "
        + AlsTekst);

    /// <summary>Row: an error of a spreadsheet.</summary>
    public static Melding ExcelFoutwaarde(int regel, string kop, string waarde) => new(
        "EXCEL_FOUTWAARDE",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is een foutmelding van Excel. Herstel de cel en lever opnieuw aan.");

    /// <summary>Row: a key with characters that nobody typed.</summary>
    public static Melding Stuurteken(int regel, string kop) => new(
        "STUURTEKEN",
        $"Regel {regel}, kolom '{kop}': in deze waarde staat een stuurteken of regeleinde, dus hij is niet gelezen.");

    /// <summary>Row: a name over several lines.</summary>
    public static Melding Regeleinde(int regel, string kop) => new(
        "REGELEINDE_IN_NAAM",
        $"Regel {regel}, kolom '{kop}': in deze naam staat een regeleinde. Controleer of de aanhalingstekens in het bestand "
        + "goed staan; anders lopen regels in elkaar over.");

    /// <summary>Row: a key or a code that does not fit: a part of it would be another.</summary>
    public static Melding WaardeTeLang(int regel, string kop, int max) => new(
        "WAARDE_TE_LANG", $"Regel {regel}, kolom '{kop}': deze waarde is langer dan {max} tekens en is niet gelezen.");

    /// <summary>Row: a name that does not fit.</summary>
    public static Melding WaardeAfgekapt(int regel, string kop, int max) => new(
        "WAARDE_AFGEKAPT",
        $"Regel {regel}, kolom '{kop}': deze waarde is langer dan {max} tekens; alleen de eerste {max} zijn overgenomen. Kort "
        + "haar in de bron in.");

    /// <summary>Row: fewer fields than names.</summary>
    public static Melding RegelTeKort(int regel, int velden, int kolommen) => new(
        "REGEL_TE_KORT",
        $"Regel {regel} heeft {velden} velden waar de kopregel er {kolommen} heeft; wat ontbreekt blijft in Numo zoals het is.");

    /// <summary>Rejected: more fields than names.</summary>
    public static Melding RegelTeBreed(int regel, int velden, int kolommen) => new(
        "REGEL_TE_BREED",
        $"Regel {regel} heeft {velden} velden waar de kopregel er {kolommen} heeft, dus de velden zijn verschoven. Zet een "
        + "waarde met een scheidingsteken tussen aanhalingstekens.");

    /// <summary>Rejected: no name at all.</summary>
    public static Melding GeenNaam(int regel) => new(
        "GEEN_NAAM", $"Regel {regel}: er is geen achternaam en geen roepnaam. Vul de naam in en lever opnieuw aan.");

    /// <summary>Rejected: nothing to recognise the person by.</summary>
    public static Melding GeenSleutel(int regel, string kolommen) => new(
        "GEEN_SLEUTEL",
        $"Regel {regel}: {kolommen} is leeg of onbruikbaar, dus deze persoon kan niet worden herkend. Vul het nummer in.");

    /// <summary>Rejected: the file is of another school.</summary>
    public static Melding AndereSchool(int regel, string waarde) => new(
        "ANDERE_SCHOOL", $"Regel {regel}: '{Show(waarde)}' is niet het BRIN van deze school.");

    /// <summary>Rejected: a vestiging that the school does not have.</summary>
    public static Melding VestigingOnbekend(int regel, string waarde) => new(
        "VESTIGING_ONBEKEND",
        $"Regel {regel}: '{Show(waarde)}' is geen vestiging van deze school in Numo. Vul twee cijfers in, zoals 00 of 01.");

    /// <summary>Rejected: which vestiging is not said.</summary>
    public static Melding VestigingOntbreekt(int regel) => new(
        "VESTIGING_ONTBREEKT", $"Regel {regel}: de vestiging is leeg, en de school heeft er meer dan één. Vul haar in.");

    /// <summary>Row: a leerjaar that is none.</summary>
    public static Melding LeerjaarOnleesbaar(int regel, string waarde) => new(
        "LEERJAAR_ONLEESBAAR",
        $"Regel {regel}: leerjaar '{Show(waarde)}' is geen getal van 1 tot en met 6; het leerjaar blijft in Numo zoals het is.");

    /// <summary>Row: a date that is none.</summary>
    public static Melding DatumOnleesbaar(int regel, string kop, string waarde) => new(
        "DATUM_ONLEESBAAR",
        $"Regel {regel}, kolom '{kop}': '{Show(waarde)}' is geen datum zoals 31-07-2027; de regel is gelezen alsof er geen "
        + "datum staat.");

    /// <summary>Row: the same once more.</summary>
    public static Melding DubbeleRegel(int eerste, int tweede) => new(
        "DUBBELE_REGEL", $"Regel {eerste} en regel {tweede} zeggen hetzelfde over dezelfde persoon; één ervan telt.");

    /// <summary>Row: another home class on a later row.</summary>
    public static Melding MeerStamgroepen(int eerste, int tweede) => new(
        "MEER_STAMGROEPEN", $"Regel {eerste} en regel {tweede} noemen een andere stamgroep; die van regel {eerste} telt.");

    /// <summary>Row: the key of another person.</summary>
    public static Melding ZelfdeSleutel(int eerste, int tweede) => new(
        "ZELFDE_SLEUTEL",
        $"Regel {eerste} en regel {tweede} hebben hetzelfde nummer maar zijn niet duidelijk dezelfde persoon. Herstel het "
        + "nummer of de naam.");

    /// <summary>Rejected: rows of one person that contradict each other.</summary>
    public static Melding TegenstrijdigeRegels(int eerste, int tweede, string kolommen) => new(
        "TEGENSTRIJDIGE_REGELS",
        $"Regel {eerste} en regel {tweede} gaan over dezelfde persoon maar verschillen in {kolommen}. Laat één regel over.");

    /// <summary>Row: a groep that cannot be one.</summary>
    public static Melding GroepIsStamgroep(int regel, string groep) => new(
        "GROEP_IS_STAMGROEP",
        $"Regel {regel}: '{Show(groep)}' is een stamgroep en kan niet ook een samengestelde groep zijn; alleen de stamgroep "
        + "telt.");

    private static string Name(IReadOnlyList<string> kolommen) =>
        string.Join(", ", kolommen.Take(MostNamed).Select(k => $"'{Show(k)}'"))
        + (kolommen.Count > MostNamed ? $" en {kolommen.Count - MostNamed} andere" : "");

    private static string Lines(IReadOnlyList<int> regels) => regels.Count == 1
        ? $"regel {regels[0]}"
        : "regels " + string.Join(", ", regels.Take(MostNamed))
            + (regels.Count > MostNamed ? $" en {regels.Count - MostNamed} andere" : "");

    private static string Show(string waarde) =>
        waarde.Length <= 40 ? waarde : new SourceText(waarde, TextRepair.None).Cut(39) + "…";
}
