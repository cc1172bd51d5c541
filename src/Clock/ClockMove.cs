using System.Globalization;
using System.Text.RegularExpressions;

namespace Kurve.Numo.Clock;

/// <summary>
/// How far a clock is moved: days by the calendar, so that a Dutch clock shows the same time on another day also where
/// summer time begins or ends in between; hours and less as they pass.
/// </summary>
/// <param name="Days">Days, negative when back.</param>
/// <param name="Time">What comes on top, with the same sign.</param>
public sealed partial record ClockMove(int Days, TimeSpan Time)
{
    /// <summary>The moment to which this moves a clock that shows a moment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is beyond the calendar.</exception>
    public DateTimeOffset From(DateTimeOffset moment)
    {
        // Without days the moment itself counts: of a time that is shown twice, both are there.
        var moved = Days == 0 ? moment : DutchTime.MomentOf(DutchTime.ClockAt(moment).AddDays(Days));
        return moved + Time;
    }

    /// <summary>
    /// Reads weeks, days, hours, minutes and seconds in this order: <c>1d12h</c>, <c>2w</c>, <c>90m</c>, <c>-1d</c>.
    /// </summary>
    /// <returns>The move; null when it is none, or of no length.</returns>
    public static ClockMove? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var days = (7 * Count(found, "w")) + Count(found, "d");
        var time = new TimeSpan(0, Count(found, "h"), Count(found, "m"), Count(found, "s"));
        var sign = found.Groups["sign"].ValueSpan is "-" ? -1 : 1;
        return days == 0 && time == TimeSpan.Zero ? null : new ClockMove(sign * days, sign * time);
    }

    private static int Count(Match found, string unit) =>
        found.Groups[unit] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Six digits: a unit of any kind is then within what can be counted, and beyond the bounds of a clock.
    [GeneratedRegex(
        "^(?<sign>[+-])?((?<w>[0-9]{1,6})w)?((?<d>[0-9]{1,6})d)?"
            + "((?<h>[0-9]{1,6})h)?((?<m>[0-9]{1,6})m)?((?<s>[0-9]{1,6})s)?\\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
