using System.Globalization;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>
/// Asks of which school year a file is, in the months in which it may as well be of the next: June and July. A file seldom
/// says so itself, and next year's people taken for this year's move or archive everybody.
/// </summary>
internal static class SchoolYearQuestion
{
    private const int FirstMonth = 6;
    private const int LastMonth = 7;

    /// <summary>The school year to import; empty for the current one.</summary>
    /// <param name="session">The terminal and the time.</param>
    /// <param name="given">What the user gave with --schooljaar; null when nothing.</param>
    /// <param name="ct">Stops asking.</param>
    /// <exception cref="WrongUsageException">Nobody can be asked.</exception>
    public static async Task<string> AnswerAsync(Session session, string? given, CancellationToken ct)
    {
        var today = session.ServiceClock.GetLocalNow();
        if (given is not null || today.Month is < FirstMonth or > LastMonth)
        {
            return given ?? "";
        }

        var (thisYear, nextYear) = (Name(today.Year - 1), Name(today.Year));
        return session.Terminal.CanAsk
            ? await new SelectionPrompt<string>()
                .Title("Of which school year is the file?")
                .AddChoices(thisYear, nextYear)
                .ShowAsync(session.Terminal.Error, ct)
            : throw new WrongUsageException(
                $"In June and July a file may be of this school year or the next: give --schooljaar {thisYear} or "
                    + $"--schooljaar {nextYear}.");
    }

    private static string Name(int begin) => string.Create(CultureInfo.InvariantCulture, $"{begin}-{begin + 1}");
}
