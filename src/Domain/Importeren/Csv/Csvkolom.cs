namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>What a column of a CSV file can be. Numo's own profile names each as it is called here.</summary>
public enum Csvkolom
{
    /// <summary>Leerling or docent.</summary>
    Rol = 1,

    /// <summary>Active, or archived: an archived row is skipped.</summary>
    Status,

    /// <summary>The BRIN, to see that the file is of this school.</summary>
    Brin,

    /// <summary>The vestiging within the BRIN.</summary>
    Vestiging,

    /// <summary>ECK iD.</summary>
    EckId,

    /// <summary>The key in the school administration.</summary>
    Sleutel,

    /// <summary>Pupil number; of a docent the staff number.</summary>
    Stamnummer,

    /// <summary>Id of the login account in Magister.</summary>
    IdGebr,

    /// <summary>First name in daily use.</summary>
    Roepnaam,

    /// <summary>Prefix of the last name.</summary>
    Voorvoegsel,

    /// <summary>Last name.</summary>
    Achternaam,

    /// <summary>The whole name in one column; only where there is no last name.</summary>
    Naam,

    /// <summary>E-mail address; read of docenten only.</summary>
    Email,

    /// <summary>Year of study.</summary>
    Leerjaar,

    /// <summary>The school's own code of the opleiding.</summary>
    Opleidingscode,

    /// <summary>The opleiding by name; used where there is no code.</summary>
    Opleiding,

    /// <summary>Home class.</summary>
    Stamgroep,

    /// <summary>Samengestelde groepen, several in one field or several columns.</summary>
    Groepen,

    /// <summary>The last day of an enrolment; a row that ended is skipped.</summary>
    Einddatum,

    /// <summary>A column that is known and left out on purpose.</summary>
    Negeren,

    /// <summary>The first day of an enrolment; who starts later is not active yet.</summary>
    Begindatum,

    /// <summary>The school year that a row is of; only that of the run counts.</summary>
    Schooljaar,

    /// <summary>A flag that says of whom it is set that they are not active, such as Moodle's
    /// <c>suspended</c>.</summary>
    NietActief,
}

/// <summary>The exports whose names of columns Numo knows.</summary>
public enum Csvpreset
{
    /// <summary>Not said: the names of all are tried.</summary>
    Automatisch = 0,

    /// <summary>Numo's own profile.</summary>
    Numo,

    /// <summary>An export of Magister.</summary>
    Magister,

    /// <summary>An export of Somtoday.</summary>
    Somtoday,

    /// <summary>An export of Eduarte.</summary>
    Eduarte,
}
