using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Leerlingen;

/// <summary>Calls of the API that take more than one message.</summary>
internal static class DocentCalls
{
    private const int LargestPage = 500;

    /// <summary>All docenten of a school as one answer.</summary>
    public static async Task<ListDocentenResponse> ReadDocentenAsync(
        this ApiConnection api, string schoolId, bool archived, bool pinned, CancellationToken ct)
    {
        var request = new ListDocentenRequest
        {
            SchoolId = schoolId,
            PageSize = LargestPage,
            ShowGearchiveerd = archived,
            AlleenVastgezet = pinned,
        };
        var all = new ListDocentenResponse();
        do
        {
            var page = await api.Leerlingen.ListDocentenAsync(request, cancellationToken: ct);
            all.Docenten.AddRange(page.Docenten);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return all;
    }

    /// <summary>One docent.</summary>
    /// <exception cref="RefusedException">The school has no such docent.</exception>
    public static async Task<Docent> FindDocentAsync(
        this ApiConnection api, string schoolId, string id, CancellationToken ct)
    {
        var request = new ListDocentenRequest { SchoolId = schoolId, ShowGearchiveerd = true, Zoek = id };
        var found = await api.Leerlingen.ListDocentenAsync(request, cancellationToken: ct);
        return found.Docenten.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal))
            ?? throw new RefusedException($"This school has no docent {id}. `numo docent list` shows the docenten.");
    }
}
