using System.Text.RegularExpressions;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>A run that waits, as a line of a file: what support looked at, and what is applied in bulk.</summary>
/// <param name="Brin">The BRIN of its school, for who reads the file.</param>
/// <param name="SchoolId">The id of its school.</param>
/// <param name="ImportRunId">Its id.</param>
/// <param name="PlanHash">Names the plan that was looked at.</param>
/// <param name="Remmen">Why it waits, as codes.</param>
internal sealed partial record WaitingRun(
    string Brin, string SchoolId, string ImportRunId, string PlanHash, string Remmen)
{
    /// <summary>The first line of such a file.</summary>
    public const string Heading = "brin;school_id;import_run_id;plan_hash;remmen";

    /// <summary>Those of a school.</summary>
    public static IEnumerable<WaitingRun> Of(Schooljaarwissel wissel) => wissel.Wachtend.Select(run => new WaitingRun(
        wissel.Brin, wissel.SchoolId, run.ImportRunId, run.PlanHash, SchooljaarWords.Remmen(run)));

    /// <summary>As a line.</summary>
    public string ToLine() => string.Join(';', Brin, SchoolId, ImportRunId, PlanHash, Remmen);

    /// <summary>Reads a line; null when it is not well-formed.</summary>
    public static WaitingRun? Read(string line)
    {
        var fields = line.Split(';', StringSplitOptions.TrimEntries);
        return fields is [var brin, var school, var run, var hash, var remmen]
            && Guid.TryParse(school, out var schoolId)
            && Guid.TryParse(run, out var runId)
            && IsBrin().IsMatch(brin)
            && IsHash().IsMatch(hash)
                ? new WaitingRun(brin, schoolId.ToString(), runId.ToString(), hash, remmen)
                : null;
    }

    [GeneratedRegex(@"^[0-9A-Za-z]{4}\z", RegexOptions.NonBacktracking)]
    private static partial Regex IsBrin();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex IsHash();
}
