namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>What is special about the year of a seed.</summary>
internal enum Bijzonderheid
{
    /// <summary>Nothing.</summary>
    Geen,

    /// <summary>Classes come late in August.</summary>
    LateKlassen,

    /// <summary>More leave than was agreed.</summary>
    TeVeelVertrek,

    /// <summary>More come than was agreed.</summary>
    TeVeelNieuw,

    /// <summary>A person undoes what the night of August did.</summary>
    Teruggedraaid,
}

/// <summary>How September puts pupils into other classes.</summary>
internal enum Hergroepering
{
    /// <summary>Some.</summary>
    Enkele,

    /// <summary>Most.</summary>
    Meeste,

    /// <summary>Most; a person who applied that undoes it, and applies it again.</summary>
    MeesteTeruggedraaid,
}

/// <summary>What happens in the year of a seed, apart from chance.</summary>
internal sealed class Jaarplan
{
    public Jaarplan(int seed, Random random)
    {
        Bijzonder = (Bijzonderheid)(seed % 5);
        NightsArchive = random.Next(2) == 0;
        OneKey = random.Next(2) == 0;
        KlassenInJuni = Bijzonder != Bijzonderheid.LateKlassen;
        Hergroepering = (Hergroepering)random.Next(3);
        BronKlaar = random.Next(4) == 0 ? Schoolmodel.Begin.AddDays(2) : Schoolmodel.Begin;
        var later = Bijzonder is Bijzonderheid.Geen or Bijzonderheid.LateKlassen;
        VertrekOp = Schoolmodel.Begin.AddDays(later ? random.Next(4) switch { 0 => 4, 1 => 14, _ => 0 } : 0);
    }

    public Bijzonderheid Bijzonder { get; }

    /// <summary>Whether the school lets the night archive.</summary>
    public bool NightsArchive { get; }

    /// <summary>Whether a class has one key in both school years.</summary>
    public bool OneKey { get; }

    /// <summary>Whether next year's classes are known when it is prepared.</summary>
    public bool KlassenInJuni { get; }

    public Hergroepering Hergroepering { get; }

    /// <summary>The first day on which the source has something of the new year.</summary>
    public DateOnly BronKlaar { get; }

    /// <summary>The day from which on leavers leave.</summary>
    public DateOnly VertrekOp { get; }

    public override string ToString() =>
        $"{Bijzonder}, night archives {NightsArchive}, one key {OneKey}, classes in June {KlassenInJuni}, {Hergroepering}, "
        + $"source ready {BronKlaar:O}, leavers {VertrekOp:O}";
}
