using System.Text.RegularExpressions;

namespace Kurve.Numo.Domain.Shared;

/// <summary>
/// ECK iD: the pseudonym of a person in the educational content chain, bound to a sector (VO and MBO differ). Opaque and
/// compared to the letter; 1 to 256 characters (UWLR 2.2 XSD, <c>@eckid</c>).
/// </summary>
public readonly partial record struct EckId
{
    private EckId(string value) => Value = value;

    /// <summary>The whole identifier.</summary>
    public string Value { get; }

    /// <summary>
    /// Whether it has the published form <c>https://ketenid.nl/{yyyymm|pilot}/{128 hex}</c>. Sources deliver other forms
    /// as well, so this is for a warning and never for a refusal.
    /// </summary>
    public bool HeeftBekendeVorm => Form().IsMatch(Value);

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

    [GeneratedRegex(@"^https://ketenid\.nl/(?:[0-9]{6}|pilot)/[0-9a-f]{128}$", RegexOptions.None, 100)]
    private static partial Regex Form();
}
