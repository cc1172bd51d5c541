using System.Collections.Concurrent;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace Kurve.Numo.TestLogger;

/// <summary>
/// Tells of a test run what matters: each failure as it happens, and at the end one line per reason for which tests were
/// skipped. Used by `dotnet test` beside the totals of the console.
/// </summary>
[FriendlyName("reasons")]
[ExtensionUri("logger://kurve.nl/reasons")]
public sealed class ReasonsLogger : ITestLogger
{
    private readonly ConcurrentDictionary<string, int> _skipped = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, string testRunDirectory)
    {
        ArgumentNullException.ThrowIfNull(events);
        events.TestResult += (_, e) => Note(e.Result);
        events.TestRunComplete += (_, _) => TellSkipped();
    }

    private void Note(TestResult result)
    {
        switch (result.Outcome)
        {
            case TestOutcome.Failed:
                Console.Error.WriteLine(
                    $"  Failed {NameOf(result)} [{result.Duration.TotalSeconds:0.0} s]\n{result.ErrorMessage}\n"
                        + result.ErrorStackTrace);
                break;
            case TestOutcome.Skipped:
                _skipped.AddOrUpdate(ReasonOf(result), 1, (_, count) => count + 1);
                break;
            default:
                break;
        }
    }

    private void TellSkipped()
    {
        foreach (var (reason, count) in _skipped.OrderByDescending(skipped => skipped.Value))
        {
            Console.WriteLine($"  Skipped {count}: {reason}");
        }
    }

    private static string NameOf(TestResult result) => result.DisplayName ?? result.TestCase.DisplayName;

    private static string ReasonOf(TestResult result) =>
        result.ErrorMessage ?? result.Messages.FirstOrDefault()?.Text?.Trim() ?? "no reason was given";
}
