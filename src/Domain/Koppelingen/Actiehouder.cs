namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>Who has to do the next step.</summary>
public enum Actiehouder
{
    /// <summary>Nobody: nothing is to be done.</summary>
    Niemand,

    /// <summary>The school: its administrator of Magister or of Numo.</summary>
    School,

    /// <summary>Magister (Iddink).</summary>
    Magister,

    /// <summary>Kurve's support or developers.</summary>
    Kurve,
}
