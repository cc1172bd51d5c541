using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Connection;

/// <summary>
/// Finds a person of the session's school by what somebody calls them: a stamnummer or e-mail address, an ECK iD, a name,
/// or the id or the first characters of it.
/// </summary>
internal static class PersonLookup
{
    private const int Shown = 10;

    private sealed record Candidate(string Id, string Name, string Key, string Place);

    /// <summary>The id of a leerling, also of an archived one; asks the API only for what is not a whole id.</summary>
    /// <exception cref="RefusedException">There is no such leerling, or there is more than one.</exception>
    public static async Task<string> FindLeerlingIdAsync(this Session session, string text, CancellationToken ct)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id.ToString();
        }

        var answer = await session.Api.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(session.School, ct),
                Zoek = Given(text, "leerling"),
                ShowGearchiveerd = true,
                PageSize = Shown + 1,
            },
            cancellationToken: ct);
        return One(session, "leerling", text, [.. answer.Leerlingen.Select(l => new Candidate(
            l.Id, Words.NameOf(l), l.Stamnummer, $"{l.Stamgroep?.Naam}  {Words.StatusOf(l)}".Trim()))]);
    }

    /// <summary>The id of a docent, also of an archived one; asks the API only for what is not a whole id.</summary>
    /// <exception cref="RefusedException">There is no such docent, or there is more than one.</exception>
    public static async Task<string> FindDocentIdAsync(this Session session, string text, CancellationToken ct)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id.ToString();
        }

        var answer = await session.Api.Leerlingen.ListDocentenAsync(
            new ListDocentenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(session.School, ct),
                Zoek = Given(text, "docent"),
                ShowGearchiveerd = true,
                PageSize = Shown + 1,
            },
            cancellationToken: ct);
        return One(session, "docent", text, [.. answer.Docenten.Select(d => new Candidate(
            d.Id, Words.NameOf(d), d.Email, Words.StatusOf(d)))]);
    }

    private static string Given(string text, string what) => string.IsNullOrWhiteSpace(text)
        ? throw new WrongUsageException($"The {what} is empty: give a name, a key or an id.")
        : text;

    private static string One(Session session, string what, string text, IReadOnlyList<Candidate> found)
    {
        // A whole key or a whole name counts for more than the beginning of one.
        var whole = found.Where(c => IsSame(c.Key, text)).ToList();
        whole = whole.Count > 0 ? whole : [.. found.Where(c => IsSame(c.Name, text))];
        return (whole.Count > 0 ? whole : found) switch
        {
            [var only] => only.Id,
            [] => throw new RefusedException(
                $"This school has no {what} '{text}': no key, name or id is or begins so. "
                    + $"`numo {what} list {session.RepeatedOptions()}--school {session.School} --gearchiveerd` shows all."),
            var several => throw new RefusedException(
                $"'{text}' is more than one {what}; give a key, more of the name, or an id:\n"
                    + string.Join('\n', several.Take(Shown).Select(c => $"{c.Id}  {c.Name}  {c.Key}  {c.Place}"))
                    + (several.Count > Shown ? "\nand more" : "")),
        };
    }

    private static bool IsSame(string one, string other) =>
        string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
