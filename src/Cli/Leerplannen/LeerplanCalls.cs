using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Leerplannen;

/// <summary>Calls of the API that take more than one message.</summary>
internal static class LeerplanCalls
{
    private const int LargestPage = 500;

    /// <summary>All vaardigheden of a vak, those that are no longer used among them.</summary>
    public static async Task<IReadOnlyList<Vaardigheid>> ReadVaardighedenAsync(
        this LeerplanService.LeerplanServiceClient leerplannen, Vak vak, CancellationToken ct)
    {
        var request = new ListVaardighedenRequest { Vak = vak, ShowVervallen = true, PageSize = LargestPage };
        var all = new List<Vaardigheid>();
        do
        {
            var page = await leerplannen.ListVaardighedenAsync(request, cancellationToken: ct);
            all.AddRange(page.Vaardigheden);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
