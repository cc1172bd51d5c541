using Google.Protobuf.Collections;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Connection;

/// <summary>Finds a groep by its name or its id.</summary>
internal static class GroepLookup
{
    private const int LargestPage = 500;
    private const int Suggested = 30;

    /// <summary>All groepen of a school as one answer.</summary>
    public static async Task<ListGroepenResponse> ReadGroepenAsync(
        this ApiConnection api, ListGroepenRequest asked, CancellationToken ct)
    {
        var request = asked.Clone();
        request.PageSize = LargestPage;
        var all = new ListGroepenResponse();
        do
        {
            var page = await api.Leerlingen.ListGroepenAsync(request, cancellationToken: ct);
            all.Groepen.AddRange(page.Groepen);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return all;
    }

    /// <summary>The id of a groep.</summary>
    /// <param name="api">The API.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="schooljaar">The school year; empty for the groepen that are shown now.</param>
    /// <param name="nameOrId">What the user called it.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="RefusedException">The school has no such groep, or more than one.</exception>
    public static async Task<string> FindGroepIdAsync(
        this ApiConnection api, string schoolId, string schooljaar, string nameOrId, CancellationToken ct)
    {
        if (Guid.TryParse(nameOrId, out var id))
        {
            return id.ToString();
        }

        var all = await api.ReadGroepenAsync(
            new ListGroepenRequest { SchoolId = schoolId, Schooljaar = schooljaar }, ct);
        var found = all.Groepen
            .Where(groep => string.Equals(groep.Naam, nameOrId.Trim(), StringComparison.OrdinalIgnoreCase))
            .ToList();
        return found switch
        {
            [var groep] => groep.Id,
            [] => throw new RefusedException($"The school has no groep '{nameOrId}'.{Known(all.Groepen)}"),
            _ => throw new RefusedException($"The school has more than one groep '{nameOrId}'; give an id:\n"
                + string.Join('\n', found.Select(groep => $"{groep.Id}  vestiging {groep.Vestiging}"))),
        };
    }

    private static string Known(RepeatedField<Groep> groepen) => groepen.Count is 0 or > Suggested
        ? " `numo groep list` shows the groepen."
        : $" It has {string.Join(", ", groepen.Select(g => g.Naam).Order(StringComparer.OrdinalIgnoreCase))}.";
}
