using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>
/// The name that a school has at Magister: the first label of <c>name.swp.nl</c>. It is typed by people and becomes
/// part of an address, so nothing but one DNS label is accepted.
/// </summary>
public readonly record struct Schooldomein
{
    /// <summary>The port of Magister's web service, unless <c>Numo:Magister:Port</c> says another.</summary>
    public const int StandaardPoort = 8800;

    private const string Suffix = ".swp.nl";
    private const string Scheme = "https://";

    // Where the school's people log in: the same name.
    private const string LoginSuffix = ".magister.net";
    private const int LongestLabel = 63;

    private Schooldomein(string value) => Value = value;

    /// <summary>The label in lower case, such as <c>voorbeeldcollege</c>.</summary>
    public string Value { get; }

    /// <summary>The host of Magister's web service for this school.</summary>
    public string Host => Value + Suffix;

    /// <summary>
    /// Reads <c>voorbeeldcollege</c>, <c>voorbeeldcollege.swp.nl</c> or <c>voorbeeldcollege.magister.net</c>, also as an
    /// address that was copied from a browser: with https, a port and a path.
    /// </summary>
    public static Result<Schooldomein> Create(string? input)
    {
        var value = (input ?? "").Trim().ToLowerInvariant();
        value = value.StartsWith(Scheme, StringComparison.Ordinal) ? value[Scheme.Length..] : value;
        foreach (var suffix in new[] { Suffix, LoginSuffix })
        {
            var at = value.IndexOf(suffix, StringComparison.Ordinal);
            if (at > 0 && IsRestOfAddress(value.AsSpan(at + suffix.Length)))
            {
                value = value[..at];
                break;
            }
        }

        return IsLabel(value)
            ? new Schooldomein(value)
            : new ValueInvalid(
                "SCHOOLDOMEIN_ONGELDIG",
                $"'{input}' is not a school domain: expected the name before .swp.nl, letters, digits and hyphens "
                + "only.",
                $"'{input}' is geen schooldomein: geef de naam voor .swp.nl, alleen letters, cijfers en streepjes.");
    }

    /// <summary>Trusts a stored value.</summary>
    public static Schooldomein Hydrate(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsRestOfAddress(ReadOnlySpan<char> rest)
    {
        var port = rest.StartsWith(":") ? rest[1..].IndexOfAnyExceptInRange('0', '9') : -1;
        var path = !rest.StartsWith(":") ? rest : port < 0 ? "" : rest[(port + 1)..];
        return path.IsEmpty || path[0] is '/' or '?' or '#';
    }

    private static bool IsLabel(string value) =>
        value.Length is > 0 and <= LongestLabel
        && value[0] != '-'
        && value[^1] != '-'
        && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
