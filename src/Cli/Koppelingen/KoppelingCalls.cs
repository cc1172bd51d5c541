using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>Calls of the API that take more than one message.</summary>
internal static class KoppelingCalls
{
    private const int LargestPage = 500;

    /// <summary>The koppeling of a school as it is now.</summary>
    /// <param name="api">The API.</param>
    /// <param name="school">The school's id or BRIN.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<Koppeling> FindKoppelingAsync(
        this ApiConnection api, string school, CancellationToken ct)
    {
        var request = new GetKoppelingRequest { SchoolId = await api.FindSchoolIdAsync(school, ct) };
        return (await api.Koppelingen.GetKoppelingAsync(request, cancellationToken: ct)).Koppeling;
    }

    /// <summary>All pages of a list as one answer.</summary>
    public static async Task<ListKoppelingenResponse> ReadAllAsync(
        this KoppelingService.KoppelingServiceClient koppelingen, ListKoppelingenRequest request, CancellationToken ct)
    {
        var together = new ListKoppelingenResponse();
        var next = request.Clone();
        next.PageSize = LargestPage;
        do
        {
            var page = await koppelingen.ListKoppelingenAsync(next, cancellationToken: ct);
            together.Koppelingen.AddRange(page.Koppelingen);
            next.PageToken = page.NextPageToken;
        }
        while (next.PageToken.Length > 0);

        return together;
    }

    /// <summary>Diagnoses.</summary>
    /// <param name="koppelingen">The API.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="report">Gets each check as it ends.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="RefusedException">The API stopped before it was done.</exception>
    public static async Task<(IReadOnlyList<Controle> Controles, Koppeling Koppeling)> TestAsync(
        this KoppelingService.KoppelingServiceClient koppelingen,
        string schoolId,
        Action<Controle> report,
        CancellationToken ct)
    {
        using var call = koppelingen.TestKoppeling(
            new TestKoppelingRequest { SchoolId = schoolId }, cancellationToken: ct);
        var controles = new List<Controle>();
        Koppeling? koppeling = null;
        await foreach (var answer in call.ResponseStream.ReadAllAsync(ct))
        {
            koppeling = answer.Koppeling ?? koppeling;
            if (answer.Controle is { } controle)
            {
                controles.Add(controle);
                report(controle);
            }
        }

        return koppeling is null
            ? throw new RefusedException("The API stopped before the diagnosis was done. Test again.")
            : (controles, koppeling);
    }
}
