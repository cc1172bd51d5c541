using System.Text;
using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Export;
using Kurve.Numo.Cli.Rendering;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>A file of runs that wait: written by `list`, looked at by a person, read by `apply`.</summary>
internal static class WaitingRunFile
{
    private const int MostRuns = 5000;
    private const int MostBytes = 2 * 1024 * 1024;
    private const int MostTold = 10;

    /// <summary>Writes runs to a file that was opened before.</summary>
    public static async Task WriteAsync(ExportFile file, IEnumerable<WaitingRun> runs, CancellationToken ct)
    {
        var text = string.Concat(runs.Select(run => run.ToLine() + '\n').Prepend(WaitingRun.Heading + '\n'));
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await file.CompleteAsync(ct);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">It cannot be read, has too many lines, or lines that are not well-formed.</exception>
    public static async Task<IReadOnlyList<WaitingRun>> ReadAsync(FileInfo file, CancellationToken ct)
    {
        var runs = new List<WaitingRun>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (line, number) in (await ReadLinesAsync(file, ct)).Select((line, index) => (line, index + 1)))
        {
            if (line.Length == 0 || (number == 1 && string.Equals(line, WaitingRun.Heading, StringComparison.Ordinal)))
            {
                continue;
            }

            if (WaitingRun.Read(line) is not { } run)
            {
                wrong.Add($"Line {number} is no {WaitingRun.Heading}: {SafeText.Fit(line, 40)}");
            }
            else if (!seen.TryAdd(run.ImportRunId, number))
            {
                wrong.Add($"Line {number} has the run of line {seen[run.ImportRunId]} again.");
            }
            else
            {
                runs.Add(run);
            }
        }

        if (wrong.Count > MostTold)
        {
            wrong = [.. wrong.Take(MostTold), $"And {wrong.Count - MostTold} more."];
        }

        return wrong.Count > 0 ? throw Refuse(string.Join('\n', wrong))
            : runs.Count == 0 ? throw Refuse("The file holds no runs.")
            : runs.Count > MostRuns ? throw Refuse($"The file holds {runs.Count} runs; at most {MostRuns} go at once.")
            : runs;
    }

    private static async Task<string[]> ReadLinesAsync(FileInfo file, CancellationToken ct)
    {
        await using var content = InputFile.Open(file);
        var bytes = new byte[MostBytes + 1];
        try
        {
            var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
            return read > MostBytes
                ? throw Refuse($"The file is larger than {MostBytes / 1024 / 1024} MB; at most {MostRuns} runs go at once.")
                : Encoding.UTF8.GetString(bytes, 0, read).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        }
        catch (IOException e)
        {
            throw InputFile.Unreadable(e);
        }
    }

    private static RefusedException Refuse(string why) => new($"{why}\nNothing was applied.");
}
