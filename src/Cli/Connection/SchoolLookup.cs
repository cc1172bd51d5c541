using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Connection;

/// <summary>Finds a school by what a person calls it: its id or its BRIN.</summary>
internal static class SchoolLookup
{
    /// <summary>The id of a school; asks the API only for a BRIN.</summary>
    /// <exception cref="WrongUsageException">Nothing was given, as by an empty shell variable.</exception>
    /// <exception cref="RefusedException">There is no open school with the BRIN that this token may see.</exception>
    public static async Task<string> FindSchoolIdAsync(this ApiConnection api, string idOrBrin, CancellationToken ct)
    {
        if (Guid.TryParse(idOrBrin, out var id))
        {
            return id.ToString();
        }

        if (string.IsNullOrWhiteSpace(idOrBrin))
        {
            throw new WrongUsageException("The school is empty: give its BRIN or its id.");
        }

        var brin = idOrBrin.Trim().ToUpperInvariant();
        if (api.SchoolIds.TryGetValue(brin, out var known))
        {
            return known;
        }

        var answer = await api.Scholen.ListScholenAsync(new ListScholenRequest { Brin = brin }, cancellationToken: ct);
        return answer.Scholen is [var school, ..]
            ? api.SchoolIds[brin] = school.Id
            : throw new RefusedException($"No open school with BRIN {brin} is known, or this token may not see it. "
                + "`numo school list` shows the schools, `numo school register` adds one.");
    }
}
