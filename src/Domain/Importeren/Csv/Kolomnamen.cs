using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>
/// The names that columns have in exports, Dutch and English (those of Dutch products, and of the exports of Magister,
/// Somtoday and Eduarte). Case, accents, spaces, punctuation and invisible characters do not count.
/// </summary>
public static class Kolomnamen
{
    /// <summary>Longest name that is looked at; longer ones are no names.</summary>
    private const int Longest = 100;

    private static readonly FrozenDictionary<string, Csvkolom> Algemeen = Read(
    [
        (Csvkolom.Rol, "rol, role, persoonssoort, persoonstype, gebruikerstype, usertype, functie"),
        (Csvkolom.Status, "status, actief, isactief, active"),
        (Csvkolom.Brin, "brin, brincode, brinnummer, brin4"),
        (Csvkolom.Vestiging, "vestiging, vestigingsnummer, vestigingnummer, vestigingscode, brin6, brinvestiging, "
            + "locatie, locatiecode, location, site, dependance, dependancecode"),
        (Csvkolom.EckId, "eckid, eck, ketenid, eckidentifier"),
        (Csvkolom.Sleutel, "sleutel, uwlrkey, uwlrsleutel, lassleutel, laskey, externeid, externalid, key, uuid, guid, "
            + "personeelsnummer, personeelsnr, medewerkernummer, medewerkernr, docentcode, docentafkorting, afkorting, "
            + "staffid, teacherid, employeeid, sourcedid"),
        (Csvkolom.Stamnummer, "stamnummer, stamnr, stamnrstr, leerlingnummer, leerlingnr, llnr, llnummer, studentnummer, "
            + "studentnr, deelnemernummer, deelnemernr, studentnumber, studentid, pupilnumber, admissionnumber"),
        (Csvkolom.IdGebr, "idgebr, gebruikerid, loginaccountid"),
        (Csvkolom.Roepnaam, "roepnaam, voornaam, firstname, givenname, preferredname, preferredfirstname"),
        (Csvkolom.Voorvoegsel, "voorvoegsel, voorvoegsels, tussenvoegsel, tussenvoegsels, tussenv, tv, prefix, infix, "
            + "surnameprefix, lastnameprefix"),
        (Csvkolom.Achternaam, "achternaam, familienaam, lastname, surname, familyname"),
        (Csvkolom.Naam, "naam, name, volledigenaam, fullname, displayname, weergavenaam"),
        (Csvkolom.Email, "email, emailadres, mail, mailadres, emailaddress, schoolemail, emailschool, "
            + "userprincipalname, upn"),
        (Csvkolom.Leerjaar, "leerjaar, jaarlaag, leerfaseleerjaar, jaargroep, grade, gradelevel, yeargroup, year, "
            + "studyyear"),
        (Csvkolom.Opleidingscode, "opleidingscode, opleidingcode, studiecode, studie, study, studycode, programmecode, "
            + "elementcode, iltcode, erkendeopleidingscode, crebo, crebocode, crebonummer"),
        (Csvkolom.Opleiding, "opleiding, opleidingsnaam, opleidingnaam, leerweg, niveau, schooltype, onderwijssoort, "
            + "programme, program, level"),
        (Csvkolom.Stamgroep, "stamgroep, klas, stamklas, basisgroep, klascode, class, homeclass, homegroup, formgroup"),
        (Csvkolom.Groepen, "groepen, groep, lesgroep, lesgroepen, cluster, clusters, clustergroep, clustergroepen, "
            + "samengesteldegroep, samengesteldegroepen, group, groups, classes, sections"),
        (Csvkolom.Einddatum, "einddatum, vertrekdatum, uitschrijfdatum, studieeinddatum, datumuit, enddate, leavingdate"),
    ]);

    private static readonly FrozenDictionary<Csvpreset, FrozenDictionary<string, Csvkolom>> Eigen =
        new Dictionary<Csvpreset, FrozenDictionary<string, Csvkolom>>
        {
            [Csvpreset.Magister] = Read(
            [
                (Csvkolom.Negeren, "loginnaam, loginaccountnaam, profilecode, profielcode, profiledesc, studyperiod, "
                    + "lesperiodekorteomschrijving, administratieveeenheidomschrijving, initials, gender, location"),
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
        return Eigen.TryGetValue(preset, out var eigen) && eigen.TryGetValue(naam, out var kolom) ? kolom
            : Algemeen.TryGetValue(naam, out kolom) ? kolom
            : null;
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

    private static FrozenDictionary<string, Csvkolom> Read((Csvkolom Kolom, string Namen)[] kolommen) => kolommen
        .SelectMany(k => k.Namen.Split(", "), (k, naam) => (naam, k.Kolom))
        .ToFrozenDictionary(n => n.naam, n => n.Kolom, StringComparer.Ordinal);
}
