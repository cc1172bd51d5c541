namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>
/// A source of chance that depends on nothing but the numbers it is made from (SplitMix64). Every subject (a pupil, a
/// day) has dice of its own, so that what happens to one never shifts what happens to another.
/// </summary>
internal struct Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <summary>Dice for one subject, named by a path of numbers.</summary>
    public static Dice For(int seed, Onderwerp onderwerp, int school, int nummer = 0, int dag = 0)
    {
        var state = Mix((ulong)(uint)seed + 0x9E3779B97F4A7C15UL);
        state = Mix(state ^ (uint)onderwerp);
        state = Mix(state ^ (uint)school);
        state = Mix(state ^ (uint)nummer);
        return new Dice(Mix(state ^ (uint)dag));
    }

    /// <summary>A whole number from 0 up to, not including, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (uint)count);

    /// <summary>True in the given share of the throws (0 to 1).</summary>
    public bool Chance(double share) => Fraction() < share;

    /// <summary>One of the given values.</summary>
    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>
    /// A count between half and one and a half times what is expected; small expectations become now and then 1.
    /// </summary>
    public int CountAround(double expected) => (int)((expected * (0.5 + Fraction())) + Fraction());

    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

/// <summary>What dice are thrown for.</summary>
internal enum Onderwerp
{
    /// <summary>The school itself.</summary>
    School = 1,

    /// <summary>How a pupil begins.</summary>
    Leerling = 2,

    /// <summary>How a teacher begins.</summary>
    Docent = 3,

    /// <summary>Which lesson groups a pupil has.</summary>
    Lesgroepen = 4,

    /// <summary>What changes on a day.</summary>
    Dag = 5,

    /// <summary>Which groups have no teacher.</summary>
    Groep = 6,

    /// <summary>What a pupil's keys look like.</summary>
    Sleutels = 7,

    /// <summary>What is rare on a day.</summary>
    Zeldzaam = 8,
}
