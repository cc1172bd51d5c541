namespace Kurve.Numo.Application.Leerlingen.Datakwaliteit;

/// <summary>
/// What may be wrong with a school's data. Of people and groepen the active ones count; three are about the last run that
/// was compared.
/// </summary>
public enum Kwaliteitssoort
{
    /// <summary>A leerling without ECK iD.</summary>
    LeerlingZonderEckId = 1,

    /// <summary>A leerling without doelgroep, so without leerplan.</summary>
    LeerlingZonderDoelgroep,

    /// <summary>A leerling without stamgroep in the school year.</summary>
    LeerlingZonderStamgroep,

    /// <summary>Leerlingen with the same name and different keys.</summary>
    LeerlingDubbeleNaam,

    /// <summary>Leerlingen with keys that differ only in case or leading zeros.</summary>
    LeerlingGelijkendeSleutel,

    /// <summary>A docent without e-mail address, which is the login.</summary>
    DocentZonderEmail,

    /// <summary>Docenten with the same name and different keys.</summary>
    DocentDubbeleNaam,

    /// <summary>Docenten with keys that differ only in case or leading zeros.</summary>
    DocentGelijkendeSleutel,

    /// <summary>A groep of the school year without leerlingen.</summary>
    GroepZonderLeerling,

    /// <summary>A groep of the school year without docenten.</summary>
    GroepZonderDocent,

    /// <summary>A leerling that UWLR delivered and the web service's list does not know.</summary>
    LeerlingZonderRegel,

    /// <summary>A row of the web service's list that belongs to no delivered leerling.</summary>
    RegelZonderLeerling,

    /// <summary>A delivered person that the run rejected, or whose keys name different accounts.</summary>
    NietHerkend,

    /// <summary>A leerling whose pin is over or nearly so: who is not delivered then leaves.</summary>
    LeerlingVastzettingEindigt,

    /// <summary>As <see cref="LeerlingVastzettingEindigt"/>, of docenten.</summary>
    DocentVastzettingEindigt,

    /// <summary>A leerling without last name.</summary>
    LeerlingZonderAchternaam,

    /// <summary>A docent without last name.</summary>
    DocentZonderAchternaam,
}
