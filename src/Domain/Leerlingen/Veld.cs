namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>
/// The fields of a leerling or docent that a source can deliver; also what a person can lock in Numo.
/// </summary>
[Flags]
public enum Veld
{
    /// <summary>No field.</summary>
    Geen = 0,

    /// <summary>The vestiging within the school's BRIN.</summary>
    Vestiging = 1 << 0,

    /// <summary>ECK iD.</summary>
    EckId = 1 << 1,

    /// <summary>The key in the school administration (UWLR <c>@key</c>).</summary>
    UwlrKey = 1 << 2,

    /// <summary>Pupil number.</summary>
    Stamnummer = 1 << 3,

    /// <summary>The id of the login account in Magister.</summary>
    IdGebr = 1 << 4,

    /// <summary>First name in daily use.</summary>
    Roepnaam = 1 << 5,

    /// <summary>Prefix of the last name (van, de).</summary>
    Voorvoegsel = 1 << 6,

    /// <summary>Last name.</summary>
    Achternaam = 1 << 7,

    /// <summary>E-mail address; docenten only.</summary>
    Email = 1 << 8,

    /// <summary>Year of study, 1 to 6.</summary>
    Leerjaar = 1 << 9,

    /// <summary>The school's own code of the opleiding.</summary>
    Opleidingscode = 1 << 10,

    /// <summary>Opleiding and leerjaar together.</summary>
    Doelgroep = 1 << 11,

    /// <summary>Home class.</summary>
    Stamgroep = 1 << 12,

    /// <summary>Composed groups (clusters).</summary>
    Groepen = 1 << 13,
}
