namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>What a school expects to see of a pupil in Numo.</summary>
internal sealed record Modelaccount
{
    public bool IsActief { get; init; } = true;

    /// <summary>Whether the pupil is, or was, at the school; else it comes on 1 August.</summary>
    public bool IsBegonnen { get; init; }

    /// <summary>
    /// Whether nobody promised what is seen until the year begins: of who is missing now, or left, and is on next year's list.
    /// </summary>
    public bool IsOnbeslist { get; init; }

    /// <summary>Whether the pupil came back this night, so that the class of next year is not seen before the next.</summary>
    public bool IsTerug { get; init; }

    public required Bronregel Regel { get; init; }

    /// <summary>The class in the school year that ends.</summary>
    public Klas? Oud { get; init; }

    /// <summary>The class in the school year that begins on 1 August.</summary>
    public Klas? Nieuw { get; init; }

    /// <summary>The source of a school year that has begun has the pupil.</summary>
    /// <param name="regel">What it says.</param>
    /// <param name="isNieuwJaar">Whether that is the school year that begins on 1 August.</param>
    /// <param name="isNight">Whether that is by night; what a person does by day is of the night before.</param>
    public Modelaccount Receive(Bronregel regel, bool isNieuwJaar, bool isNight) => this with
    {
        IsActief = true,
        IsBegonnen = true,
        IsOnbeslist = false,
        IsTerug = (IsBegonnen && !IsActief) || (IsTerug && !isNight),
        Regel = regel,
        Oud = isNieuwJaar ? Oud : regel.Klas,
        Nieuw = isNieuwJaar ? regel.Klas : Nieuw,
    };

    /// <summary>The source of the school year to come has the pupil: nothing of now changes.</summary>
    public Modelaccount Prepare(Bronregel regel) =>
        IsActief && IsBegonnen ? this with { Nieuw = regel.Klas }
        : IsBegonnen ? this with { Nieuw = regel.Klas, IsOnbeslist = true }
        : this with { IsActief = true, Regel = regel, Nieuw = regel.Klas };
}

/// <summary>What a school expects to see of a teacher.</summary>
internal sealed record Modelleraar(bool IsActief, Klas[] Klassen);

/// <summary>All that a school expects to see, to go back to when something is undone.</summary>
internal sealed record Modelstand(
    Dictionary<int, Modelaccount> Leerlingen,
    Dictionary<int, Modelleraar> Leraren,
    Dictionary<(bool IsNieuwJaar, Klas Klas), string> Namen)
{
    public Modelstand Copy() => new(new(Leerlingen), new(Leraren), new(Namen));
}
