namespace Kurve.Numo.Simulator.Bediening;

/// <summary>
/// What a school sets up, as it is asked over HTTP in the query of <c>POST /control/inrichting</c>; what is absent
/// stays as it is. See <see cref="Inrichting"/>.
/// </summary>
internal sealed record InrichtingInstruction(
    string School,
    bool? Toestemming,
    bool? Gebruiker,
    string? Wachtwoord,
    bool? Lijst,
    bool? Recht,
    bool? Query,
    bool? Aliassen)
{
    /// <summary>Changes the school; false when there is no such school.</summary>
    public bool Apply(Simulatie simulatie)
    {
        if (simulatie.FindByBrin(School) is not { } school)
        {
            return false;
        }

        Apply(simulatie.InrichtingOf(school));
        return true;
    }

    // What is absent is not written back, or two instructions at once would undo each other.
    private void Apply(Inrichting inrichting)
    {
        Set(Toestemming, value => inrichting.Toestemming = value);
        Set(Gebruiker, value => inrichting.Gebruiker = value);
        Set(Lijst, value => inrichting.Lijst = value);
        Set(Recht, value => inrichting.Recht = value);
        Set(Query, value => inrichting.Query = value);
        Set(Aliassen, value => inrichting.Aliassen = value);
        if (Wachtwoord is { } wachtwoord)
        {
            inrichting.Wachtwoord = wachtwoord;
        }
    }

    private static void Set(bool? given, Action<bool> set)
    {
        if (given is { } value)
        {
            set(value);
        }
    }
}
