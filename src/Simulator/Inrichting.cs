using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Simulator;

/// <summary>
/// How far a school has set itself up in Magister. What is not done yet is refused as Magister refuses it. Safe for use
/// by many threads.
/// </summary>
public sealed class Inrichting
{
    private volatile string _wachtwoord;

    /// <summary>A school where everything was done, or nothing.</summary>
    /// <param name="klaar">Whether everything was done.</param>
    /// <param name="wachtwoord">The password of the web service user.</param>
    public Inrichting(bool klaar, string wachtwoord)
    {
        (Toestemming, Gebruiker, Lijst, Recht, Query) = (klaar, klaar, klaar, klaar, klaar);
        _wachtwoord = wachtwoord;
    }

    /// <summary>Whether the school consents to UWLR.</summary>
    public bool Toestemming { get; set; }

    /// <summary>Whether the web service user exists.</summary>
    public bool Gebruiker { get; set; }

    /// <summary>Whether the list exists.</summary>
    public bool Lijst { get; set; }

    /// <summary>Whether the user may read the list.</summary>
    public bool Recht { get; set; }

    /// <summary>Whether the list holds Kurve's query.</summary>
    public bool Query { get; set; }

    /// <summary>Whether that query names its columns without collision.</summary>
    public bool Aliassen { get; set; }

    /// <summary>The password of the web service user.</summary>
    public string Wachtwoord
    {
        get => _wachtwoord;
        set => _wachtwoord = value;
    }

    /// <summary>What Magister's web service says to a call for the list; null when all is well.</summary>
    internal MagisterMisbehaviour? Weigering => !Lijst ? MagisterMisbehaviour.ListMissing
        : !Recht ? MagisterMisbehaviour.NoRight
        : !Query ? MagisterMisbehaviour.MissingColumn
        : Aliassen ? MagisterMisbehaviour.AliasColumns
        : null;
}
