using Kurve.Numo.Domain.Importeren.Csv;
using static Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv.Corpusbestand;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>The corpus: files as schools send them, good, odd and broken.</summary>
internal static class Corpus
{
    private const string Kop = "stamnummer;roepnaam;voorvoegsel;achternaam;klas;leerjaar;opleidingscode\r\n";
    private const string Noor = "001234;Noor;van der;Voorbeeld;1A;1;HV1\r\n";
    private const string Sem = "001235;Sem;;Fictief;4H2;4;H4\r\n";
    private const string Zoë = "001236;Zoë;;Verzonné;1A;1;HV1\r\n";

    /// <summary>Every file, in order.</summary>
    public static IReadOnlyList<Corpusbestand> All { get; } =
        [.. Tekens(), .. Vormen(), .. Koppen(), .. Exports(), .. Schade(), .. Personen(), .. Scholen(), .. Kapot()];

    private static IEnumerable<Corpusbestand> Tekens() =>
    [
        Utf8("tekens-utf8", Kop + Zoë),
        Bom("tekens-utf8-bom", Kop + Zoë),
        Utf16("tekens-utf16-le", Kop + Zoë),
        Utf16("tekens-utf16-be", Kop + Zoë, bigEndian: true),
        Utf16("tekens-utf16-le-zonder-bom", Kop + Zoë, metBom: false),
        Utf16("tekens-utf16-be-zonder-bom", Kop + Zoë, bigEndian: true, metBom: false),
        Windows1252("tekens-windows1252", Kop + Zoë + "001237;Chloë;;Fröbel-Núñez;1A;1;HV1\r\n"),
        Utf8("tekens-dubbel-gecodeerd", Kop + "001236;ZoÃ«;;Verzonnen;1A;1;HV1\r\n"),
        Utf8("tekens-vervangen", Kop + "001236;Zo\uFFFD;;Verzonnen;1A;1;HV1\r\n"),
        Bom("tekens-bom-midden", Kop + Noor + "\uFEFF" + Sem),
        Utf8("tekens-onzichtbaar-in-kop", "\u200Bstam\u00ADnummer;\u00A0roepnaam\u00A0;achternaam\u2060;klas\r\n001234;Noor;Voorbeeld;1A\r\n"),
        Utf8("tekens-onzichtbaar-in-sleutel", Kop + "\u200B001234\uFEFF;Noor;;Voorbeeld;\u00A01A\u00A0;1;HV1\r\n"),
        Utf8("tekens-emoji-en-schrift", Kop + "001234;Ayşe 🌸;;Öztürk-Данилов;1A;1;HV1\r\n"),
    ];

    private static IEnumerable<Corpusbestand> Vormen() =>
    [
        Utf8("vorm-puntkomma-crlf", Kop + Noor + Sem),
        Utf8("vorm-komma-lf", (Kop + Noor + Sem).Replace(';', ',').Replace("\r\n", "\n")),
        Utf8("vorm-tab", (Kop + Noor + Sem).Replace(';', '\t')),
        Utf8("vorm-cr", (Kop + Noor + Sem).Replace("\r\n", "\r")),
        Utf8("vorm-cr-cr-lf", (Kop + Noor + Sem).Replace("\r\n", "\r\r\n")),
        Utf8("vorm-zonder-laatste-regeleinde", (Kop + Noor + Sem).TrimEnd()),
        Utf8("vorm-sep-regel", "sep=,\r\n" + (Kop + Noor + Sem).Replace(';', ',')),
        Utf8("vorm-aanhalingstekens", "\"stamnummer\",\"roepnaam\",\"achternaam\",\"klas\"\r\n"
            + "\"001234\",\"Noor \"\"Noortje\"\"\",\"Voorbeeld, van der\",\"1A\"\r\n"),
        Utf8("vorm-aanhalingsteken-in-veld", Kop + "001234;Noor;van 't;Voorbeeld \"de lange\";1A;1;HV1\r\n" + Sem),
        Utf8("vorm-regeleinde-in-naam", Kop + "001234;\"Noor\r\nMaria\";;Voorbeeld;1A;1;HV1\r\n" + "x;Sem;;Fictief;4H2;9;H4\r\n"),
        Utf8("vorm-regeleinde-in-sleutel", Kop + "\"0012\n34\";Noor;;Voorbeeld;1A;1;HV1\r\n" + Sem),
        Utf8("vorm-lege-regels", "\r\n" + Kop + "\r\n" + Noor + ";;;;;;\r\n\r\n  ;;;;;;\r\n" + Sem + "\r\n"),
        Utf8("vorm-te-korte-regel", Kop + "001234;Noor;van der;Voorbeeld\r\n" + Sem),
        Utf8("vorm-te-brede-regel", Kop + "001234;Noor;van der;Voorbeeld;de lange;1A;1;HV1\r\n" + Sem),
        Utf8("vorm-lege-velden-achteraan", Kop + "001234;Noor;van der;Voorbeeld;1A;1;HV1;;;\r\n"),
        Utf8("vorm-puntkomma-met-kommas", "stamnummer;roepnaam;achternaam;groepen\r\n001234;Noor;Voorbeeld;wisA1,du2\r\n"
            + "001235;Sem;Fictief;wisA1,fa1\r\n"),
        Utf8("vorm-formule-apostrof", Kop + "001234;'=Noor;;'+Voorbeeld;'@1A;1;HV1\r\n001235;'s;'t;Fictief;=\"007\";4;H4\r\n"),
    ];

