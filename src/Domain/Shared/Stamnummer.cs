using System.Buffers;

namespace Kurve.Numo.Domain.Shared;

/// <summary>
/// A pupil's number in the school administration, unique within one school. Kept as it was delivered; two stamnummers
/// are equal when they differ only in leading zeros or in case, since exports lose those.
/// </summary>
public readonly record struct Stamnummer
{
    /// <summary>What upper case leaves as it is.</summary>
    private static readonly SearchValues<char> Canonical = SearchValues.Create("0123456789-_./ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private Stamnummer(string value) => Value = value;

    /// <summary>The number as delivered, without spaces around it; 1 to 64 characters.</summary>
    public string Value { get; }

    /// <summary>The form to compare by: upper case, no leading zeros (<c>0</c> stays <c>0</c>).</summary>
    public string Canoniek => Canonicalize(Value);

    /// <summary>Reads a number; spaces around it do not count.</summary>
    public static Result<Stamnummer> Create(string? input)
    {
        var value = (input ?? "").Trim();
        return value.Length is >= 1 and <= 64
            ? new Stamnummer(value)
            : new ValueInvalid(
                "STAMNUMMER_ONGELDIG",
                $"A stamnummer has 1 to 64 characters, this one has {value.Length}.",
                $"Een stamnummer heeft 1 tot 64 tekens, dit heeft er {value.Length}.");
    }

    /// <summary>Trusts a stored value.</summary>
    public static Stamnummer Hydrate(string value) => new(value);

    /// <summary>Brings any key to the form in which stamnummers are compared.</summary>
    public static string Canonicalize(string value)
    {
        var trimmed = value.AsSpan().Trim();
        var rest = trimmed.TrimStart('0');
        var canonical = rest.IsEmpty || char.IsWhiteSpace(rest[0]) ? trimmed : rest;
        canonical = rest.IsEmpty && !trimmed.IsEmpty ? "0" : canonical;
        return canonical.Length == value.Length && !canonical.ContainsAnyExcept(Canonical)
            ? value
            : canonical.ToString().ToUpperInvariant();
    }

    /// <inheritdoc/>
    public bool Equals(Stamnummer other) => string.Equals(Canoniek, other.Canoniek, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Canoniek.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
