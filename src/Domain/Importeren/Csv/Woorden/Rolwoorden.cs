using System.Collections.Frozen;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;

namespace Kurve.Numo.Domain.Importeren.Csv.Woorden;

/// <summary>
/// What a column with the role says. Only what is plain counts: a word that is not known leaves the person as they
/// are, since
/// half a guess archives a pupil or makes an account of a caretaker.
/// </summary>
internal static class Rolwoorden
{
    private static readonly FrozenSet<string> Leerlingen = Read(
        "leerling, leerlingen, student, studenten, studente, deelnemer, deelnemers, pupil, pupils, learner, "
        + "learners, lln, ll, "
        + "scholier, scholieren, cursist, cursisten");

    /// <summary>Who stands before a class, by the first word of a function: leraar LB, docent wiskunde.</summary>
    private static readonly FrozenSet<string> Docenten = Read(
        "docent, docenten, docente, docentes, leraar, lerares, leraren, leraressen, leerkracht, leerkrachten, "
        + "onderwijzer, "
        + "onderwijzeres, onderwijzers, teacher, teachers, instructor, instructors, lecturer, mentor, mentoren");

    /// <summary>Words that say it only when nothing stands beside them: an administratief medewerker teaches
    /// nobody.</summary>
    private static readonly FrozenSet<string> Alleenstaand = Read(
        "faculty, medewerker, medewerkers, personeel, staff, op, o p, op la, op lb, op lc, op ld, op le, op vo, "
        + "onderwijzend personeel, "
        + "onderwijsgevend personeel, onderwijsgevende, lio, dio, educational staff, teaching staff, academic staff");

    /// <summary>Ends of compounds that say the same: vakdocent, invalleerkracht.</summary>
    private static readonly string[] Samenstellingen = ["docent", "docente", "leraar", "lerares", "leerkracht"];

    /// <summary>With one of these beside it, a function is not plainly that of a teacher.</summary>
    private static readonly FrozenSet<string> Voorbehouden = Read(
        "assistent, assistente, assistant, aide, ondersteuner, ondersteunend, ondersteunende, ondersteuning, "
        + "stagiair, stagiaire, "
        + "oud, ex, former, voormalig, voormalige, gepensioneerd, retired, geen, niet, non, not, no, uit, leerling, "
        + "leerlingen, "
        + "student, studenten, pupil, pupils, ouder, ouders, parent");

    /// <summary>Who is in a school and has no account: the first word of a function.</summary>
    private static readonly FrozenSet<string> Anderen = Read(
        "oop, concierge, conciërge, conciergerie, ondersteuner, ondersteunend, onderwijsondersteuner, "
        + "onderwijsondersteunend, "
        + "leerlingondersteuner, onderwijsassistent, onderwijsassistente, klassenassistent, lerarenondersteuner, "
        + "leraarondersteuner, "
        + "assistent, assistant, aide, toa, amanuensis, administratie, administratief, administrateur, "
        + "administrator, admin, "
        + "beheerder, applicatiebeheerder, systeembeheerder, sysadmin, ict, it, directeur, directrice, directie, "
        + "rector, conrector, "
        + "bestuurder, bestuur, principal, secretaresse, secretaris, secretariaat, secretary, receptionist, "
        + "receptioniste, receptie, "
        + "roostermaker, kantine, kantinemedewerker, schoonmaak, schoonmaker, schoonmaakster, huismeester, facilitair, "
        + "bibliothecaris, bibliothecaresse, mediathecaris, mediathecaresse, librarian, ouder, ouders, verzorger, "
        + "verzorgers, voogd, "
        + "parent, parents, guardian, guardians, relative, proctor, leverancier, vrijwilliger, volunteer, gast, "
        + "guest, bezoeker");

    /// <summary>Reads a role.</summary>
    /// <param name="rol">What the column says.</param>
    /// <param name="leeg">What rows without a role are.</param>
    /// <returns>Leerling or docent; nobody for who has no account; null for a word that is not known.</returns>
    public static Csvrol? Read(string rol, Csvrol leeg)
    {
        if (rol.Length == 0)
        {
            return leeg;
        }

        var words = Woord.Normalise(rol);
        if (Leerlingen.Contains(words) || Alleenstaand.Contains(words))
        {
            return Leerlingen.Contains(words) ? Csvrol.Leerling : Csvrol.Docent;
        }

        var apart = words.Split(' ');
        return apart.Any(IsDocent)
            ? (Docenten.Contains(apart[0]) || IsDocent(apart[^1])) && !apart.Any(Voorbehouden.Contains) ? Csvrol.Docent : null
            : Anderen.Contains(apart[0]) ? Csvrol.Geen
            : null;
    }

    private static bool IsDocent(string word) => Docenten.Contains(word)
        || (Array.Exists(Samenstellingen, s => word.EndsWith(s, StringComparison.Ordinal))
            && !word.StartsWith("oud", StringComparison.Ordinal) && !word.StartsWith("ex", StringComparison.Ordinal));

    private static FrozenSet<string> Read(string words) =>
        words.Split(", ").Select(Woord.Normalise).ToFrozenSet(StringComparer.Ordinal);
}