    private static IEnumerable<Corpusbestand> Koppen() =>
    [
        Utf8("kop-regel-4", "Export leerlingen\r\nGemaakt op 1-11-2026\r\n\r\n" + Kop + Noor),
        Utf8("kop-regel-10", string.Concat(Enumerable.Repeat("toelichting\r\n", 9)) + Kop + Noor),
        Utf8("kop-regel-11", string.Concat(Enumerable.Repeat("toelichting\r\n", 10)) + Kop + Noor),
        Utf8("kop-herhaald", Kop + Noor + Kop + Sem),
        Utf8("kop-engels", "Student Number,First Name,Surname Prefix,Last Name,Class,Year Group,Programme,External ID\r\n"
            + "001234,Noor,van der,Voorbeeld,1A,1,havo/vwo,ab-1\r\n"),
        Utf8("kop-hoofdletters-en-leestekens", "STAMNR.;Roep-Naam;Tussenv.;ACHTERNAAM *;Stam_groep;E-mail adres\r\n"
            + "001234;Noor;van der;Voorbeeld;1A;noor@voorbeeld.invalid\r\n"),
        Utf8("kop-andere-volgorde", "achternaam;klas;stamnummer;roepnaam\r\nVoorbeeld;1A;001234;Noor\r\n"),
        Utf8("kop-onbekende-kolommen", "stamnummer;roepnaam;achternaam;geslacht;hobby\r\n001234;Noor;Voorbeeld;v;dans\r\n"),
        Utf8("kop-bsn", "stamnummer;bsn;roepnaam;achternaam\r\n001234;;Noor;Voorbeeld\r\n"),
        Utf8("kop-hele-naam", "leerlingnummer;naam;klas\r\n001234;Noor van der Voorbeeld;1A\r\n"),
        Utf8("kop-zonder-sleutel", "roepnaam;achternaam;klas;postcode\r\nNoor;Voorbeeld;1A;\r\n"),
        Utf8("kop-zonder-namen", "stamnummer;klas\r\n001234;1A\r\n"),
        Utf8("kop-dubbele-kolom", "stamnummer;roepnaam;achternaam;klas;stamgroep\r\n001234;Noor;Voorbeeld;1A;1B\r\n"),
        Utf8("kop-ontbreekt", Noor + Sem),
        Utf8("kop-alleen", Kop),
        Utf8("kop-alleen-en-lege-regels", Kop + ";;;;;;\r\n\r\n"),
        Utf8("kop-eigen-indeling", "nr;vn;an;gr1;gr2\r\n001234;Noor;Voorbeeld;1A;wisA1\r\n").By(
            ("nr", Csvkolom.Stamnummer), ("VN", Csvkolom.Roepnaam), ("an", Csvkolom.Achternaam),
            ("gr1", Csvkolom.Stamgroep), ("gr2", Csvkolom.Groepen)),
        Utf8("kop-eigen-indeling-past-niet", "nr;vn;an\r\n001234;Noor;Voorbeeld\r\n").By(
            ("nr", Csvkolom.Stamnummer), ("vn", Csvkolom.Roepnaam), ("an", Csvkolom.Achternaam),
            ("gr1", Csvkolom.Stamgroep)),
        Utf8("kop-eigen-indeling-negeert", "stamnummer;roepnaam;achternaam;klas\r\n001234;Noor;Voorbeeld;1A\r\n").By(
            ("klas", Csvkolom.Negeren)),
    ];

