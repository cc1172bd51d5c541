using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>What a delivered person's keys say.</summary>
internal record struct Beeld()
{
    /// <summary>How many keys count.</summary>
    public int Sleutels { get; set; }

    /// <summary>Whether another delivered person has the same ECK iD.</summary>
    public bool IsGedeeld { get; set; }

    /// <summary>The weak keys that other delivered persons have too: they do not count.</summary>
    public Veld Gedeeld { get; set; }

    /// <summary>The account that the first of those names; null for none.</summary>
    public int? GedeeldMet { get; set; }

    /// <summary>Whether keys name different accounts.</summary>
    public bool WijstUiteen { get; set; }

    /// <summary>Whether a key is left that is not of an account that the person is not.</summary>
    public bool HasEigenSleutel { get; set; }

    /// <summary>The account that the strongest key names; -1 for none.</summary>
    public int Account { get; set; } = -1;

    /// <summary>The key that names it.</summary>
    public Veld Door { get; set; }

    /// <summary>The keys of accounts that the person is not.</summary>
    public Veld Bezet { get; set; }

    /// <summary>Those of them that are locked there.</summary>
    public Veld Vergrendeld { get; set; }
}
