using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>Applies runs that somebody looked at.</summary>
internal static class RunApplier
{
    /// <summary>Applies a run, of which the brake is released first when it is on; shows that it goes on.</summary>
    /// <param name="session">The session.</param>
    /// <param name="state">How far the run is.</param>
    /// <param name="request">What to apply, with the hash of the plan that was looked at.</param>
    /// <param name="ct">Stops.</param>
    public static Task<ApplyImportResponse> ShowApplyingAsync(
        Session session, ImportState state, ApplyImportRequest request, CancellationToken ct) =>
        session.Terminal.ShowWhileAsync("Applying", () => ApplyAsync(session, state, request, ct));

    /// <summary>The same, and shows nothing.</summary>
    public static async Task<ApplyImportResponse> ApplyAsync(
        Session session, ImportState state, ApplyImportRequest request, CancellationToken ct)
    {
        if (state == ImportState.Wachtend)
        {
            var release = new ReleaseBrakeRequest
            {
                SchoolId = request.SchoolId,
                ImportRunId = request.ImportRunId,
                PlanHash = request.PlanHash,
                RequestId = RequestId.New(),
            };
            await session.Api.Imports.ReleaseBrakeAsync(release, cancellationToken: ct);
        }

        return await session.Api.Imports.ApplyImportAsync(request, cancellationToken: ct);
    }
}
