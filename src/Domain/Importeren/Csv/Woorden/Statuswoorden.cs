using System.Collections.Frozen;

namespace Kurve.Numo.Domain.Importeren.Csv.Woorden;

/// <summary>What a column with the status of an enrolment, an account or an employment says.</summary>
internal static class Statuswoorden
{
    private static readonly FrozenSet<string> Actief = Read(
        "actief, actieve, active, activated, ja, yes, true, waar, 1, j, y, a, t, aan, on, ingeschreven, is "
        + "ingeschreven, "
        + "enrolled, enroled, registered, admitted, enabled, current, huidig, huidige, aanwezig, present, geplaatst, "
        + "definitief geplaatst, definitief ingeschreven, lopend, lopende inschrijving, in dienst, indienst, "
        + "employed, regulier, "
        + "regular, normaal, normal, geldig, valid, bekostigd, open, leerling, student, docent, teacher");

    private static readonly FrozenSet<string> NietActief = Read(
        "gearchiveerd, archived, archief, archive, inactief, inactieve, inactive, in actief, niet actief, "
        + "nietactief, non actief, "
        + "nonactief, not active, non active, passief, passive, deactivated, gedeactiveerd, nee, no, false, onwaar, "
        + "0, n, f, i, "
        + "uit, off, uitgeschreven, is uitgeschreven, uitschrijving, niet ingeschreven, niet meer ingeschreven, "
        + "inschrijving beeindigd, "
        + "unenrolled, not enrolled, no longer enrolled, disenrolled, deregistered, vertrokken, is vertrokken, "
        + "vertrek, "
        + "vertrekker, verlaten, heeft school verlaten, school verlaten, schoolverlater, weg, gone, left, "
        + "leaver, left school, departed, exited, exit, tobedeleted, to be deleted, te verwijderen, delete, deleted, "
        + "verwijderd, "
        + "verwijderen, removed, remove, withdrawn, withdrew, withdraw, withdrawal, graduate, graduated, graduand, "
        + "alumnus, "
        + "alumni, alumna, geslaagd, geslaagde, afgestudeerd, gediplomeerd, diploma behaald, disabled, "
        + "uitgeschakeld, suspended, "
        + "blocked, geblokkeerd, locked out, uitstroom, uitgestroomd, uitstromer, oud, oudleerling, oud leerling, "
        + "oud leerlingen, oudstudent, oud student, oud deelnemer, ex leerling, ex student, exleerling, former, "
        + "former student, "
        + "former pupil, oud docent, oud medewerker, oudmedewerker, ex docent, ex medewerker, former teacher, former "
        + "staff, "
        + "uit dienst, uitdienst, uit dienst getreden, beeindigd, ended, terminated, expired, verlopen, afgelopen, "
        + "afgesloten, "
        + "closed, gesloten, gestopt, stopped, opgezegd, dropped, dropout, drop out, dropped out, overleden, deceased, "
        + "transferred out, historisch, historical, gepensioneerd, met pensioen, retired, vervallen");

    /// <summary>Reads a status.</summary>
    /// <returns>Whether the person is active; null for a word that is not known.</returns>
    public static bool? IsActief(string status)
    {
        if (Leegwoorden.IsNietIngevuld(status))
        {
            return true;
        }

        var words = Woord.Normalise(status);
        return Actief.Contains(words) ? true : NietActief.Contains(words) ? false : null;
    }

    /// <summary>Reads a flag of who is not active: set, or with a word that says so itself.</summary>
    /// <returns>Whether the person is active; null for a word that is not known.</returns>
    public static bool? IsActiefByFlag(string vlag)
    {
        return Leegwoorden.IsNietIngevuld(vlag) ? true : Woord.Normalise(vlag) switch
        {
            "1" or "ja" or "yes" or "true" or "waar" or "j" or "y" or "t" or "w" or "x" or "aan" or "on" => false,
            "0" or "nee" or "no" or "false" or "onwaar" or "n" or "f" or "uit" or "off" => true,
            var words => NietActief.Contains(words) ? false
                : words is "actief" or "active" or "enabled" ? true
                : null,
        };
    }

    private static FrozenSet<string> Read(string words) => words.Split(", ").ToFrozenSet(StringComparer.Ordinal);
}
