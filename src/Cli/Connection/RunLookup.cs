using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Connection;

/// <summary>Finds a run by what a person calls it: its id, the first characters of that, or <c>latest</c>.</summary>
internal static class RunLookup
{
    /// <summary>What names the newest run.</summary>
    public const string Latest = "latest";

    private const int Shown = 10;

    /// <summary>The id of a run of the session's school; asks the API only for what is not a whole id.</summary>
    /// <param name="session">The session.</param>
    /// <param name="text">What the user called it.</param>
    /// <param name="latest">The states of the runs that <c>latest</c> may mean; none for all.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="RefusedException">There is no such run, or there is more than one.</exception>
    public static async Task<string> FindRunIdAsync(
        this Session session, string text, IReadOnlyList<ImportState> latest, CancellationToken ct)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id.ToString();
        }

        var isLatest = string.Equals(text, Latest, StringComparison.OrdinalIgnoreCase);
        var request = new ListImportRunsRequest
        {
            SchoolId = await session.Api.FindSchoolIdAsync(session.School, ct),
            PageSize = Shown,
            IdPrefix = isLatest ? "" : text,
            States = { isLatest ? latest : [] },
        };
        IReadOnlyList<ImportRun> found =
            (await session.Api.Imports.ListImportRunsAsync(request, cancellationToken: ct)).ImportRuns;
        return (isLatest ? Newest(found, latest.Count > 0) : found) switch
        {
            [var run] => run.Id,
            [] => throw new RefusedException(isLatest
                ? $"The school has no {(latest.Count == 0 ? "import" : "import that is " + Words.Of(latest[0]))} yet."
                : $"The school has no import whose id begins with '{text}'. "
                    + $"`numo import history {session.RepeatedOptions()}--school {session.School}` lists them."),
            _ => throw new RefusedException(
                $"More than one import has an id that begins with '{text}'; give more of it:\n"
                    + string.Join('\n', found.Select(r => $"{r.Id}  {Words.Of(r.CreateTime)}  {Words.Of(r.State)}"))),
        };
    }

    // Of applied runs, one that changed somebody: nothing of another can be undone.
    private static ImportRun[] Newest(IReadOnlyList<ImportRun> found, bool changed) =>
        [.. found.Where(r => !changed || r.ToegepastePersonen > 0).Concat(found).Take(1)];

    /// <summary>The id of a run, where <c>latest</c> is the newest of all.</summary>
    public static Task<string> FindRunIdAsync(this Session session, string text, CancellationToken ct) =>
        session.FindRunIdAsync(text, [], ct);
}
