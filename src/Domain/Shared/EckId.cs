using System.Buffers;

namespace Kurve.Numo.Domain.Shared;

/// <summary>
/// ECK iD: the pseudonym of a person in the educational content chain, bound to a sector (VO and MBO differ). Opaque
/// and compared to the letter; 1 to 256 characters (UWLR 2.2 XSD, <c>@eckid</c>).
/// </summary>
public readonly record struct EckId
{
    private const string Keten = "https://ketenid.nl/";
    private const int HexLength = 128;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    private EckId(string value) => Value = value;

    /// <summary>The whole identifier.</summary>
    public string Value { get; }

    /// <summary>
    /// Whether it has the published form <c>https://ketenid.nl/{yyyymm|pilot}/{128 hex}</c>. What a source
    /// delivers in another form is no key and is not taken over; an account may have an older one, and keeps it.
    /// </summary>
    public bool HeeftBekendeVorm
    {
        get
        {
            if (!Value.StartsWith(Keten, StringComparison.Ordinal))
            {
                return false;
            }

            var rest = Value.AsSpan(Keten.Length);
            var slash = rest.IndexOf('/');
            return slash >= 0 && IsUitgifte(rest[..slash])
                && rest.Length - slash - 1 == HexLength && !rest[(slash + 1)..].ContainsAnyExcept(Hex);
        }
    }

    /// <summary>Reads an identifier; spaces around it do not count.</summary>
    public static Result<EckId> Create(string? input)
    {
        var value = (input ?? "").Trim();
        return value.Length is >= 1 and <= 256
            ? new EckId(value)
            : new ValueInvalid(
                "ECKID_ONGELDIG",
                $"An ECK iD has 1 to 256 characters, this one has {value.Length}.",
                $"Een ECK iD heeft 1 tot 256 tekens, deze heeft er {value.Length}.");
    }

    /// <summary>Trusts a stored value.</summary>
    public static EckId Hydrate(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsUitgifte(ReadOnlySpan<char> text) =>
        text is "pilot" || (text.Length == 6 && !text.ContainsAnyExceptInRange('0', '9'));
}
