using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>
/// The names that columns have in exports, Dutch and English (those of Dutch products, of the exports of Magister,
/// Somtoday
/// and Eduarte, and of OneRoster, Microsoft School Data Sync and Moodle), each time the best known first. Case,
/// accents,
/// spaces, punctuation and invisible characters do not count.
/// </summary>
public static class Kolomnamen
{
    /// <summary>Longest name that is looked at; longer ones are no names.</summary>
    private const int Longest = 100;

    /// <summary>What stands behind every name that a preset has of its own.</summary>
    private const int AfterEigen = 1000;

    private static readonly FrozenDictionary<string, Kolomnaam> Algemeen = Read(
    [
        (Csvkolom.Rol, "rol, role, roles, persoonssoort, persoonstype, gebruikerstype, usertype, functie"),
        (Csvkolom.Status, "status, actief, isactief, active, isactive, inschrijfstatus, inschrijvingsstatus, leerlingstatus, "
            + "accountstatus, enrolmentstatus, enrollmentstatus, enrolstatus, enableduser, enabled, isenabled, "
            + "accountenabled, ingeschreven"),
        (Csvkolom.NietActief, "suspended, issuspended, deleted, isdeleted, disabled, isdisabled, accountdisabled, archived, "
            + "isarchived, inactive, inactief, nietactief, geblokkeerd, verwijderd, gearchiveerd, uitgeschreven, vertrokken"),
        (Csvkolom.Brin, "brin, brincode, brinnummer, brin4"),
        (Csvkolom.Vestiging, "vestiging, vestigingsnummer, vestigingnummer, vestigingscode, brin6, brinvestiging, "
            + "locatie, locatiecode, location, site, dependance, dependancecode"),
        (Csvkolom.EckId, "eckid, eck, ketenid, eckidentifier"),
        (Csvkolom.Sleutel, "sleutel, uwlrkey, uwlrsleutel, lassleutel, laskey, externeid, externalid, key, uuid, guid, "
            + "personeelsnummer, personeelsnr, medewerkernummer, medewerkernr, docentcode, docentafkorting, afkorting, "
            + "staffid, teacherid, teachernumber, employeeid, employeenumber, sourcedid, usersourcedid, sisid, studentsisid, "
            + "teachersisid, usersisid"),
        (Csvkolom.Stamnummer, "stamnummer, stamnr, stamnrstr, leerlingnummer, leerlingnr, llnr, llnummer, studentnummer, "
            + "studentnr, deelnemernummer, deelnemernr, studentnumber, studentid, pupilnumber, pupilid, admissionnumber, "
            + "idnumber, identifier"),
        (Csvkolom.IdGebr, "idgebr, gebruikerid, loginaccountid"),
        (Csvkolom.Roepnaam, "roepnaam, voornaam, firstname, givenname, preferredname, preferredfirstname, "
            + "preferredgivenname"),
        (Csvkolom.Voorvoegsel, "voorvoegsel, voorvoegsels, tussenvoegsel, tussenvoegsels, tussenv, tv, prefix, infix, "
            + "surnameprefix, lastnameprefix"),
        (Csvkolom.Achternaam, "achternaam, familienaam, lastname, surname, familyname, preferredfamilyname"),
        (Csvkolom.Naam, "naam, name, volledigenaam, fullname, displayname, weergavenaam"),
        (Csvkolom.Email, "email, emailadres, mail, mailadres, emailaddress, schoolemail, emailschool, "
            + "userprincipalname, upn"),
        (Csvkolom.Leerjaar, "leerjaar, jaarlaag, leerfaseleerjaar, jaargroep, grade, grades, gradelevel, yeargroup, year, "
            + "studyyear"),
        (Csvkolom.Opleidingscode, "opleidingscode, opleidingcode, studiecode, studie, study, studycode, programmecode, "
            + "elementcode, iltcode, erkendeopleidingscode, crebo, crebocode, crebonummer"),
        (Csvkolom.Opleiding, "opleiding, opleidingsnaam, opleidingnaam, leerweg, niveau, schooltype, onderwijssoort, "
            + "programme, program, level"),
        (Csvkolom.Stamgroep, "stamgroep, klas, stamklas, basisgroep, klascode, class, homeclass, homegroup, homeroom, "
            + "formgroup, cohort1"),
        (Csvkolom.Groepen, "groepen, groep, lesgroep, lesgroepen, cluster, clusters, clustergroep, clustergroepen, "
            + "samengesteldegroep, samengesteldegroepen, group, groups, classes, sections"),
        (Csvkolom.Begindatum, "begindatum, startdatum, ingangsdatum, inschrijfdatum, studiebegindatum, datumin, datumindienst, "
            + "begindatuminschrijving, startdatuminschrijving, begindatumplaatsing, startdate, begindate, entrydate, "
            + "enrolmentdate, enrollmentdate, admissiondate, validfrom"),
        (Csvkolom.Einddatum, "einddatum, vertrekdatum, uitschrijfdatum, studieeinddatum, datumuit, datumuitdienst, "
            + "einddatuminschrijving, einddatumplaatsing, uitstroomdatum, enddate, leavingdate, leavedate, exitdate, "
            + "withdrawaldate, validto, validuntil"),
        (Csvkolom.Schooljaar, "schooljaar, lesjaar, schoolyear, academicyear, leerfaseschooljaar, studyperiod, lesperiode, "
            + "lesperiodekorteomschrijving"),
    ]);

