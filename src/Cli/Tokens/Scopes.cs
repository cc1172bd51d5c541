namespace Kurve.Numo.Cli.Tokens;

/// <summary>The scopes that the API knows.</summary>
internal static class Scopes
{
    /// <summary>Reads schools, koppelingen and people.</summary>
    public const string Read = "numo.read";

    /// <summary>Imports people.</summary>
    public const string Import = "numo.import";

    /// <summary>Changes leerplannen.</summary>
    public const string Leerplan = "numo.leerplan";

    /// <summary>Registers schools and creates koppelingen: Kurve support.</summary>
    public const string Beheer = "numo.beheer";

    /// <summary>Masks who people are: Kurve support in a school's data.</summary>
    public const string Support = "numo.support";

    /// <summary>Those that let a caller do something.</summary>
    public static readonly IReadOnlyList<string> Allowing =
        [Read, Import, Leerplan, "numo.licentie", "numo.aanmelden", Beheer];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [.. Allowing, Support];
}
