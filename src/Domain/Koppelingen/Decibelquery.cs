using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>How the columns of the list are named.</summary>
public enum Aliasvorm
{
    /// <summary>
    /// <c>KurveGebruikerId, KurveExterneId, KurveOpleiding, KurveStamnr</c>: no field of Magister has these names, so
    /// Magister does not replace them by captions of its own.
    /// </summary>
    Botsingsvrij,

    /// <summary><c>idGebr, ExterneId, opleidingscode, stamnr</c>, as in Kurve's manual.</summary>
    Klassiek,
}

/// <summary>
/// The query that a school places in Magister's Decibel as the list KurveLeerlingData, made of a template. Magister
/// replaces everything between two <c>#</c> and a single one breaks a list, so there is none in it, not even in a
/// remark.
/// </summary>
public sealed class Decibelquery
{
    private static readonly (string Place, string Botsingsvrij, string Klassiek)[] Columns =
    [
        ("{idGebr}", "KurveGebruikerId", "idGebr"),
        ("{ExterneId}", "KurveExterneId", "ExterneId"),
        ("{opleidingscode}", "KurveOpleiding", "opleidingscode"),
        ("{stamnr}", "KurveStamnr", "stamnr"),
    ];

    private readonly string _sjabloon;

    private Decibelquery(string versie, string sjabloon) => (Versie, _sjabloon) = (versie, sjabloon);

    /// <summary>The version of the template; stands in every query that is made of it.</summary>
    public string Versie { get; }

    /// <summary>
    /// Reads a template: it names each of the four places <c>{idGebr}</c>, <c>{ExterneId}</c>,
    /// <c>{opleidingscode}</c> and <c>{stamnr}</c>, and has no <c>#</c>.
    /// </summary>
    public static Result<Decibelquery> Create(string versie, string sjabloon)
    {
        var missing = Columns.Where(c => !sjabloon.Contains(c.Place, StringComparison.Ordinal)).Select(c => c.Place);
        var wrong = sjabloon.Contains('#', StringComparison.Ordinal) || versie.Contains('#', StringComparison.Ordinal)
            ? "it contains '#', which Magister takes for a parameter"
            : missing.Any() ? $"it lacks {string.Join(", ", missing)}"
            : versie.Length == 0 ? "it has no version"
            : null;
        return wrong is null
            ? new Decibelquery(versie, sjabloon)
            : new ValueInvalid("SJABLOON_ONGELDIG", $"The template of the Decibel query cannot be used: {wrong}.", "");
    }

    /// <summary>The query for one school.</summary>
    public string Render(School school, Schooldomein domein, Aliasvorm vorm)
    {
        var query = _sjabloon.ReplaceLineEndings("\n").Trim();
        foreach (var (place, botsingsvrij, klassiek) in Columns)
        {
            query = query.Replace(
                place, vorm == Aliasvorm.Botsingsvrij ? botsingsvrij : klassiek, StringComparison.Ordinal);
        }

        return $"""
            -- KurveLeerlingData voor {OneLine(school.Naam)} ({school.Brin}, {domein.Host})
            -- Query van Kurve, versie {OneLine(Versie)}. Neem de tekst ongewijzigd over.
            {query}
            """.ReplaceLineEndings("\n") + "\n";
    }

    // A name is typed by people: it must not end the remark, nor bring a parameter into the query.
    private static string OneLine(string text) => string.Concat(text.Select(c => c == '#' || char.IsControl(c)
        || c is '\u2028' or '\u2029' or '\u0085' ? ' ' : c));
}
