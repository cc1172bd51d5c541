using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>
/// That a person of the school pinned an account: until a day no source archives it. It says nothing of fields, which are
/// locked one by one (<see cref="Account{T}.Vergrendeld"/>).
/// </summary>
/// <param name="Reden">Why, for the school: 1 to <see cref="LongestReden"/> characters.</param>
/// <param name="TotEnMet">The last day on which it holds, by the Dutch calendar.</param>
/// <param name="Door">Who pinned it.</param>
/// <param name="Sinds">When.</param>
public sealed record Vastzetting(string Reden, DateOnly TotEnMet, string Door, DateTimeOffset Sinds)
{
    /// <summary>How many characters the reason may have.</summary>
    public const int LongestReden = 200;

    /// <summary>How many days ahead the last day may lie: somewhat more than a school year.</summary>
    public const int MaxDagenVooruit = 400;

    /// <summary>How many days before a pin ends the school is told.</summary>
    public const int DagenTevoren = 14;

    /// <summary>A pin of which the last day is neither over nor too far away.</summary>
    /// <param name="reden">Why.</param>
    /// <param name="totEnMet">The last day.</param>
    /// <param name="vandaag">Today in the Netherlands.</param>
    /// <param name="door">Who pins it.</param>
    /// <param name="now">When.</param>
    public static Result<Vastzetting> Create(
        string reden, DateOnly totEnMet, DateOnly vandaag, string door, DateTimeOffset now)
    {
        var laatste = vandaag.AddDays(MaxDagenVooruit);
        return totEnMet < vandaag || totEnMet > laatste
            ? new LaatsteDagOngeldig(totEnMet, vandaag, laatste) { Field = "tot_en_met" }
            : new Vastzetting(reden, totEnMet, door, now);
    }

    /// <summary>Whether it holds on a day.</summary>
    public bool GeldtOp(DateOnly dag) => dag <= TotEnMet;

    /// <summary>Whether it says the same as another one; who set it and when do not count.</summary>
    public bool ZegtHetzelfdeAls(Vastzetting? other) => other is not null
        && TotEnMet == other.TotEnMet && string.Equals(Reden, other.Reden, StringComparison.Ordinal);
}
