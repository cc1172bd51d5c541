namespace Kurve.Numo.Domain.Shared;

/// <summary>
/// The registration number of an institution: two digits and two capitals, such as <c>99XY</c>
/// (UWLR 2.3, <c>brincode</c>; the standard allows any Unicode digit and capital, we only ASCII).
/// </summary>
public readonly record struct Brin
{
    private Brin(string value) => Value = value;

    /// <summary>The four characters.</summary>
    public string Value { get; }

    /// <summary>Reads what a person typed: spaces around it and lower case are forgiven.</summary>
    public static Result<Brin> Create(string? input)
    {
        var value = (input ?? "").Trim().ToUpperInvariant();
        return HasForm(value)
            ? new Brin(value)
            : new ValueInvalid(
                "BRIN_ONGELDIG",
                $"'{input}' is not a BRIN: expected two digits and two letters, such as 99XY.",
                $"'{input}' is geen BRIN: twee cijfers en twee letters, zoals 99XY.");
    }

    /// <summary>Trusts a stored value.</summary>
    public static Brin Hydrate(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool HasForm(string value) =>
        value.Length == 4 && value.Take(2).All(char.IsAsciiDigit) && value.Skip(2).All(char.IsAsciiLetterUpper);
}