    private static IEnumerable<Corpusbestand> Exports() =>
    [
        Bom("export-numo-profiel", Csvprofiel.ToSjabloon(metVoorbeelden: true)).As(Csvpreset.Numo),
        Bom("export-numo-gearchiveerd", Csvprofiel.ToSjabloon(metVoorbeelden: true)
            + "leerling;gearchiveerd;00;;;009999;;Weg;;Gegaan;;1;HV1;;;\r\n").As(Csvpreset.Numo),
        Windows1252("export-magister", "Stamnr;Roepnaam;Tussenv;Achternaam;Klas;Studie;Leerfase.Leerjaar;Profiel.Code;Loginaccount.Naam\r\n"
            + "12345;Noor;van der;Voorbeeld;1A;HV1;1;;nvoorbeeld\r\n12346;Chloë;;Fictief;4H2;H4;4;EM;cfictief\r\n")
            .As(Csvpreset.Magister),
        Utf8("export-magister-layout", "STAMNR;FIRSTNAME;PREFIX;LASTNAME;CLASS;STUDY;STUDYYEAR;LOCATION;STUDYPERIOD;vertrekdatum\r\n"
            + "12345;Noor;van der;Voorbeeld;1A;HV1;1;Hoofdgebouw;2627;\r\n12346;Sem;;Fictief;4H2;H4;4;Hoofdgebouw;2627;01-09-2026\r\n"
            + "12347;Bo;;Bedacht;4H2;H4;4;Hoofdgebouw;2627;31-07-2027\r\n").As(Csvpreset.Magister),
        Utf8("export-magister-inschrijvingen", "Stamnr;Roepnaam;Achternaam;Klas;Studie;Leerjaar;studieeinddatum\r\n"
            + "12345;Noor;Voorbeeld;1A;HV1;1;15-09-2026\r\n12345;Noor;Voorbeeld;1B;V1;1;31-07-2027\r\n").As(Csvpreset.Magister),
        Utf8("export-somtoday", "Leerlingnummer,Roepnaam,Voorvoegsel,Achternaam,Stamgroep,Leerjaar,Opleiding,Lesgroepen,UUID\r\n"
            + "1234,Noor,van der,Voorbeeld,1A,1,havo/vwo,\"1A-wi,1A-en\",0b8d0000-0000-0000-0000-000000000001\r\n")
            .As(Csvpreset.Somtoday),
        Utf8("export-eduarte", "Deelnemernummer;Roepnaam;Voorvoegsel;Achternaam;Groep;Crebo;Leerjaar;Einddatum verbintenis\r\n"
            + "70001;Noor;van der;Voorbeeld;ICT1A;25187;1;\r\n70002;Sem;;Fictief;ICT1A;25187;1;2026-09-01\r\n")
            .As(Csvpreset.Eduarte),
        Utf8("export-docenten", "Afkorting;Roepnaam;Tussenvoegsel;Achternaam;E-mail;Klas;Groepen\r\n"
            + "VBD;Joke;de;Verzonnen;j.de.verzonnen@voorbeeld.invalid;1A;wisA1|wisA2\r\n").OfDocenten(),
        Utf8("export-leerlingen-en-docenten", "rol;stamnummer;sleutel;roepnaam;achternaam;email;stamgroep;groepen\r\n"
            + "leerling;001234;;Noor;Voorbeeld;;1A;wisA1\r\nTeacher;;VBD;Joke;Verzonnen;joke@voorbeeld.invalid;1A;wisA1\r\n"
            + "conciërge;;KLS;Karel;Sleutelbos;;;\r\n"),
        Utf8("export-regel-per-lesgroep", "leerlingnummer;roepnaam;achternaam;klas;lesgroep\r\n001234;Noor;Voorbeeld;1A;wisA1\r\n"
            + "001234;Noor;Voorbeeld;1A;en2\r\n001234;Noor;Voorbeeld;1A;du3\r\n"),
        Utf8("export-kolom-per-lesgroep", "leerlingnummer;roepnaam;achternaam;klas;lesgroep;lesgroep;lesgroep\r\n"
            + "001234;Noor;Voorbeeld;1A;wisA1;;du3\r\n"),
    ];

