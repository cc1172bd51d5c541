namespace Kurve.Numo.Domain.Shared;

/// <summary>The first characters of an id, as a person copies them: hexadecimal digits, with hyphens where an id has them.</summary>
public sealed record IdPrefix
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 4;

    private const string Least = "00000000-0000-0000-0000-000000000000";
    private const string Most = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private IdPrefix(Guid first, Guid last) => (First, Last) = (first, last);

    /// <summary>The smallest id that begins so.</summary>
    public Guid First { get; }

    /// <summary>The largest id that begins so.</summary>
    public Guid Last { get; }

    /// <summary>Reads a prefix of 4 to 36 characters.</summary>
    public static Result<IdPrefix> Create(string input)
    {
        if (input.Length is >= Shortest and <= 36
            && Guid.TryParseExact(input + Least[input.Length..], "D", out var first)
            && Guid.TryParseExact(input + Most[input.Length..], "D", out var last))
        {
            return new IdPrefix(first, last);
        }

        return new ValueInvalid(
            "ID_BEGIN_ONGELDIG",
            $"'{input}' is not the beginning of an id: {Shortest} to 36 hexadecimal digits, with its hyphens.",
            $"'{input}' is niet het begin van een id: {Shortest} tot 36 hexadecimale cijfers, met de streepjes.");
    }
}
