namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>What kind of person a row is about.</summary>
internal enum Csvrol
{
    /// <summary>Nobody to import.</summary>
    Geen,

    /// <summary>Pupil.</summary>
    Leerling,

    /// <summary>Teacher.</summary>
    Docent,
}

/// <summary>Whom a row is about, and whether it is to be read.</summary>
/// <param name="Rol">The kind of person; <see cref="Csvrol.Geen"/> skips the row.</param>
internal readonly record struct Rijoordeel(Csvrol Rol)
{
    /// <summary>Nobody.</summary>
    public static Rijoordeel Geen => new(Csvrol.Geen);

    /// <summary>Why the row is rejected before its values are looked at.</summary>
    public Melding? Afkeuring { get; init; }

    /// <summary>Whether it is not known which kind of person it is.</summary>
    public bool IsRolOnbekend { get; init; }

    /// <summary>The row is not read, and the account that it names stays as it is: this is what is said of
    /// it.</summary>
    public Melding? Uitstel { get; init; }
}