    private static IEnumerable<Corpusbestand> Schade() =>
    [
        Utf8("excel-wetenschappelijk", Kop + "1,23E+05;Noor;;Voorbeeld;1A;1;HV1\r\n1.24E+05;Bo;;Bedacht;1A;1;HV1\r\n" + Sem),
        Utf8("excel-wetenschappelijk-met-eckid", "stamnummer;eckid;roepnaam;achternaam\r\n"
            + $"1,23E+05;https://ketenid.nl/pilot/{new string('1', 128)};Noor;Voorbeeld\r\n"),
        Utf8("excel-voorloopnullen", Kop + "1234;Noor;;Voorbeeld;1A;1;HV1\r\n201235;Sem;;Fictief;4H2;4;H4\r\n"
            + "201236;Bo;;Bedacht;1A;1;HV1\r\n201237;Kim;;Denkbeeld;1A;1;HV1\r\n"),
        Utf8("excel-decimaal", Kop + "123456,0;Noor;;Voorbeeld;1A;1;HV1\r\n" + Sem),
        Utf8("excel-datum-klas", Kop + "001234;Noor;;Voorbeeld;1-feb;1;HV1\r\n001235;Sem;;Fictief;01-02-2026;4;H4\r\n"
            + "001236;Bo;;Bedacht;mrt-26;1;HV1\r\n001237;Kim;;Denkbeeld;2026-02-01 00:00:00;1;HV1\r\n"),
        Utf8("excel-datum-groepen", "stamnummer;roepnaam;achternaam;groepen\r\n001234;Noor;Voorbeeld;wisA1|1-mei\r\n"),
        Utf8("excel-foutwaarde", Kop + "#NAAM?;Noor;;Voorbeeld;1A;1;HV1\r\n001235;#N/B;;Fictief;#######;4;#WAARDE!\r\n"),
        Utf8("excel-vestiging-een-cijfer", "vestiging;stamnummer;roepnaam;achternaam\r\n0;001234;Noor;Voorbeeld\r\n1;001235;Sem;Fictief\r\n")
            .At("00", "01"),
        Utf8("excel-leerjaar", Kop + "001234;Noor;;Voorbeeld;1A;een;HV1\r\n001235;Sem;;Fictief;4H2;14;H4\r\n001236;Bo;;Bedacht;1A;7;HV1\r\n"),
    ];