    private static readonly FrozenDictionary<Csvpreset, FrozenDictionary<string, Kolomnaam>> Eigen =
        new Dictionary<Csvpreset, FrozenDictionary<string, Kolomnaam>>
        {
            [Csvpreset.Magister] = Read(
            [
                (Csvkolom.Negeren, "loginnaam, loginaccountnaam, profilecode, profielcode, profiledesc, "
                    + "administratieveeenheidomschrijving, initials, gender, location"),
            ]),
            [Csvpreset.Somtoday] = Read(
            [
                (Csvkolom.Opleiding, "plaatsing, opleidingomschrijving"),
                (Csvkolom.Negeren, "gebruikersnaam, voorletters, voornamen, geslacht"),
            ]),
            [Csvpreset.Eduarte] = Read(
            [
                (Csvkolom.Stamgroep, "groep, groepcode, standaardgroep"),
                (Csvkolom.Opleidingscode, "creboverbintenis, kwalificatiecode"),
                (Csvkolom.Begindatum, "begindatumverbintenis, ingangsdatumverbintenis"),
                (Csvkolom.Einddatum, "einddatumverbintenis, werkelijkeeinddatum"),
                (Csvkolom.Negeren, "cohort, verbintenisnummer"),
            ]),
        }.ToFrozenDictionary();

    /// <summary>Numbers of citizens: they must not be in the file, and are not read.</summary>
    private static readonly FrozenSet<string> Verboden =
        new[] { "bsn", "burgerservicenummer", "onderwijsnummer", "sofinummer", "pgn", "persoonsgebondennummer" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a name stands for; null when it is not known.</summary>
    /// <param name="kop">The name as the file has it.</param>
    /// <param name="preset">The export that the file is of; its own names go before those of all.</param>
    public static Csvkolom? Find(string kop, Csvpreset preset)
    {
        var naam = Normalise(kop);
        return Look(naam, preset) is { } known ? known.Kolom
            : IsNumberedGroep(naam, preset) ? Csvkolom.Groepen
            : Einddatumnaam.Is(naam) ? Csvkolom.Einddatum
            : null;
    }

    /// <summary>How well known a name is among those of its column: the lower, the better.</summary>
    /// <param name="kop">The name as the file has it.</param>
    /// <param name="preset">The export that the file is of; its own names go before those of all.</param>
    public static int Rank(string kop, Csvpreset preset) => Look(Normalise(kop), preset)?.Plaats ?? int.MaxValue;

    private static Kolomnaam? Look(string naam, Csvpreset preset) =>
        Eigen.TryGetValue(preset, out var eigen) && eigen.TryGetValue(naam, out var kolom) ? kolom
        : Algemeen.TryGetValue(naam, out kolom) ? kolom with { Plaats = kolom.Plaats + AfterEigen }
        : null;

    // Lesgroep 2, cluster3, Moodle's cohort2.
    private static bool IsNumberedGroep(string naam, Csvpreset preset)
    {
        var zonder = naam.TrimEnd("0123456789".ToCharArray());
        return zonder.Length < naam.Length
            && (zonder is "cohort" || Look(zonder, preset)?.Kolom == Csvkolom.Groepen);
    }

    /// <summary>Whether a column must not be in the file at all.</summary>
    public static bool IsForbidden(string kop) => Verboden.Contains(Normalise(kop));

    /// <summary>The name of a column in Numo's own profile.</summary>
    public static string Of(Csvkolom kolom) => kolom.ToString().ToLowerInvariant();

    /// <summary>The form to compare names by: letters and digits, lower case, without accents.</summary>
    public static string Normalise(string kop)
    {
        if (kop.Length > Longest)
        {
            return "";
        }

        // Filtered first: what is half of a character cannot be decomposed.
        var letters = string.Concat(kop.Where(c => char.IsLetterOrDigit(c) || IsMark(c)));
        return string.Concat(letters
            .Normalize(NormalizationForm.FormKD)
            .Where(char.IsLetterOrDigit)
            .Select(char.ToLowerInvariant));
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static FrozenDictionary<string, Kolomnaam> Read((Csvkolom Kolom, string Namen)[] kolommen) => kolommen
        .SelectMany(k => k.Namen.Split(", ").Select((naam, plaats) => (naam, new Kolomnaam(k.Kolom, plaats))))
        .ToFrozenDictionary(n => n.naam, n => n.Item2, StringComparer.Ordinal);

    /// <param name="Kolom">What a name stands for.</param>
    /// <param name="Plaats">Its place among the names of that column.</param>
    private sealed record Kolomnaam(Csvkolom Kolom, int Plaats);
}
