using System.Globalization;

namespace Kurve.Numo.Domain.Shared;

/// <summary>
/// A school year, from 1 August to 31 July, written <c>2026-2027</c> (UWLR 2.3, <c>schooljaar</c>; that the second year
/// follows the first is our own rule).
/// </summary>
public readonly record struct Schooljaar : IComparable<Schooljaar>
{
    private const int EersteMaand = 8;

    private Schooljaar(int begin) => Begin = begin;

    /// <summary>The calendar year in which it begins, 1900 to 2999.</summary>
    public int Begin { get; }

    /// <summary>Reads <c>2026-2027</c>.</summary>
    public static Result<Schooljaar> Create(string? input)
    {
        var value = (input ?? "").Trim();
        if (value.Length == 9 && value[4] == '-'
            && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var begin)
            && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && begin is >= 1900 and <= 2999 && end == begin + 1)
        {
            return new Schooljaar(begin);
        }

        return new ValueInvalid(
            "SCHOOLJAAR_ONGELDIG",
            $"'{input}' is not a school year: expected two years in a row, such as 2026-2027.",
            $"'{input}' is geen schooljaar: twee opeenvolgende jaren, zoals 2026-2027.");
    }

    /// <summary>Trusts a stored begin year.</summary>
    public static Schooljaar Hydrate(int begin) => new(begin);

    /// <summary>The school year that a day in the Netherlands belongs to.</summary>
    public static Schooljaar Op(DateOnly dag) => new(dag.Month >= EersteMaand ? dag.Year : dag.Year - 1);

    /// <summary>1 August of the year in which it begins.</summary>
    public DateOnly EersteDag => new(Begin, EersteMaand, 1);

    /// <inheritdoc/>
    public int CompareTo(Schooljaar other) => Begin.CompareTo(other.Begin);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Begin:0000}-{Begin + 1:0000}");

    /// <summary>Orders by time.</summary>
    public static bool operator <(Schooljaar left, Schooljaar right) => left.Begin < right.Begin;

    /// <summary>Orders by time.</summary>
    public static bool operator >(Schooljaar left, Schooljaar right) => left.Begin > right.Begin;

    /// <summary>Orders by time.</summary>
    public static bool operator <=(Schooljaar left, Schooljaar right) => left.Begin <= right.Begin;

    /// <summary>Orders by time.</summary>
    public static bool operator >=(Schooljaar left, Schooljaar right) => left.Begin >= right.Begin;
}