    private static IEnumerable<Corpusbestand> Personen() =>
    [
        Utf8("persoon-zelfde-regel-twee-keer", Kop + Noor + Noor),
        Utf8("persoon-zelfde-nummer-andere-naam", Kop + Noor + "1234;Sem;;Fictief;4H2;4;H4\r\n"),
        Utf8("persoon-tegenstrijdig", Kop + Noor + "001234;Noor;van der;Voorbeeld;1A;2;HV1\r\n"),
        Utf8("persoon-twee-klassen", Kop + Noor + "001234;Noor;van der;Voorbeeld;1B;1;HV1\r\n"),
        Utf8("persoon-zonder-nummer", Kop + ";Noor;;Voorbeeld;1A;1;HV1\r\n" + Sem),
        Utf8("persoon-zonder-naam", Kop + "001234;;;;1A;1;HV1\r\n" + Sem),
        Utf8("persoon-te-lang-nummer", Kop + new string('9', 65) + ";Noor;;Voorbeeld;1A;1;HV1\r\n" + Sem),
        Utf8("persoon-te-lange-naam", Kop + "001234;Noor;;" + new string('a', 201) + ";1A;1;HV1\r\n"),
        Utf8("persoon-alle-onbruikbaar", Kop + ";Noor;;Voorbeeld;1A;1;HV1\r\n;Sem;;Fictief;4H2;4;H4\r\n"),
        Utf8("persoon-groep-is-stamgroep", "stamnummer;roepnaam;achternaam;klas;groepen\r\n001234;Noor;Voorbeeld;1A;1A|wisA1\r\n"
            + "001235;Sem;Fictief;1B;1A\r\n"),
        Utf8("persoon-groep-hoofdletters", "stamnummer;roepnaam;achternaam;klas\r\n001234;Noor;Voorbeeld;1a\r\n001235;Sem;Fictief;1A\r\n"),
        Utf8("persoon-zonder-opleiding", Kop + "001234;Noor;;Voorbeeld;1A;1;\r\n001235;Sem;;Fictief;4H2;4;XYZ9\r\n001236;Bo;;Bedacht;1A;6;H4\r\n"),
        Utf8("vestiging-brin6", "BRIN6;stamnummer;roepnaam;achternaam\r\n99AA01;001234;Noor;Voorbeeld\r\n99aa00;001235;Sem;Fictief\r\n")
            .At("00", "01"),
        Utf8("vestiging-andere-school", "brin;stamnummer;roepnaam;achternaam\r\n99ZZ;001234;Noor;Voorbeeld\r\n99AA;001235;Sem;Fictief\r\n"),
        Utf8("vestiging-onbekend", "vestiging;stamnummer;roepnaam;achternaam\r\n07;001234;Noor;Voorbeeld\r\n;001235;Sem;Fictief\r\n"
            + "01;001236;Bo;Bedacht\r\n").At("00", "01"),
        Utf8("vestiging-naam", "locatie;stamnummer;roepnaam;achternaam\r\nHoofdgebouw;001234;Noor;Voorbeeld\r\n"),
        Utf8("vestiging-ontbreekt", Kop + Noor).At("00", "01"),
        Utf8("vestiging-genoemd", Kop + Noor).At("00", "01").Of("01"),
    ];

