using System.Collections.Immutable;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>What a school can make a leerplan for.</summary>
public enum Leerplansoort
{
    /// <summary>All pupils of one opleiding and leerjaar.</summary>
    Doelgroep = 1,

    /// <summary>All pupils of one groep.</summary>
    Groep,

    /// <summary>One pupil.</summary>
    Leerling,
}

/// <summary>For whom a leerplan is: one of the three, by its soort.</summary>
/// <param name="Soort">Which of the three.</param>
/// <param name="Doelgroep">The doelgroep, for a doelgroep.</param>
/// <param name="Groep">The groep, for a groep.</param>
/// <param name="Leerling">The leerling, for a leerling.</param>
public sealed record Leerplanbereik(
    Leerplansoort Soort, Doelgroep? Doelgroep = null, GroepId? Groep = null, AccountId? Leerling = null)
{
    /// <summary>For a doelgroep.</summary>
    public static Leerplanbereik Of(Doelgroep doelgroep) => new(Leerplansoort.Doelgroep, Doelgroep: doelgroep);

    /// <summary>For a groep.</summary>
    public static Leerplanbereik Of(GroepId groep) => new(Leerplansoort.Groep, Groep: groep);

    /// <summary>For a leerling.</summary>
    public static Leerplanbereik Of(AccountId leerling) => new(Leerplansoort.Leerling, Leerling: leerling);
}

/// <summary>What a school says at one level in one school year; the next year begins without it.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year.</param>
/// <param name="Bereik">For whom.</param>
/// <param name="Herkomst">The same, as others see it.</param>
/// <param name="Keuzes">Per code of a vaardigheid whether it is active; what is not in it is left to the level above.
/// </param>
/// <param name="Streefniveaus">The level to reach per vak; what is not in it is left to the level above.</param>
/// <param name="Versie">Rises with each change; 0 while nothing was ever said.</param>
public sealed record Leerplan(
    SchoolId SchoolId,
    Schooljaar Schooljaar,
    Leerplanbereik Bereik,
    Herkomst Herkomst,
    ImmutableSortedDictionary<string, bool> Keuzes,
    ImmutableSortedDictionary<Vak, Niveau> Streefniveaus,
    long Versie)
{
    /// <summary>No choice at all.</summary>
    public static ImmutableSortedDictionary<string, bool> GeenKeuzes { get; } =
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);

    /// <summary>What it says, to be laid upon other levels.</summary>
    public Laag Laag => new(Herkomst, Keuzes, Streefniveaus);

    /// <summary>A leerplan that says nothing yet.</summary>
    public static Leerplan Empty(SchoolId schoolId, Schooljaar schooljaar, Leerplanbereik bereik, Herkomst herkomst) =>
        new(schoolId, schooljaar, bereik, herkomst, GeenKeuzes, ImmutableSortedDictionary<Vak, Niveau>.Empty, 0);

    /// <summary>The same with some vaardigheden switched on or off.</summary>
    public Leerplan Choose(IEnumerable<string> codes, bool actief) => this with
    {
        Keuzes = Keuzes.SetItems(codes.Select(code => KeyValuePair.Create(code, actief))),
    };

    /// <summary>Whether both leave the same to the levels above, and say the same of the rest.</summary>
    public bool SaysTheSameAs(Leerplan other) =>
        Keuzes.SequenceEqual(other.Keuzes) && Streefniveaus.SequenceEqual(other.Streefniveaus);

    /// <summary>The codes of which <paramref name="other"/> says something else, or nothing.</summary>
    public IReadOnlyList<string> DifferenceTo(Leerplan other) =>
    [
        .. Keuzes.Except(other.Keuzes).Concat(other.Keuzes.Except(Keuzes))
            .Select(keuze => keuze.Key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
