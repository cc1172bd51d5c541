namespace Kurve.Numo.Domain.Shared;

/// <summary>
/// The two digits that name a vestiging within a BRIN; <c>00</c> is the main one and the same as none given
/// (UWLR 2.3, <c>dependancecode</c>).
/// </summary>
public readonly record struct Vestigingsnummer : IComparable<Vestigingsnummer>
{
    private readonly string? _value;

    private Vestigingsnummer(string value) => _value = value;

    /// <summary>The main vestiging, <c>00</c>.</summary>
    public static Vestigingsnummer Hoofd { get; } = new("00");

    /// <summary>The two digits.</summary>
    public string Value => _value ?? "00";

    /// <summary>Reads two digits; nothing means <c>00</c>.</summary>
    public static Result<Vestigingsnummer> Create(string? input)
    {
        var value = (input ?? "").Trim();
        return value switch
        {
            "" => Hoofd,
            [>= '0' and <= '9', >= '0' and <= '9'] => new Vestigingsnummer(value),
            _ => new ValueInvalid(
                "VESTIGING_ONGELDIG",
                $"'{input}' is not a vestiging: expected two digits, such as 00 or 01.",
                $"'{input}' is geen vestigingsnummer: twee cijfers, zoals 00 of 01."),
        };
    }

    /// <summary>Trusts a stored value.</summary>
    public static Vestigingsnummer Hydrate(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(Vestigingsnummer other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public bool Equals(Vestigingsnummer other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Orders by number.</summary>
    public static bool operator <(Vestigingsnummer left, Vestigingsnummer right) => left.CompareTo(right) < 0;

    /// <summary>Orders by number.</summary>
    public static bool operator >(Vestigingsnummer left, Vestigingsnummer right) => left.CompareTo(right) > 0;

    /// <summary>Orders by number.</summary>
    public static bool operator <=(Vestigingsnummer left, Vestigingsnummer right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by number.</summary>
    public static bool operator >=(Vestigingsnummer left, Vestigingsnummer right) => left.CompareTo(right) >= 0;
}