    /// <summary>What people who run such couplings report of their schools' files.</summary>
    private static IEnumerable<Corpusbestand> Scholen() =>
    [
        Bytes("school-mac-roman", 10000, Kop + Zoë + "001237;André;;Nuñez;1A;1;HV1\r\n"),
        Bytes("school-cp850", 850, Kop + Zoë + "001237;André;;Müller;1A;1;HV1\r\n"),
        Utf8("school-letters-kwijt", Kop + "001236;Yi?it;;Güne?;1A;1;HV1\r\n001237;Zo\uFFFD;;Fictief;1A;1;HV1\r\n"),
        Utf8("school-html", "stamnummer,roepnaam,achternaam\r\n001234,Andr&eacute;,O&#039;Hara\r\n"),
        Utf8("school-email", "afkorting;roepnaam;achternaam;email\r\nA;An;Fictief;geen\r\nB;Bep;Bedacht;Bep <b@x.invalid>\r\n"
            + "C;Cor;Voorbeeld;mailto:c@x.invalid\r\nD;Dirk;Denkbeeld;d@x.invalid, e@x.invalid\r\n;Eva;Verzonnen;e@x.invalid\r\n").OfDocenten(),
        Utf8("school-rollen", "rol;sleutel;roepnaam;achternaam\r\nleelring;1;Noor;Fictief\r\nLeraar LB;2;Joke;Verzonnen\r\n"
            + "stud.;3;Sem;Bedacht\r\nOP;4;Ad;Voorbeeld\r\nOOP;5;Kees;Denkbeeld\r\n"),
        Utf8("school-statussen", "stamnummer;roepnaam;achternaam;status\r\n1;Noor;Fictief;active\r\n2;Sem;Bedacht;tobedeleted\r\n"
            + "3;Bo;Voorbeeld;Oud-leerling\r\n4;Kim;Denkbeeld;vooraanmelding\r\n"),
        Utf8("school-datums", "stamnummer;roepnaam;achternaam;begindatum;einddatum\r\n1;Noor;Fictief;01-08-2026;30-12-1899\r\n"
            + "2;Sem;Bedacht;01-12-2026;0001-01-01\r\n3;Bo;Voorbeeld;;31-10-2026\r\n"),
        Utf8("school-volgend-jaar", "stamnummer;roepnaam;achternaam;schooljaar\r\n1;Noor;Fictief;2027-2028\r\n2;Sem;Bedacht;27/28\r\n"),
        Utf8("school-spreadsheet", Kop + "'001001;Noor;;Fictief;3 april;1;HV1\r\n123.001;Sem;;Bedacht;03. Apr;1;HV1\r\n"
            + "9 001;Bo;;Voorbeeld;4.2;1;HV1\r\n"),
        Utf8("school-voet", "stamnummer;roepnaam;achternaam\r\n1;Noor;Fictief\r\nTotaal;1;\r\nAfgedrukt op 1-11-2026;;\r\n"),
        Utf8("school-geen-klas", "stamnummer;roepnaam;achternaam;klas\r\n1;Noor;Fictief;-\r\n2;Sem;Bedacht;n.v.t.\r\n3;Bo;Voorbeeld;(leeg)\r\n"),
        Utf8("school-veel-kommas", "stamnummer;roepnaam;achternaam;groepen\r\n1;Noor;Fictief;a,b,c,d,e,f\r\n2;Sem;Bedacht;a,b,c,d,e,f\r\n"),
        Utf8("school-oneroster", "sourcedId,status,enabledUser,role,givenName,familyName,email,grades\r\n"
            + "a-1,active,true,student,Noor,Fictief,,1\r\na-2,active,true,teacher,Joke,Verzonnen,joke@x.invalid,\r\na-3,active,true,guardian,Piet,Fictief,,\r\n"),
        Utf8("school-sds", "SIS ID,School SIS ID,Username,First Name,Last Name,Grade\r\n001234,1,nfictief,Noor,Fictief,1\r\n"),
        Utf8("school-moodle", "username,idnumber,firstname,lastname,cohort1,suspended\r\nn,001234,Noor,Fictief,1A,0\r\ns,001235,Sem,Bedacht,1A,1\r\n"),
    ];

    private static Corpusbestand Bytes(string naam, int codepage, string tekst) =>
        new(naam, System.Text.CodePagesEncodingProvider.Instance.GetEncoding(codepage)!.GetBytes(tekst));

    private static IEnumerable<Corpusbestand> Kapot() =>
    [
        new("kapot-leeg", []),
        Bom("kapot-alleen-bom", ""),
        Utf8("kapot-alleen-spaties", "  \r\n \r\n"),
        new("kapot-xlsx", [.. "PK\u0003\u0004"u8, .. new byte[60]]),
        new("kapot-xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        Utf8("kapot-nul", Kop + Noor + "001235;Se\0m;;Fictief;4H2;4;H4\r\n"),
        new("kapot-utf8-bom-met-1252", [.. Bom("", Kop + Noor).Inhoud, .. Windows1252("", "001236;Zoë;;V;1A;1;HV1\r\n").Inhoud]),
        new("kapot-utf16-half", [.. Utf16("", Kop + Noor).Inhoud, 0x41]),
        new("kapot-onbestaand-teken", [.. Utf8("", Kop + Noor).Inhoud, .. "001236;Zo"u8, 0x81, .. ";;V;1A;1;HV1\r\n"u8]),
        Utf8("kapot-aanhalingsteken-open", Kop + Noor + "001235;\"Sem;;Fictief;4H2;4;H4\r\n" + Zoë),
        Utf8("kapot-aanhalingsteken-halverwege", Kop + "001234;\"Noor\" Maria;;Voorbeeld;1A;1;HV1\r\n" + Sem),
        Utf8("kapot-te-veel-kolommen", string.Join(';', Enumerable.Range(1, 501).Select(n => $"k{n}")) + "\r\n"),
        Utf8("kapot-geen-tabel", "{\"leerlingen\": [{\"nummer\": 1}]}\r\n"),
        Utf8("kapot-html", "<html><body><table><tr><td>stamnummer</td></tr></table></body></html>\r\n"),
    ];
}
